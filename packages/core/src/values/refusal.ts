import type { ErrorCode } from "./error-code.js";

/** What a rule answers when it says no. A code and a finer reason, never text for people. */
export interface Refusal<Code extends ErrorCode = ErrorCode, Reason extends string = string> {
  readonly refused: true;
  readonly code: Code;
  readonly reason?: Reason | undefined;
  /** Dotted path in the mutation's input of what was wrong: `recordedAt`, `waysToMeet.1`. */
  readonly field?: string | undefined;
}

/** A refusal that always says why: what each rule lists, so that a `switch` over its reasons can be exhaustive. */
export interface RefusalOf<Code extends ErrorCode, Reason extends string> extends Refusal<Code, Reason> {
  readonly reason: Reason;
}

/** A refusal: its code, why, and where in the input it went wrong. */
export function refuse<const Code extends ErrorCode>(code: Code): Refusal<Code, never>;
export function refuse<const Code extends ErrorCode, const Reason extends string>(
  code: Code,
  reason: Reason,
  field?: string,
): RefusalOf<Code, Reason>;
export function refuse(code: ErrorCode, reason?: string, field?: string): Refusal {
  return {
    refused: true,
    code,
    ...(reason === undefined ? {} : { reason }),
    ...(field === undefined ? {} : { field }),
  };
}

/** Whether a rule said no. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "refused" in answer && answer.refused === true;
}
