import type { SupportOffer } from "@kith/sdk";
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { loadingState, problemState } from "../../platform/states.js";
import type { Words } from "../../platform/words/words.js";
import { KINDS } from "../support-kinds/kind-badge.js";
import { supportKindWords } from "../support-kinds/words.js";
import type { BrowseController } from "./browse.controller.js";
import { offerCard } from "./offer-card.js";
import { supportBoardWords } from "./words.js";

/** The filter and the list of open offers, in whatever state it is. */
export function browse(controller: BrowseController, words: Words, offer: () => unknown): TemplateResult {
  const strings = words.of(supportBoardWords);
  return html`<div class="row" role="group" aria-label=${strings.filter}>
      ${[null, ...KINDS].map(
        (kind) =>
          html`<button
            type="button"
            class="small"
            aria-pressed=${kind === controller.kind}
            @click=${() => controller.choose(kind)}
          >
            ${kind ? words.of(supportKindWords)[kind] : strings.all}
          </button>`,
      )}
    </div>
    ${list(controller, words, offer)}`;
}

function list(controller: BrowseController, words: Words, offer: () => unknown): TemplateResult {
  const { offers, error, failed } = controller;
  // Said above the list when the card it belongs to is not there any more.
  const gone =
    failed && !offers?.nodes.some(({ id }) => id === failed.offerId) ? problemState(words, failed.error) : null;
  const problem = error ? problemState(words, error, controller.refresh) : gone;
  if (!offers) return problem ?? loadingState(words, 3);
  if (!offers.nodes.length) return html`${problem}${empty(controller, words, offer)}`;
  return html`${problem}
    <ul class="list">
      ${repeat(
        offers.nodes,
        ({ id }) => id,
        (node) => card(controller, words, node),
      )}
    </ul>
    ${
      offers.hasMore
        ? html`<p><button type="button" @click=${() => controller.more()}>${words.of(supportBoardWords).more}</button></p>`
        : null
    }`;
}

function card(controller: BrowseController, words: Words, offer: SupportOffer): TemplateResult {
  const { failed } = controller;
  return offerCard({
    offer,
    words,
    open: controller.opened.has(offer.id),
    busy: controller.busyId === offer.id,
    problem: failed?.offerId === offer.id ? problemState(words, failed.error) : null,
    turn: () => controller.turn(offer),
    ask: () => controller.ask(offer),
    takeBack: (exchangeId) => controller.takeBack(offer, exchangeId),
  });
}

function empty(controller: BrowseController, words: Words, offer: () => unknown): TemplateResult {
  const strings = words.of(supportBoardWords);
  const { kind } = controller;
  return html`<div class="stack close">
    <p><strong>${kind ? strings.emptyOfKind(words.of(supportKindWords)[kind]) : strings.empty}</strong></p>
    <p class="muted">${kind ? strings.emptyOfKindNext : strings.emptyNext}</p>
    <div class="row acts">
      <button type="button" @click=${offer}>${strings.offer}</button>
      ${
        kind
          ? html`<button type="button" class="quiet" @click=${() => controller.choose(null)}>${strings.showAll}</button>`
          : null
      }
    </div>
  </div>`;
}
