import { html, LitElement, type TemplateResult } from "lit";
import { FootController } from "../../platform/frame/foot.controller.js";
import { frame, silentFrame } from "../../platform/frame/frame.js";
import { frameStyles } from "../../platform/frame/frame.styles.js";
import { PageReturn } from "../../platform/reading/page-return.controller.js";
import { SessionController } from "../../platform/session/session.controller.js";
import { loadingState, problemState, signedOutState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import { tokens } from "../../platform/theme/tokens.styles.js";
import { WordsController } from "../../platform/words/words.controller.js";
import type { Words } from "../../platform/words/words.js";
import { KithPartOwnSupport } from "../kith-part-own-support/kith-part-own-support.js";
import { ownSupportWords } from "../kith-part-own-support/words.js";
import { supportKindWords } from "../support-kinds/words.js";

const BLOCKS = 3;
const PART = "kith-part-own-support";

/**
 * What is between a member and others: what waits for their answer, what goes on, what waits for someone else, and what
 * was. The same that `<kith-support-board>` shows under "Yours", without the member's own offers.
 *
 * @attr crisis-url - Crisis help, where the element holds no link of the page's own.
 * @attr exit-url - Where "Leave this page fast" goes.
 * @attr theme - `light`, `dark` or `auto`; the page's `color-scheme` unless said.
 * @slot - Shows until the element is ready, and then in its foot: the page's own crisis lines.
 * @csspart card, heading, foot, crisis-link, exit-link
 * @fires kith-exchange-changed - The member has answered, taken back, ended or completed.
 */
export class KithExchanges extends LitElement {
  static override styles = [tokens, controls, frameStyles];

  /** Counts up to have everything read again. */
  #version = 0;

  readonly #session = new SessionController(this);
  readonly #words = new WordsController(this, [ownSupportWords, supportKindWords]);
  readonly #foot = new FootController(this, this.#words);

  constructor() {
    super();
    if (!customElements.get(PART)) customElements.define(PART, KithPartOwnSupport);
    new PageReturn(this, () => {
      this.#version++;
      this.requestUpdate();
    });
  }

  /** Takes the element off the page, and what it holds with it. May be called again; put back, it begins anew. */
  destroy(): void {
    this.remove();
    this.#session.leave();
  }

  override render(): TemplateResult {
    const words = this.#words.value;
    if (!words) return silentFrame(BLOCKS, this.#foot.render());
    return frame(words, {
      title: words.of(ownSupportWords).title,
      body: this.#body(words),
      foot: this.#foot.render(),
    });
  }

  #body(words: Words): TemplateResult {
    const { session } = this.#session;
    switch (session.status) {
      case "NONE":
      case "CONNECTING":
        return loadingState(words, BLOCKS);
      case "SIGNED_OUT":
        return signedOutState(words);
      case "FAILED":
        return problemState(words, session.error, session.retry);
      case "SIGNED_IN":
        return html`<kith-part-own-support
          .words=${words}
          .scope=${"EXCHANGES" as const}
          .version=${this.#version}
        ></kith-part-own-support>`;
      default:
        return session satisfies never;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-exchanges": KithExchanges;
  }
}
