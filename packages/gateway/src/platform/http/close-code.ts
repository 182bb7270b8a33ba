import type { GraphQLError } from "graphql";
import { codeOf } from "../graphql/errors.js";
import { RESTARTING } from "./live-connections.js";

/** What a socket is closed with, and says to its other side what to do next. */
const CLOSE = {
  /** Get a new token, then connect again. */
  UNAUTHENTICATED: 4401,
  /** Do not come again. */
  FORBIDDEN: 4403,
  MALFORMED: 4400,
  TOO_MANY: 4429,
  /** Connect again at once: there is another gateway, or soon will be. */
  RESTARTING: 1012,
  /** Connect again later. */
  LATER: 1013,
} as const;

export function closeCodeFor(why: GraphQLError): number {
  const code = codeOf(why);
  switch (code) {
    case "UNAUTHENTICATED":
      return CLOSE.UNAUTHENTICATED;
    case "FORBIDDEN":
    case "NOT_FOUND":
      return CLOSE.FORBIDDEN;
    case "BAD_INPUT":
      return CLOSE.MALFORMED;
    case "RATE_LIMITED":
      return why.extensions.reason === "READS_TOO_SLOWLY" ? CLOSE.LATER : CLOSE.TOO_MANY;
    default:
      return why.extensions.reason === RESTARTING ? CLOSE.RESTARTING : CLOSE.LATER;
  }
}

/** A code of ours, for whoever reads the console. */
export function closeReasonFor({ extensions: { code, reason } }: GraphQLError): string {
  return String(reason ?? code);
}
