import { html, LitElement, type TemplateResult } from "lit";
import { focusOn } from "../../platform/focus.js";
import { FootController } from "../../platform/frame/foot.controller.js";
import { frame, silentFrame } from "../../platform/frame/frame.js";
import { frameStyles } from "../../platform/frame/frame.styles.js";
import { LazyPart } from "../../platform/lazy-part.controller.js";
import { SessionController } from "../../platform/session/session.controller.js";
import type { Session } from "../../platform/session/session.js";
import { loadingState, problemState, signedOutState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import { tokens } from "../../platform/theme/tokens.styles.js";
import { WordsController } from "../../platform/words/words.controller.js";
import type { Words } from "../../platform/words/words.js";
import { checkInDoneWords } from "../check-in-done/words.js";
import { pulseTrendWords } from "../kith-part-pulse-trend/words.js";
import { type Answers, isHardDay, type Question } from "./answers.js";
import { checkInForm } from "./check-in-form.js";
import { KithCheckInRecordedEvent } from "./kith-check-in.events.js";
import { styles } from "./kith-check-in.styles.js";
import type { Sending } from "./saving.js";
import { checkInWords } from "./words.js";

const BLOCKS = 7;

interface State {
  readonly phase: "ASKING" | "SAVING" | "SAVED" | "SKIPPED";
  readonly answers: Answers;
  /** Answers were sent off, or tried to be, with nothing in them. */
  readonly incomplete: boolean;
  readonly problem: unknown;
}

const START: State = { phase: "ASKING", answers: {}, incomplete: false, problem: null };

/**
 * The short daily check-in, and the member's own last four weeks.
 *
 * @attr crisis-url - Crisis help, where the element holds no link of the page's own.
 * @attr exit-url - Where "Leave this page fast" goes.
 * @attr theme - `light`, `dark` or `auto`; the page's `color-scheme` unless said.
 * @slot - Shows until the element is ready, and then in its foot: the page's own crisis lines.
 * @csspart card, heading, primary, foot, crisis-link, exit-link
 * @fires kith-check-in-recorded - A check-in was saved.
 */
export class KithCheckIn extends LitElement {
  static override styles = [tokens, controls, frameStyles, styles];

  readonly #session = new SessionController(this, () => this.#forget());
  readonly #words = new WordsController(this, checkInWords, [checkInDoneWords]);
  readonly #foot = new FootController(this, this.#words);
  readonly #trend = new LazyPart(
    this,
    this.#words,
    "kith-part-pulse-trend",
    pulseTrendWords,
    async () => (await import("../kith-part-pulse-trend/kith-part-pulse-trend.js")).KithPartPulseTrend,
  );

  #state = START;
  #hard = false;
  #trendIsOpen = false;
  #sending: Sending | null = null;
  #saved = 0;

  override render(): TemplateResult {
    const { session } = this.#session;
    const words = this.#words.value;
    if (!words) return silentFrame(BLOCKS, this.#foot.render());
    return frame(words, {
      title: this.#title(words),
      body: this.#body(words, session),
      foot: this.#foot.render(),
    });
  }

  #title(words: Words): string {
    const { phase } = this.#state;
    if (this.#isAsking || this.#session.session.status !== "SIGNED_IN" || !words.has(checkInDoneWords)) {
      return words.of(checkInWords).title;
    }
    return words.of(checkInDoneWords)[phase === "SAVED" ? "savedTitle" : "skippedTitle"];
  }

  #body(words: Words, session: Session): TemplateResult {
    switch (session.status) {
      case "NONE":
      case "CONNECTING":
        return loadingState(words, BLOCKS);
      case "SIGNED_OUT":
        return html`${signedOutState(words)}${this.#help(words)}`;
      case "FAILED":
        return html`${problemState(words, session.error, session.retry)}${this.#help(words)}`;
      case "SIGNED_IN":
        return html`${this.#content(words)}${this.#lastWeeks(words)}`;
      default:
        return session satisfies never;
    }
  }

  #content(words: Words): TemplateResult {
    const { phase, answers } = this.#state;
    const strings = words.of(checkInWords);
    switch (phase) {
      case "ASKING":
      case "SAVING":
        return checkInForm({
          strings,
          answers,
          choose: this.#choose,
          help: this.#help(words),
          problem: this.#problem(words),
          busy: phase === "SAVING",
          save: this.#save,
          skip: () => this.#finish("SKIPPED"),
        });
      case "SAVED":
      case "SKIPPED":
        return this.#done(words, phase === "SAVED");
      default:
        return phase satisfies never;
    }
  }

  #done(words: Words, saved: boolean): TemplateResult {
    if (!words.has(checkInDoneWords)) return loadingState(words, 1);
    const strings = words.of(checkInDoneWords);
    return html`<p>${saved ? strings.savedNext : strings.skippedNext}</p>
      ${this.#help(words)}
      <p>
        <button type="button" @click=${this.#restart}>${saved ? strings.again : strings.afterAll}</button>
      </p>`;
  }

  get #isAsking(): boolean {
    const { phase } = this.#state;
    return this.#session.session.status === "SIGNED_IN" && (phase === "ASKING" || phase === "SAVING");
  }

  /** Stays beside a hard answer whatever becomes of it. */
  #help(words: Words): TemplateResult {
    const strings = words.of(checkInWords);
    return html`<div role="status">
      ${
        this.#hard
          ? html`<p class="note small">
              <strong>${strings.hardDay}</strong>
              ${this.#isAsking ? strings.hardDayNext : strings.hardDayAfter}
              <a href=${this.#foot.crisisAddress} target="_blank" rel="noopener noreferrer">${strings.hardDayLink}</a>.
            </p>`
          : null
      }
    </div>`;
  }

  #problem(words: Words): TemplateResult | null {
    const strings = words.of(checkInWords);
    const { incomplete, problem } = this.#state;
    if (incomplete) return html`<p class="problem" role="alert">${strings.nothingYet}</p>`;
    return problem ? problemState(words, problem, undefined, strings.safe) : null;
  }

  #lastWeeks(words: Words): TemplateResult {
    const open = this.#trendIsOpen;
    const part = html`<kith-part-pulse-trend .words=${words} .version=${this.#saved}></kith-part-pulse-trend>`;
    return html`<div class="stack close after">
      <p>
        <button type="button" class="quiet" aria-expanded=${open} @click=${() => this.#turnTrend(!open)}>
          ${words.of(checkInWords).trend}
        </button>
      </p>
      ${open ? this.#trend.render(words, part) : null}
    </div>`;
  }

  readonly #choose = (question: Question, value: number | boolean | undefined): void => {
    const { [question]: _, ...others } = this.#state.answers;
    const answers = value === undefined ? others : { ...others, [question]: value };
    this.#hard = isHardDay(answers);
    this.#sending = null;
    this.#set({ answers, incomplete: false });
    // Fetched while the rest is being answered, so that saving does not wait for it.
    saving().catch(() => {});
  };

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { session } = this.#session;
    if (session.status !== "SIGNED_IN" || this.#state.phase === "SAVING") return;
    this.#set({ phase: "SAVING", problem: null });
    try {
      const { send, startSending } = await saving();
      this.#sending ??= startSending(this.#state.answers, new Date());
      if (!this.#sending) {
        this.#set({ phase: "ASKING", incomplete: true });
        return await focusOn(this, "input");
      }
      const { id, day } = await send(session.request, this.#sending);
      if (session !== this.#session.session) return;
      this.#saved++;
      this.#finish("SAVED");
      this.#turnTrend(true);
      this.dispatchEvent(new KithCheckInRecordedEvent({ id, day }));
    } catch (problem) {
      if (session === this.#session.session) this.#set({ phase: "ASKING", problem });
    }
  };

  #finish(phase: "SAVED" | "SKIPPED"): void {
    this.#sending = null;
    this.#set({ ...START, phase });
    // The title now says how it went, so whoever listens hears it.
    void focusOn(this, "h2");
  }

  readonly #restart = (): void => {
    this.#hard = false;
    this.#set(START);
    void focusOn(this, "h2");
  };

  /** Another member, or nobody: only the way to help stays, until somebody is signed in again. */
  #forget(): void {
    this.#sending = null;
    this.#trendIsOpen = false;
    this.#hard &&= this.#session.session.status !== "SIGNED_IN";
    this.#set(START);
  }

  #turnTrend(open: boolean): void {
    this.#trendIsOpen = open;
    if (open) void this.#trend.open();
    this.requestUpdate();
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.requestUpdate();
  }
}

const saving = () => import("./saving.js");

declare global {
  interface HTMLElementTagNameMap {
    "kith-check-in": KithCheckIn;
  }
}
