import type { Answers } from "./answers.js";
import type { Sending } from "./saving.js";

/** Where a check-in stands. */
export interface State {
  readonly phase: "ASKING" | "SAVING" | "SAVED" | "KEPT" | "SKIPPED";
  readonly answers: Answers;
  /** An answer was as hard as it gets: the way to help stays in sight whatever becomes of it. */
  readonly hard: boolean;
  /** As they were tried to be sent, until they change. */
  readonly sending: Sending | null;
  /** They were begun before the page was loaded. */
  readonly restored: boolean;
  /** They were sent off, or tried to be, with nothing in them. */
  readonly incomplete: boolean;
  readonly problem: unknown;
  /** Nobody answered, and nothing can be kept. */
  readonly notKept: boolean;
}

export const START: State = {
  phase: "ASKING",
  answers: {},
  hard: false,
  sending: null,
  restored: false,
  incomplete: false,
  problem: null,
  notKept: false,
};
