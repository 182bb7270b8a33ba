import { KithError } from "../errors.js";
import { isStale } from "../tokens.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** What ends a socket for good, and the code of it. What is not listed passes by itself. */
const FOR_GOOD: Record<number, [code: string, message: string]> = {
  4400: ["BAD_INPUT", "The gateway could not read what it was sent."],
  4401: ["UNAUTHENTICATED", "The gateway refused the credential."],
  4403: ["FORBIDDEN", "The gateway refused the connection."],
  4406: ["UNKNOWN_CODE", "The gateway does not speak graphql-transport-ws."],
};
const TOO_MANY = 4429;
const RESTARTING = 1012;

/** Whether another token might mend it. */
export function isRefusal(end: unknown): boolean {
  return codeOf(end) === 4401 || isStale(end);
}

/**
 * What follows the end of a subscription: milliseconds until it is tried again, or the error that ends it for good.
 * `failures` counts those before it since something was last received; `random` is from 0 to 1.
 */
export function judge(end: unknown, failures: number, random: number): number | KithError {
  const code = codeOf(end);
  const forGood = FOR_GOOD[code];
  if (forGood) {
    const said = (end as CloseEvent).reason;
    return new KithError(forGood[0], forGood[1], { reason: /^[A-Z_]+$/.test(said) ? said : undefined });
  }
  if (end instanceof KithError && !passes(end)) return end;
  if (code === RESTARTING && failures === 0) return random * 1_000;
  const doubled = Math.min(FIRST_WAIT * 2 ** (code === TOO_MANY ? failures + 4 : failures), LONGEST_WAIT);
  // Random, so that everyone who was cut off together does not come back together.
  const wait = doubled * (0.5 + random / 2);
  return end instanceof KithError ? Math.max(wait, (end.retryAfter ?? 0) * 1_000 + random * FIRST_WAIT) : wait;
}

// A token that could not be had is no refusal: after sleep the page's own server may not be reachable yet either.
function passes({ code, reason }: KithError): boolean {
  return code === "UNAVAILABLE" || code === "RATE_LIMITED" || reason === "TOKEN_CALLBACK";
}

function codeOf(end: unknown): number {
  return end instanceof KithError ? 0 : Number((end as CloseEvent | undefined)?.code ?? 0);
}
