import { html, LitElement, type TemplateResult } from "lit";
import { FootController } from "../../platform/frame/foot.controller.js";
import { frame, silentFrame } from "../../platform/frame/frame.js";
import { frameStyles } from "../../platform/frame/frame.styles.js";
import { SessionController } from "../../platform/session/session.controller.js";
import type { Session } from "../../platform/session/session.js";
import { loadingState, problemState, signedOutState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import { tokens } from "../../platform/theme/tokens.styles.js";
import { WordsController } from "../../platform/words/words.controller.js";
import type { Words } from "../../platform/words/words.js";
import { isHardDay, type Question } from "./answers.js";
import type { CheckInFlow } from "./check-in-flow.js";
import { checkInForm } from "./check-in-form.js";
import { FlowController } from "./flow.controller.js";
import { styles } from "./kith-check-in.styles.js";
import { START, type State } from "./state.js";
import { checkInWords } from "./words.js";

const BLOCKS = 7;

/**
 * The short daily check-in, and the member's own last four weeks.
 *
 * @attr crisis-url - Crisis help, where the element holds no link of the page's own.
 * @attr exit-url - Where "Leave this page fast" goes.
 * @attr theme - `light`, `dark` or `auto`; the page's `color-scheme` unless said.
 * @slot - Shows until the element is ready, and then in its foot: the page's own crisis lines.
 * @csspart card, heading, primary, foot, crisis-link, exit-link
 * @fires kith-check-in-recorded - A check-in was saved.
 * @fires kith-check-in-kept - Nobody answered: it is kept on the device, and sent later.
 */
export class KithCheckIn extends LitElement {
  static override styles = [tokens, controls, frameStyles, styles];

  readonly #session = new SessionController(this, () => this.#forget());
  readonly #words = new WordsController(this, checkInWords);
  readonly #foot = new FootController(this, this.#words);
  readonly #flow = new FlowController(this, this.#session, async (member) =>
    (await import("./check-in-flow.js")).startFlow(
      {
        element: this,
        words: this.#words,
        state: () => this.#state,
        isOf: (one) => one === this.#session.session,
        set: (change) => this.#set(change),
      },
      member,
    ),
  );

  #state = START;

  /** Takes the element off the page, and what it holds with it. May be called again; put back, it begins anew. */
  destroy(): void {
    this.remove();
    this.#session.leave();
  }

  override render(): TemplateResult {
    const { session } = this.#session;
    const words = this.#words.value;
    if (!words) return silentFrame(BLOCKS, this.#foot.render());
    return frame(words, {
      title: this.#flow.value?.title(words) ?? words.of(checkInWords).title,
      body: this.#body(words, session),
      foot: this.#foot.render(),
    });
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
        return html`${this.#flow.value?.note(words)} ${this.#content(words)}
          <div class="stack close after">${this.#flow.value?.lastWeeks(words)}</div>`;
      default:
        return session satisfies never;
    }
  }

  #content(words: Words): TemplateResult {
    const { answers, phase, problem } = this.#state;
    const flow = this.#flow.value;
    const strings = words.of(checkInWords);
    if (!this.#isAsking) return flow?.done(words, this.#help(words)) ?? loadingState(words, 1);
    return checkInForm({
      strings,
      answers,
      choose: this.#choose,
      restored: flow?.restored(words) ?? null,
      help: this.#help(words),
      problem: flow ? flow.problem(words) : problem ? problemState(words, problem, undefined, strings.safe) : null,
      busy: phase === "SAVING",
      save: this.#save,
      skip: () => void this.#go((flow) => flow.finish("SKIPPED")),
    });
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
        this.#state.hard
          ? html`<p class="note small">
              <strong>${strings.hardDay}</strong>
              ${this.#isAsking ? strings.hardDayNext : strings.hardDayAfter}
              <a href=${this.#foot.crisisAddress} target="_blank" rel="noopener noreferrer">${strings.hardDayLink}</a>.
            </p>`
          : null
      }
    </div>`;
  }

  readonly #choose = (question: Question, value: number | boolean | undefined): void => {
    const { [question]: _, ...others } = this.#state.answers;
    const answers = value === undefined ? others : { ...others, [question]: value };
    this.#set({ answers, hard: isHardDay(answers), sending: null, incomplete: false, restored: false });
    this.#flow.value?.onChange();
  };

  readonly #save = (event: Event): void => {
    event.preventDefault();
    if (this.#state.phase === "SAVING") return;
    this.#set({ phase: "SAVING", problem: null, notKept: false });
    void this.#go((flow) => flow.save());
  };

  /** Goes on with what may still be on its way. */
  async #go(on: (flow: CheckInFlow) => unknown): Promise<void> {
    const { session } = this.#session;
    try {
      const flow = await this.#flow.coming;
      if (flow) await on(flow);
    } catch (problem) {
      if (session === this.#session.session) this.#set({ phase: "ASKING", problem });
    }
  }

  /** Another member, or nobody: only the way to help stays, until somebody is signed in again. */
  #forget(): void {
    this.#set({ ...START, hard: this.#state.hard && this.#session.session.status !== "SIGNED_IN" });
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-check-in": KithCheckIn;
  }
}
