import { sharedWords } from "../words/shared-words.js";
import type { Words } from "../words/words.js";
import { isKithError, type Problem } from "./problem.js";
import { problemWords } from "./words.js";

export { problemWords };

/** Puts a refusal of the gateway into words; null where none came from it. Fetched ahead, before it can be needed. */
export function explain(words: Words, error: unknown): Problem | null {
  if (!isKithError(error)) return null;
  const { signedOut, signedOutNext } = words.of(sharedWords);
  const strings = words.of(problemWords);
  switch (error.code) {
    case "UNAVAILABLE":
      return null;
    case "UNAUTHENTICATED":
      return { what: signedOut, next: signedOutNext };
    case "RATE_LIMITED":
      return { what: strings.busy, next: strings.busyNext(Math.ceil(error.retryAfter ?? 10)) };
    case "CONFLICT":
    case "NOT_FOUND":
    case "CAPACITY_REACHED":
      return { what: strings.changed, next: strings.changedNext };
    case "FORBIDDEN":
    case "CONSENT_REQUIRED":
      return { what: strings.refused, next: strings.refusedNext };
    default:
      return { what: strings.ours, next: strings.oursNext(error.requestId) };
  }
}
