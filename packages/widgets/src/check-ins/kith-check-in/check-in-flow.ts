import type { PulseCheckIn } from "@kith/sdk";
import { html, type LitElement, type TemplateResult } from "lit";
import { focusOn } from "../../platform/focus.js";
import { restoredNote } from "../../platform/keeping/restored-note.js";
import { keepingWords } from "../../platform/keeping/words.js";
import { LazyPart } from "../../platform/reading/lazy-part.js";
import type { SignedIn } from "../../platform/session/session.js";
import { problemState } from "../../platform/states.js";
import type { WordsController } from "../../platform/words/words.controller.js";
import type { Words } from "../../platform/words/words.js";
import { checkInDoneWords } from "../check-in-done/words.js";
import { pulseTrendWords } from "../kith-part-pulse-trend/words.js";
import { isHardDay } from "./answers.js";
import { type CheckInKeeping, keepCheckIns } from "./keeping.js";
import { keptNote, keptState } from "./keeping-states.js";
import { KithCheckInKeptEvent, KithCheckInRecordedEvent } from "./kith-check-in.events.js";
import { START, type State } from "./state.js";
import { checkInWords } from "./words.js";

/** The element, as far as what becomes of the answers needs it. */
export interface CheckIn {
  readonly element: LitElement;
  readonly words: WordsController;
  state(): State;
  /** Whether this is still who is signed in. */
  isOf(member: SignedIn): boolean;
  set(change: Partial<State>): void;
}

/** Fetches what is said later, and begins. */
export async function startFlow(checkIn: CheckIn, member: SignedIn): Promise<CheckInFlow> {
  await checkIn.words.add(keepingWords);
  await checkIn.words.add(checkInDoneWords);
  return new CheckInFlow(checkIn, member);
}

/** What becomes of one member's answers: saved, kept for later or skipped; and the last four weeks. */
export class CheckInFlow {
  readonly #life = new AbortController();
  readonly #keeping: CheckInKeeping;
  readonly #trend: LazyPart;
  #trendIsOpen = false;
  #saved = 0;

  constructor(
    private readonly checkIn: CheckIn,
    private readonly member: SignedIn,
  ) {
    this.#keeping = keepCheckIns(member, this.#life.signal, { sent: this.#onSaved, changed: this.#onKeptChange });
    this.#trend = new LazyPart(
      checkIn.element,
      checkIn.words,
      "kith-part-pulse-trend",
      pulseTrendWords,
      async () => (await import("../kith-part-pulse-trend/kith-part-pulse-trend.js")).KithPartPulseTrend,
    );
  }

  begin(): void {
    void this.#keeping.send();
    void this.#keeping.draft.restore().then((draft) => {
      const { phase, answers } = this.checkIn.state();
      const untouched = phase === "ASKING" && !Object.keys(answers).length;
      if (!draft || !untouched || !this.checkIn.isOf(this.member)) return;
      this.checkIn.set({ ...draft, hard: isHardDay(draft.answers), restored: true });
    });
  }

  stop(): void {
    this.#life.abort();
  }

  /** The answers are others now. */
  onChange(): void {
    const { answers, sending } = this.checkIn.state();
    this.#keeping.draft.set(Object.keys(answers).length ? { answers, sending } : null);
    // Fetched while the rest is being answered, so that saving does not wait for it.
    saving().catch(() => {});
  }

  /** In place of the element's own, once the questions are done with. */
  title(words: Words): string | null {
    switch (this.checkIn.state().phase) {
      case "SAVED":
        return words.of(checkInDoneWords).savedTitle;
      case "SKIPPED":
        return words.of(checkInDoneWords).skippedTitle;
      case "KEPT":
        return words.of(keepingWords).keptTitle;
      default:
        return null;
    }
  }

  note(words: Words): TemplateResult {
    const { phase } = this.checkIn.state();
    return keptNote(
      words.of(keepingWords),
      phase === "KEPT" ? { ...this.#keeping, waiting: 0, sent: 0 } : this.#keeping,
    );
  }

  restored(words: Words): TemplateResult | null {
    return this.checkIn.state().restored ? restoredNote(words.of(keepingWords), this.#restart) : null;
  }

  problem(words: Words): TemplateResult | null {
    const { incomplete, problem, notKept } = this.checkIn.state();
    if (incomplete) return html`<p class="problem" role="alert">${words.of(checkInDoneWords).nothingYet}</p>`;
    if (!problem) return null;
    return problemState(
      words,
      problem,
      undefined,
      notKept ? words.of(keepingWords).notKept : words.of(checkInWords).safe,
    );
  }

  /** What stands in place of the questions once they are done with. */
  done(words: Words, help: TemplateResult): TemplateResult {
    const { phase } = this.checkIn.state();
    if (phase === "KEPT") return keptState(words.of(keepingWords), help, this.#keeping.send);
    const strings = words.of(checkInDoneWords);
    const saved = phase === "SAVED";
    return html`<p>${saved ? strings.savedNext : strings.skippedNext}</p>
      ${help}
      <p><button type="button" @click=${this.#restart}>${saved ? strings.again : strings.afterAll}</button></p>`;
  }

  lastWeeks(words: Words): TemplateResult {
    const open = this.#trendIsOpen;
    const part = html`<kith-part-pulse-trend .words=${words} .version=${this.#saved}></kith-part-pulse-trend>`;
    return html`<p>
        <button type="button" class="quiet" aria-expanded=${open} @click=${() => this.#turnTrend(!open)}>
          ${words.of(checkInDoneWords).trend}
        </button>
      </p>
      ${open ? this.#trend.render(words, part) : null}`;
  }

  async save(): Promise<void> {
    const { startSending, send, isAway } = await saving();
    if (!this.checkIn.isOf(this.member)) return;
    const sending = this.checkIn.state().sending ?? startSending(this.checkIn.state().answers, new Date());
    this.checkIn.set({ sending });
    if (!sending) {
      this.checkIn.set({ phase: "ASKING", incomplete: true });
      return focusOn(this.checkIn.element, "input");
    }
    try {
      const saved = await send(this.member.request, sending);
      if (!this.checkIn.isOf(this.member)) return;
      this.finish("SAVED");
      this.#onSaved(saved);
    } catch (problem) {
      const kept = isAway(problem) && (await this.#keeping.keep(sending));
      if (!this.checkIn.isOf(this.member)) return;
      if (kept) {
        this.finish("KEPT");
        this.checkIn.element.dispatchEvent(new KithCheckInKeptEvent());
      } else {
        this.checkIn.set({ phase: "ASKING", problem, notKept: isAway(problem) });
        this.onChange();
      }
    }
  }

  finish(phase: "SAVED" | "KEPT" | "SKIPPED"): void {
    this.checkIn.set({ ...START, hard: this.checkIn.state().hard, phase });
    this.#keeping.draft.set(null);
    // The title now says how it went, so whoever listens hears it.
    void focusOn(this.checkIn.element, "h2");
  }

  readonly #restart = (): void => {
    this.checkIn.set(START);
    this.#keeping.draft.set(null);
    void focusOn(this.checkIn.element, "h2");
  };

  readonly #onSaved = ({ id, day }: PulseCheckIn): void => {
    this.#saved++;
    if (this.checkIn.state().phase === "SAVED") this.#turnTrend(true);
    this.checkIn.element.dispatchEvent(new KithCheckInRecordedEvent({ id, day }));
  };

  /** Sent from here, or by another tab. */
  readonly #onKeptChange = (): void => {
    if (this.checkIn.state().phase === "KEPT" && !this.#keeping.waiting) this.finish("SAVED");
    this.checkIn.element.requestUpdate();
  };

  #turnTrend(open: boolean): void {
    this.#trendIsOpen = open;
    if (open) void this.#trend.open();
    this.checkIn.element.requestUpdate();
  }
}

const saving = () => import("./saving.js");
