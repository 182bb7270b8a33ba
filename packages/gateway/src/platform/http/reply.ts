import type { OutgoingHttpHeaders } from "node:http";
import type { GraphQLError } from "graphql";
import { codeOf } from "../graphql/errors.js";
import { statusFor } from "../graphql/status.js";
import { readableBy } from "./cors.js";
import type { Visit } from "./visit.js";

export interface Reply {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders | undefined;
  readonly body?: string | Buffer | undefined;
}

/** On every answer; a route that shows a page says what its page may do. */
const SAFE: OutgoingHttpHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "strict-transport-security": "max-age=31536000",
  "cache-control": "no-store",
};

/** Answers once; a second answer, or one to a caller who has gone, is dropped. */
export function reply({ request, response, requestId }: Visit, { status, headers, body = "" }: Reply): void {
  if (response.headersSent || response.destroyed) return;
  const length = status === 204 || status === 304 ? undefined : Buffer.byteLength(body);
  response.writeHead(status, {
    ...SAFE,
    "kith-request-id": requestId,
    ...(length !== undefined && { "content-length": length }),
    ...headers,
  });
  response.end(request.method === "HEAD" || length === undefined ? undefined : body);
}

/** A fault in the API's own form, for whoever did not get as far as GraphQL. */
export function replyFault(visit: Visit, error: GraphQLError, { status, headers }: Partial<Reply> = {}): void {
  const code = codeOf(error);
  visit.outcome = code;
  reply(visit, {
    status: status ?? statusFor(code),
    headers: {
      "content-type": `application/${asksForGraphql(visit) ? "graphql-response+json" : "json"}; charset=utf-8`,
      ...(code === "UNAVAILABLE" && { "retry-after": "1" }),
      ...(code === "UNAUTHENTICATED" && { "www-authenticate": "Bearer" }),
      ...headers,
    },
    body: JSON.stringify({ errors: [error.toJSON()] }),
  });
}

/** Clients that do so read an answer of another status than 200 only in the type that is GraphQL's own. */
function asksForGraphql({ request }: Visit): boolean {
  return /application\/graphql-response\+json/.test(request.headers.accept ?? "");
}

export function replyText(visit: Visit, status: number, body: string): void {
  reply(visit, { status, headers: { "content-type": "text/plain; charset=utf-8" }, body });
}

/** An answer whose body comes bit by bit, as server-sent events. */
export function replyStream({ request, response, requestId }: Visit): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(200, {
    ...SAFE,
    "kith-request-id": requestId,
    ...readableBy(request.headers.origin),
    "content-type": "text/event-stream; charset=utf-8",
    // nginx would keep it until there is a page of it.
    "x-accel-buffering": "no",
  });
  response.flushHeaders();
}
