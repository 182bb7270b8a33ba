import type { ErrorCode } from "@kith/core/values";

/** The HTTP status of a request that failed as a whole. */
export function statusFor(outcome: "OK" | ErrorCode): number {
  switch (outcome) {
    case "OK":
      return 200;
    case "UNAUTHENTICATED":
      return 401;
    case "FORBIDDEN":
      return 403;
    case "NOT_FOUND":
      return 404;
    case "RATE_LIMITED":
      return 429;
    case "INTERNAL":
      return 500;
    case "UNAVAILABLE":
      return 503;
    case "BAD_INPUT":
    case "CONFLICT":
    case "CAPACITY_REACHED":
    case "CONSENT_REQUIRED":
    case "IDEMPOTENCY_MISMATCH":
    case "QUERY_TOO_COSTLY":
      return 400;
    default:
      return outcome satisfies never;
  }
}
