import { html, LitElement, type TemplateResult } from "lit";
import { focusOn } from "../../platform/focus.js";
import { FootController } from "../../platform/frame/foot.controller.js";
import { frame } from "../../platform/frame/frame.js";
import { frameStyles } from "../../platform/frame/frame.styles.js";
import { LazyPart } from "../../platform/lazy-part.controller.js";
import { SessionController } from "../../platform/session/session.controller.js";
import type { Session } from "../../platform/session/session.js";
import { loadingState, problemState, signedOutState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import { tokens } from "../../platform/theme/tokens.styles.js";
import { type Answers, isHardDay, type Question } from "./answers.js";
import { checkInForm } from "./check-in-form.js";
import { KithCheckInRecordedEvent } from "./kith-check-in.events.js";
import { styles } from "./kith-check-in.styles.js";
import type { Sending } from "./saving.js";
import { strings } from "./strings.en.js";

const TITLES = {
  ASKING: strings.title,
  SAVING: strings.title,
  SAVED: strings.savedTitle,
  SKIPPED: strings.skippedTitle,
};

interface State {
  readonly phase: keyof typeof TITLES;
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
  readonly #foot = new FootController(this);
  readonly #trend = new LazyPart(
    this,
    "kith-part-pulse-trend",
    async () => (await import("../kith-part-pulse-trend/kith-part-pulse-trend.js")).KithPartPulseTrend,
  );

  #state = START;
  #hard = false;
  #trendIsOpen = false;
  #sending: Sending | null = null;
  #saved = 0;

  override render(): TemplateResult {
    const { session } = this.#session;
    return frame({
      title: session.status === "SIGNED_IN" ? TITLES[this.#state.phase] : strings.title,
      body: this.#body(session),
      foot: this.#foot.render(),
    });
  }

  #body(session: Session): TemplateResult {
    switch (session.status) {
      case "NONE":
      case "CONNECTING":
        return loadingState(7);
      case "SIGNED_OUT":
        return html`${signedOutState()}${this.#help()}`;
      case "FAILED":
        return html`${problemState(session.error, session.retry)}${this.#help()}`;
      case "SIGNED_IN":
        return html`${this.#content()}${this.#lastWeeks()}`;
      default:
        return session satisfies never;
    }
  }

  #content(): TemplateResult {
    const { phase, answers } = this.#state;
    switch (phase) {
      case "ASKING":
      case "SAVING":
        return checkInForm({
          answers,
          choose: this.#choose,
          help: this.#help(),
          problem: this.#problem(),
          busy: phase === "SAVING",
          save: this.#save,
          skip: () => this.#finish("SKIPPED"),
        });
      case "SAVED":
        return this.#done(strings.savedNext, strings.again);
      case "SKIPPED":
        return this.#done(strings.skippedNext, strings.afterAll);
      default:
        return phase satisfies never;
    }
  }

  #done(next: string, again: string): TemplateResult {
    return html`<p>${next}</p>
      ${this.#help()}
      <p><button type="button" @click=${this.#restart}>${again}</button></p>`;
  }

  get #isAsking(): boolean {
    const { phase } = this.#state;
    return this.#session.session.status === "SIGNED_IN" && (phase === "ASKING" || phase === "SAVING");
  }

  /** Stays beside a hard answer whatever becomes of it. */
  #help(): TemplateResult {
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

  #problem(): TemplateResult | null {
    const { incomplete, problem } = this.#state;
    if (incomplete) return html`<p class="problem" role="alert">${strings.nothingYet}</p>`;
    return problem ? problemState(problem, undefined, strings.safe) : null;
  }

  #lastWeeks(): TemplateResult {
    const open = this.#trendIsOpen;
    const part = html`<kith-part-pulse-trend .version=${this.#saved}></kith-part-pulse-trend>`;
    return html`<div class="stack close after">
      <p>
        <button type="button" class="quiet" aria-expanded=${open} @click=${() => this.#turnTrend(!open)}>
          ${strings.trend}
        </button>
      </p>
      ${open ? this.#trend.render(part) : null}
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
