import type { SupportOffer } from "@kith/sdk";
import { html, LitElement, type TemplateResult } from "lit";
import { focusOn } from "../../platform/focus.js";
import { FootController } from "../../platform/frame/foot.controller.js";
import { frame, silentFrame } from "../../platform/frame/frame.js";
import { frameStyles } from "../../platform/frame/frame.styles.js";
import { Announcer } from "../../platform/reading/announcer.controller.js";
import { LazyPart } from "../../platform/reading/lazy-part.js";
import { LiveController, liveStyles } from "../../platform/reading/live.controller.js";
import { PageReturn } from "../../platform/reading/page-return.controller.js";
import { SessionController } from "../../platform/session/session.controller.js";
import { loadingState, problemState, signedOutState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import { tokens } from "../../platform/theme/tokens.styles.js";
import { WordsController } from "../../platform/words/words.controller.js";
import type { Words } from "../../platform/words/words.js";
import { offerFormWords } from "../kith-part-offer-form/words.js";
import { ownSupportWords } from "../kith-part-own-support/words.js";
import { kindStyles } from "../support-kinds/kind-badge.styles.js";
import { supportKindWords } from "../support-kinds/words.js";
import { BrowseController } from "./browse.controller.js";
import { browse } from "./browse.js";
import { styles } from "./kith-support-board.styles.js";
import { WaitingController } from "./waiting.controller.js";
import { supportBoardWords } from "./words.js";

const BLOCKS = 4;

type View = "BROWSE" | "YOURS" | "OFFER" | "CHANGE";

/**
 * Open offers of support, one's own side of them, and a form to offer support.
 *
 * @attr community-id - Shows the offers of this community alone.
 * @attr crisis-url - Crisis help, where the element holds no link of the page's own.
 * @attr exit-url - Where "Leave this page fast" goes.
 * @attr theme - `light`, `dark` or `auto`; the page's `color-scheme` unless said.
 * @slot - Shows until the element is ready, and then in its foot: the page's own crisis lines.
 * @csspart card, heading, primary, foot, crisis-link, exit-link
 * @fires kith-support-offer-created - The member has offered support.
 * @fires kith-exchange-changed - The member has asked, answered, taken back, ended or completed.
 */
export class KithSupportBoard extends LitElement {
  static override styles = [tokens, controls, frameStyles, kindStyles, liveStyles, styles];

  static override properties = { communityId: { attribute: "community-id" } };

  declare communityId: string | null;
  #view: View = "BROWSE";
  #changing: SupportOffer | null = null;
  /** Counts up to have the member's own side read again. */
  #version = 0;

  readonly #session = new SessionController(this, () => this.#forget());
  readonly #words = new WordsController(this, [supportBoardWords, supportKindWords]);
  readonly #announcer = new Announcer(this);
  readonly #foot = new FootController(this, this.#words);
  readonly #browse = new BrowseController(this, this.#session, this.#words, this.#announcer);
  readonly #waiting = new WaitingController(this, this.#session);
  readonly #live = new LiveController(this, this.#session, {
    streams: ["OFFERS", "EXCHANGES"],
    read: () => this.#freshen(),
    isBusy: () => this.#browse.busyId !== null,
    isHeld: () => false,
    wait: () => this.#announcer.say(this.#words.of(supportBoardWords).freshLater),
  });
  readonly #form = new LazyPart(this, this.#words, "kith-part-offer-form", offerFormWords, async () => {
    await this.#words.add((await import("../../platform/keeping/words.js")).keepingWords);
    return (await import("../kith-part-offer-form/kith-part-offer-form.js")).KithPartOfferForm;
  });
  readonly #edit = new LazyPart(
    this,
    this.#words,
    "kith-part-offer-edit",
    offerFormWords,
    async () => (await import("../kith-part-offer-edit/kith-part-offer-edit.js")).KithPartOfferEdit,
  );
  readonly #yours = new LazyPart(
    this,
    this.#words,
    "kith-part-own-support",
    ownSupportWords,
    async () => (await import("../kith-part-own-support/kith-part-own-support.js")).KithPartOwnSupport,
  );

  constructor() {
    super();
    this.communityId = null;
    new PageReturn(this, () => this.#read());
    this.addEventListener("kith-exchange-changed", () => void this.#waiting.refresh());
  }

  /** Takes the element off the page, and what it holds with it. May be called again; put back, it begins anew. */
  destroy(): void {
    this.remove();
    this.#session.leave();
  }

  override render(): TemplateResult {
    const { session } = this.#session;
    const words = this.#words.value;
    if (!words) return silentFrame(BLOCKS, this.#foot.render());
    const strings = words.of(supportBoardWords);
    const canOffer = session.status === "SIGNED_IN" && !this.#isForm;
    return frame(words, {
      title: this.#view === "OFFER" ? strings.offer : this.#view === "CHANGE" ? strings.change : strings.title,
      aside: canOffer
        ? html`<button type="button" part="primary" class="primary" @click=${this.#offer}>${strings.offer}</button>`
        : null,
      body: html`${this.#announcer.render()}${this.#live.renderNote(strings.freshLater)}${this.#body(words)}`,
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
        return html`${this.#views(words)}
          <div class="stack" ?hidden=${this.#view !== "BROWSE"}>${browse(this.#browse, words, this.#offer)}</div>
          <div ?hidden=${this.#view !== "YOURS"}>${this.#ownSupport(words)}</div>
          <div ?hidden=${this.#view !== "OFFER"}>${this.#offerForm(words)}</div>
          <div ?hidden=${this.#view !== "CHANGE"}>${this.#editForm(words)}</div>`;
    }
  }

  #views(words: Words): TemplateResult | null {
    if (this.#isForm) return null;
    const strings = words.of(supportBoardWords);
    const { count } = this.#waiting;
    const waits = count ? html`<span class="waits">${strings.waits(count)}</span>` : null;
    const to = (view: View, name: string, more: TemplateResult | null = null) =>
      html`<button type="button" aria-current=${this.#view === view} @click=${() => this.#show(view)}>
        ${name} ${more}
      </button>`;
    return html`<nav aria-label=${strings.views}>
      ${to("BROWSE", strings.browse)}${to("YOURS", strings.yours, waits)}
    </nav>`;
  }

  #ownSupport(words: Words): TemplateResult | null {
    return this.#yours.render(
      words,
      html`<kith-part-own-support
        .words=${words}
        .version=${this.#version}
        @kith-part-edit=${this.#change}
      ></kith-part-own-support>`,
    );
  }

  #offerForm(words: Words): TemplateResult | null {
    return this.#form.render(
      words,
      html`<kith-part-offer-form
        .words=${words}
        .communityId=${this.communityId}
        @kith-support-offer-created=${this.#onOffered}
        @kith-part-cancel=${this.#onCancel}
      ></kith-part-offer-form>`,
    );
  }

  #editForm(words: Words): TemplateResult | null {
    if (!this.#changing) return null;
    return this.#edit.render(
      words,
      html`<kith-part-offer-edit
        .words=${words}
        .offer=${this.#changing}
        @kith-part-changed=${() => this.#backToYours(words.of(supportBoardWords).changed)}
        @kith-part-cancel=${() => this.#backToYours("")}
      ></kith-part-offer-edit>`,
    );
  }

  get #isForm(): boolean {
    return this.#view === "OFFER" || this.#view === "CHANGE";
  }

  #forget(): void {
    this.#changing = null;
    this.#show("BROWSE");
  }

  #show(view: View): void {
    this.#view = view;
    if (view === "YOURS") void this.#yours.open();
    this.#read();
  }

  /** What is shown may be from before what was done in another view, or an hour ago. */
  #read(): void {
    if (this.#view === "YOURS") this.#version++;
    else if (this.#view === "BROWSE") void this.#browse.refresh();
    void this.#waiting.refresh();
    this.requestUpdate();
  }

  /** Somebody else has done something; the member's own side follows that by itself. */
  async #freshen(): Promise<void> {
    void this.#waiting.refresh();
    if (this.#view !== "BROWSE") return;
    if (await this.#browse.freshen()) this.#announcer.say(this.#words.of(supportBoardWords).fresh);
  }

  readonly #offer = async (): Promise<void> => {
    this.#show("OFFER");
    await this.#form.open();
    await focusOn(this, "h2");
  };

  readonly #change = async ({ detail }: CustomEvent<SupportOffer>): Promise<void> => {
    this.#changing = detail;
    this.#show("CHANGE");
    await this.#edit.open();
    await focusOn(this, "h2");
  };

  readonly #onOffered = (): void => this.#backToYours(this.#words.of(supportBoardWords).opened);

  #backToYours(said: string): void {
    this.#changing = null;
    this.#show("YOURS");
    this.#announcer.say(said);
    void focusOn(this, "nav [aria-current=true]");
  }

  readonly #onCancel = (): void => {
    this.#show("BROWSE");
    void focusOn(this, ".primary");
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-support-board": KithSupportBoard;
  }
}
