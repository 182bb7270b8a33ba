import type { SupportOffer } from "@kith/sdk";
import { html, type TemplateResult } from "lit";
import type { Words } from "../../platform/words/words.js";
import { kindBadge } from "../support-kinds/kind-badge.js";
import { offerWords } from "./offer-words.js";
import { supportBoardWords } from "./words.js";

interface OfferCard {
  readonly offer: SupportOffer;
  readonly words: Words;
  readonly open: boolean;
  readonly busy: boolean;
  readonly problem: TemplateResult | null;
  readonly turn: () => void;
  readonly ask: () => unknown;
  readonly takeBack: (exchangeId: string) => unknown;
}

// About five lines of a card; shorter text is not worth a button.
const LONG = 320;

/** One offer as others read it, with what the reader may do about it now. */
export function offerCard(card: OfferCard): TemplateResult {
  const { offer, words, open, problem, turn } = card;
  const strings = words.of(supportBoardWords);
  const { title, description, kinds, author } = offer;
  const long = description != null && description.length > LONG;
  return html`<li id=${offer.id}>
    <div class="row apart">
      <h3 tabindex="-1" lang="" dir="auto">${title}</h3>
      <span class="row">${kinds.map((kind) => kindBadge(words, kind))}</span>
    </div>
    ${description ? html`<p class="told ${long && !open ? "cut" : ""}" lang="" dir="auto">${description}</p>` : null}
    ${
      long
        ? html`<p>
            <button type="button" class="quiet small" aria-expanded=${open} @click=${turn}>
              ${open ? strings.readLess : strings.readOn}
            </button>
          </p>`
        : null
    }
    <p class="small muted">
      <bdi lang="">${author.displayName ?? strings.someone}</bdi>${offerWords(words, offer).map((some) => ` · ${some}`)}
    </p>
    <div class="row acts" data-act tabindex="-1">${act(card)}</div>
    ${problem}
  </li>`;
}

function act({ offer, words, busy, ask, takeBack }: OfferCard): TemplateResult | null {
  const strings = words.of(supportBoardWords);
  const { viewerCan, viewerExchange: exchange, author, seatsLeft } = offer;
  if (viewerCan.includes("CLOSE")) return html`<p class="small">${strings.own}</p>`;
  if (exchange?.viewerCan.includes("WITHDRAW")) {
    return html`<p class="why">${strings.asked(author.displayName ?? null)} ${strings.askedNext}</p>
      <button type="button" class="quiet" aria-disabled=${busy} @click=${() => takeBack(exchange.id)}>
        ${strings.takeBack}
      </button>`;
  }
  if (exchange?.state === "ACCEPTED") {
    return html`<p class="why">${strings.together(author.displayName ?? null)} ${strings.togetherNext}</p>`;
  }
  if (exchange) return html`<p class="why">${strings.waitsForYou}</p>`;
  if (!viewerCan.includes("PROPOSE")) return null;
  return html`<button type="button" aria-disabled=${busy} aria-describedby=${`${offer.id}-full`} @click=${ask}>
      ${busy ? strings.asking : author.displayName ? strings.ask(author.displayName) : strings.askNameless}
    </button>
    <span class="small muted" id=${`${offer.id}-full`}>${seatsLeft > 0 ? null : strings.askAnyway}</span>`;
}
