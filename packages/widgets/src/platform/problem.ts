import { KithError } from "@kith/sdk";
import { strings } from "./words/strings.en.js";

/** What happened, and what to do next: two plain sentences. */
export interface Problem {
  readonly what: string;
  readonly next: string;
}

/** Puts a failed call into words. What was typed is the caller's to speak of. */
export function problemOf(error: unknown): Problem {
  const words = strings.problem;
  if (!(error instanceof KithError)) return { what: words.unreachable, next: words.unreachableNext };
  switch (error.code) {
    case "UNAVAILABLE":
      return { what: words.unreachable, next: words.unreachableNext };
    case "UNAUTHENTICATED":
      return { what: strings.signedOut, next: strings.signedOutNext };
    case "RATE_LIMITED":
      return { what: words.busy, next: words.busyNext(Math.ceil(error.retryAfter ?? 10)) };
    case "CONFLICT":
    case "NOT_FOUND":
    case "CAPACITY_REACHED":
      return { what: words.changed, next: words.changedNext };
    case "FORBIDDEN":
    case "CONSENT_REQUIRED":
      return { what: words.refused, next: words.refusedNext };
    default:
      return { what: words.ours, next: words.oursNext(error.requestId) };
  }
}
