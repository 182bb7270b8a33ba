import type { OutgoingHttpHeaders } from "node:http";

const EXPOSED = "Kith-Request-Id, Retry-After, RateLimit";

/** A browser asks what it may send. It may send anything we read: who may do what is decided by the request itself. */
export const PREFLIGHT: OutgoingHttpHeaders = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "POST",
  "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, Kith-Member",
  "access-control-max-age": "7200",
};

/** Lets this page's script read the answer. There are no cookies, so nothing is ever sent along unasked. */
export function readableBy(origin: string | undefined): OutgoingHttpHeaders {
  if (origin === undefined) return { vary: "Origin" };
  return { "access-control-allow-origin": origin, "access-control-expose-headers": EXPOSED, vary: "Origin" };
}
