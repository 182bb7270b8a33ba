import type { SupportKind, SupportOffer } from "@kith/sdk";
import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { loadingState, problemState } from "../../platform/states.js";
import type { BrowseController } from "./browse.controller.js";
import { offerCard } from "./offer-card.js";
import { strings } from "./strings.en.js";

const KINDS = Object.keys(strings.kinds) as SupportKind[];

/** The filter and the list of open offers, in whatever state it is. */
export function browse(controller: BrowseController, element: Element, offer: () => unknown): TemplateResult {
  return html`<div class="row" role="group" aria-label=${strings.filter}>
      ${[null, ...KINDS].map(
        (kind) =>
          html`<button
            type="button"
            class="small"
            aria-pressed=${kind === controller.kind}
            @click=${() => controller.choose(kind)}
          >
            ${kind ? strings.kinds[kind] : strings.all}
          </button>`,
      )}
    </div>
    ${list(controller, element, offer)}`;
}

function list(controller: BrowseController, element: Element, offer: () => unknown): TemplateResult {
  const { offers, error, failed } = controller;
  // Said above the list when the card it belongs to is not there any more.
  const gone = failed && !offers?.nodes.some(({ id }) => id === failed.offerId) ? problemState(failed.error) : null;
  const problem = error ? problemState(error, controller.refresh) : gone;
  if (!offers) return problem ?? loadingState(3);
  if (!offers.nodes.length) return html`${problem}${empty(controller, offer)}`;
  return html`${problem}
    <ul class="list">
      ${repeat(
        offers.nodes,
        ({ id }) => id,
        (node) => card(controller, element, node),
      )}
    </ul>
    ${
      offers.hasMore
        ? html`<p><button type="button" @click=${() => controller.more()}>${strings.more}</button></p>`
        : null
    }`;
}

function card(controller: BrowseController, element: Element, offer: SupportOffer): TemplateResult {
  const { failed } = controller;
  return offerCard({
    offer,
    element,
    open: controller.opened.has(offer.id),
    busy: controller.busyId === offer.id,
    problem: failed?.offerId === offer.id ? problemState(failed.error) : null,
    turn: () => controller.turn(offer),
    ask: () => controller.ask(offer),
    takeBack: (exchangeId) => controller.takeBack(offer, exchangeId),
  });
}

function empty(controller: BrowseController, offer: () => unknown): TemplateResult {
  const { kind } = controller;
  return html`<div class="stack close">
    <p><strong>${kind ? strings.emptyOfKind(strings.kinds[kind]) : strings.empty}</strong></p>
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
