import type { KithError } from "@kith/sdk";
import { sharedWords } from "../words/shared-words.js";
import type { Words } from "../words/words.js";

/** What happened, and what to do next: two plain sentences. */
export interface Problem {
  readonly what: string;
  readonly next: string;
}

/** By name, so that the class itself need not be fetched before anything can fail. */
export function isKithError(error: unknown): error is KithError {
  return error instanceof Error && error.name === "KithError";
}

/** Puts a failed call into words. What was typed is the caller's to speak of. */
export function problemOf(words: Words, error: unknown): Problem {
  const { unreachable, unreachableNext } = words.of(sharedWords);
  // While there is nothing to explain it with, the line is down.
  return words.explain?.(error) ?? { what: unreachable, next: unreachableNext };
}
