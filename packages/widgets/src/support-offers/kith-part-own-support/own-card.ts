import type { SupportKind } from "@kith/sdk";
import { html, type TemplateResult } from "lit";
import type { Words } from "../../platform/words/words.js";
import { kindBadge } from "../support-kinds/kind-badge.js";
import type { Action, FinalAction } from "./actions.js";
import { ownSupportWords } from "./words.js";

export interface OwnCard {
  readonly id: string;
  readonly title: TemplateResult | string;
  readonly about: TemplateResult | null;
  readonly kinds: readonly SupportKind[];
  /** Where it stands. */
  readonly words: string;
  /** What happens next, on either side. */
  readonly next: string | null;
  /** Whom it is with; empty for an offer. */
  readonly other: string;
  readonly can: readonly Action[];
}

/** What the cards share: which action runs, which waits for a second yes, and what went wrong. */
export interface CardState {
  readonly words: Words;
  readonly busy: { readonly id: string; readonly action: Action } | null;
  readonly asked: { readonly id: string; readonly action: FinalAction } | null;
  readonly problem: (id: string) => TemplateResult | null;
  readonly press: (id: string, action: Action) => void;
  readonly keep: () => void;
}

/** One exchange or one own offer, and what may be done about it now. */
export function ownCard(card: OwnCard, state: CardState): TemplateResult {
  const { id, title, about, kinds, words, next } = card;
  const asked = state.asked?.id === id ? state.asked.action : null;
  return html`<li id=${id}>
    <div class="row apart">
      <h4 id="${id}-title" tabindex="-1">${title}</h4>
      <span class="row">${kinds.map((kind) => kindBadge(state.words, kind))}</span>
    </div>
    ${about}
    <p class="small muted">${words}</p>
    ${asked ? question(card, asked, state) : buttons(card, state)}
    ${next ? html`<p class="small muted" id="${id}-next">${next}</p>` : null} ${state.problem(id)}
  </li>`;
}

function buttons({ id, can, next }: OwnCard, state: CardState): TemplateResult | null {
  const { busy, press } = state;
  const strings = state.words.of(ownSupportWords);
  if (!can.length) return null;
  return html`<div class="row acts">
    ${can.map((action) => {
      const runs = busy?.id === id && busy.action === action;
      const look = action === "ACCEPT" ? "primary" : action === can[0] ? "" : "quiet";
      return html`<button
        type="button"
        class=${look}
        data-action=${action}
        aria-disabled=${busy?.id === id}
        aria-describedby=${next ? `${id}-title ${id}-next` : `${id}-title`}
        @click=${() => press(id, action)}
      >
        ${runs ? strings.working : strings.does[action]}
      </button>`;
    })}
  </div>`;
}

function question({ id, other }: OwnCard, action: FinalAction, state: CardState): TemplateResult {
  const { busy, press, keep } = state;
  const strings = state.words.of(ownSupportWords);
  const runs = busy?.id === id;
  const sure = strings.sure[action];
  return html`<div class="note stack close" role="group" aria-labelledby="${id}-sure">
    <p id="${id}-sure" tabindex="-1" data-sure>${typeof sure === "string" ? sure : sure(other)}</p>
    <div class="row acts">
      <button type="button" aria-disabled=${runs} @click=${() => press(id, action)}>
        ${runs ? strings.working : strings.does[action]}
      </button>
      <button type="button" class="quiet" @click=${keep}>${strings.keep}</button>
    </div>
  </div>`;
}
