import { Task } from "@lit/task";
import { html, LitElement, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { focusOn } from "../../platform/focus.js";
import { Announcer } from "../../platform/reading/announcer.controller.js";
import { dayFormat } from "../../platform/reading/day-format.js";
import { LiveController, liveStyles } from "../../platform/reading/live.controller.js";
import { ReadingLife } from "../../platform/reading/reading-life.controller.js";
import { SessionController } from "../../platform/session/session.controller.js";
import { loadingState, problemState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import type { Words } from "../../platform/words/words.js";
import { KithExchangeChangedEvent } from "../kith-support-board/kith-support-board.events.js";
import { kindStyles } from "../support-kinds/kind-badge.styles.js";
import { type Action, act, isFinal } from "./actions.js";
import { styles } from "./kith-part-own-support.styles.js";
import { type CardState, type OwnCard, ownCard } from "./own-card.js";
import { exchangeCard, offerCard } from "./own-cards.js";
import { ownProblem } from "./own-problem.js";
import { type Counts, type OwnSupport, readOwnSupport } from "./own-support.js";
import type { OwnSupportStrings } from "./strings.en.js";
import { ownSupportWords } from "./words.js";

const PAGE = 20;

interface State extends Pick<CardState, "busy" | "asked"> {
  readonly failed: { readonly id: string; readonly error: unknown } | null;
}

/**
 * A member's own side: what is between them and others, and, inside `<kith-support-board>`, what they offer. It is all of
 * `<kith-exchanges>` but its frame.
 */
export class KithPartOwnSupport extends LitElement {
  static override styles = [controls, kindStyles, liveStyles, styles];

  static override properties = {
    version: { attribute: false },
    words: { attribute: false },
    scope: { attribute: false },
  };

  /** What it speaks with; those of the element around it. */
  declare words: Words;
  /** Whether the member's own offers are shown too. */
  declare scope: "ALL" | "EXCHANGES";
  /** Any new value reads everything again. */
  declare version: number;
  #counts: Counts = { open: PAGE, offers: PAGE, earlier: 0 };
  /** The last answer: the task drops its own when a later reading fails. */
  #held: OwnSupport | null = null;
  #state: State = { busy: null, asked: null, failed: null };

  readonly #session = new SessionController(this);
  readonly #announcer = new Announcer(this);
  readonly #own = new Task(this, {
    args: () => [this.#session.session, this.#counts, this.version, this.scope] as const,
    task: async ([session, counts, , scope], { signal }) => {
      const wanted = scope === "ALL" ? counts : { ...counts, offers: 0 };
      return session.status === "SIGNED_IN" ? await readOwnSupport(session.request, wanted, signal) : null;
    },
    onComplete: (own) => {
      this.#held = own;
    },
  });

  readonly #live = new LiveController(this, this.#session, {
    streams: ["EXCHANGES"],
    read: () => this.#freshen(),
    isBusy: () => this.#state.busy !== null,
    isHeld: () => this.#state.asked !== null,
    wait: () => this.#announcer.say(this.#strings.freshLater),
  });

  constructor() {
    super();
    this.scope = "ALL";
    new ReadingLife(this, this.#own);
  }

  override render(): TemplateResult {
    return html`${this.#announcer.render()} ${this.#live.renderNote(this.#strings.freshLater)}
      <div class="stack">
        ${this.#own.error ? problemState(this.words, this.#own.error, () => void this.#own.run()) : null} ${this.#lists()}
      </div>`;
  }

  #lists(): TemplateResult | null {
    const own = this.#held;
    if (!own) return this.#own.error ? null : loadingState(this.words, 3);
    const dayName = dayFormat(this.words.locale);
    const strings = this.#strings;
    const cards = own.open.nodes.map((exchange) => exchangeCard(strings, exchange, dayName));
    const [forYou, going, forOthers] = [
      cards.filter(({ can }) => can.includes("ACCEPT")),
      cards.filter(({ can }) => can.includes("END")),
      cards.filter(({ can }) => !can.includes("ACCEPT") && !can.includes("END")),
    ];
    const offers = this.scope === "ALL" ? own.offers.nodes.map((offer) => offerCard(strings, offer)) : [];
    return html`${cards.length + offers.length === 0 ? this.#empty() : null}
      ${this.#section(strings.forYou, forYou)} ${this.#section(strings.going, going)}
      ${this.#section(strings.forOthers, forOthers)} ${own.open.hasMore ? this.#more("open") : null}
      ${this.#section(strings.offers, offers)} ${offers.length && own.offers.hasMore ? this.#more("offers") : null}
      ${this.#earlier(own, dayName)}`;
  }

  get #strings(): OwnSupportStrings {
    return this.words.of(ownSupportWords);
  }

  #empty(): TemplateResult {
    const strings = this.#strings;
    const all = this.scope === "ALL";
    return html`<div class="stack close">
      <p><strong>${all ? strings.empty : strings.noExchanges}</strong></p>
      <p class="muted">${all ? strings.emptyNext : strings.noExchangesNext}</p>
    </div>`;
  }

  #section(title: string, cards: readonly OwnCard[]): TemplateResult | null {
    if (!cards.length) return null;
    return html`<section aria-label=${title}>
      <h3 tabindex="-1" class=${title === this.#strings.earlier ? "unseen" : ""}>${title}</h3>
      <ul class="list">
        ${repeat(
          cards,
          ({ id }) => id,
          (card) => ownCard(card, this.#cardState),
        )}
      </ul>
    </section>`;
  }

  #earlier({ earlier }: OwnSupport, dayName: (day: string) => string): TemplateResult {
    const open = this.#counts.earlier > 0;
    const strings = this.#strings;
    const turn = () => {
      this.#want({ earlier: open ? 0 : PAGE });
    };
    return html`<p>
        <button type="button" class="quiet" aria-expanded=${open} @click=${turn}>${strings.earlier}</button>
      </p>
      ${open && !earlier.nodes.length ? html`<p class="muted small">${strings.noneEarlier}</p>` : null}
      ${this.#section(strings.earlier, open ? earlier.nodes.map((exchange) => exchangeCard(strings, exchange, dayName)) : [])}
      ${open && earlier.hasMore ? this.#more("earlier") : null}`;
  }

  #more(list: keyof Counts): TemplateResult {
    const more = () => {
      this.#want({ [list]: this.#counts[list] + PAGE });
    };
    return html`<p><button type="button" @click=${more}>${this.#strings.more}</button></p>`;
  }

  get #cardState(): CardState {
    const { busy, asked, failed } = this.#state;
    return {
      words: this.words,
      busy,
      asked,
      problem: (id) => (failed?.id === id ? ownProblem(this.words, failed.error) : null),
      press: this.#press,
      keep: this.#keep,
    };
  }

  readonly #press = (id: string, action: Action): void => {
    const { busy, asked } = this.#state;
    if (busy) return;
    if (action === "EDIT") return this.#edit(id);
    if (!isFinal(action) || (asked?.id === id && asked.action === action)) return void this.#act(id, action);
    this.#set({ asked: { id, action }, failed: null });
    void focusOn(this, `#${id}-sure`);
  };

  readonly #keep = (): void => {
    const { asked } = this.#state;
    this.#set({ asked: null });
    if (asked) void focusOn(this, `#${asked.id} [data-action=${asked.action}]`);
  };

  /** A form of its own, which the board has. */
  #edit(id: string): void {
    const offer = this.#held?.offers.nodes.find((one) => one.id === id);
    if (offer) this.dispatchEvent(new CustomEvent("kith-part-edit", { detail: offer }));
  }

  async #act(id: string, action: Exclude<Action, "EDIT">): Promise<void> {
    const { session } = this.#session;
    if (session.status !== "SIGNED_IN") return;
    this.#set({ busy: { id, action }, failed: null });
    try {
      const exchange = await act(session.request, action, id);
      this.#announcer.say(this.#strings.done[action]);
      if (exchange) {
        const { state, supportOffer } = exchange;
        this.dispatchEvent(new KithExchangeChangedEvent({ id, state, supportOfferId: supportOffer.id }));
      }
    } catch (error) {
      this.#set({ failed: { id, error } });
    }
    // Read again either way: a refusal mostly means that what was shown is not so any more.
    await this.#own.run();
    this.#set({ busy: null, asked: null });
    await this.updateComplete;
    // The button may be gone, and the card have moved to another list or out of sight.
    const places = [`#${id} [data-action=${action}]`, `#${id} h4`, "h3", "button"];
    await focusOn(this, places.find((place) => this.renderRoot.querySelector(place)) ?? "button");
  }

  /** Shows what has changed meanwhile, and says so to those who listen; what one did oneself is no news. */
  async #freshen(): Promise<void> {
    const before = this.#held;
    await this.#own.run();
    if (before && JSON.stringify(before) !== JSON.stringify(this.#held)) this.#announcer.say(this.#strings.fresh);
  }

  #want(counts: Partial<Counts>): void {
    this.#counts = { ...this.#counts, ...counts };
    this.requestUpdate();
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-part-own-support": KithPartOwnSupport;
  }
}
