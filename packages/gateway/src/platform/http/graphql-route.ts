import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";
import type { Apollo } from "../graphql/apollo.js";
import type { Context } from "../graphql/context.js";
import { fault, formatError } from "../graphql/errors.js";
import { admitOrigin } from "../identity/admit-origin.js";
import type { IdentityDesk } from "../identity/open-identity.js";
import type { Viewer } from "../identity/viewer.js";
import { PREFLIGHT, readableBy } from "./cors.js";
import type { HttpLimits } from "./http-limits.js";
import { isOwnPage } from "./own-page.js";
import { type BodyFault, dropRest, readBody } from "./read-body.js";
import { type Reply, reply, replyFault } from "./reply.js";
import type { Visit } from "./visit.js";

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
/** How long whoever sends too much may finish, so that they read why it was refused. */
const LINGER_MS = 500;
const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

export interface GraphqlRoute {
  readonly apollo: Apollo;
  readonly identity: IdentityDesk;
  readonly development: boolean;
  readonly limits: HttpLimits;
  contextFor(visit: Visit, viewer: Viewer | null, idempotencyKey: string | null): Context;
}

/** What a request failed by before GraphQL, with what HTTP wants to say beside it. */
class Turned extends Error {
  constructor(
    readonly fault: GraphQLError,
    readonly how: Partial<Reply> = {},
  ) {
    super();
  }
}

export function graphqlRoute({ apollo, identity, development, limits, contextFor }: GraphqlRoute) {
  async function answer(visit: Visit): Promise<void> {
    const { request } = visit;
    const contentType = typeOf(request);
    const viewer = await viewerOf(request);
    visit.partnerId = viewer?.partnerId ?? null;
    const context = contextFor(visit, viewer, idempotencyKeyOf(request));
    const read = await readBody(request, { maxBytes: limits.bodyBytes, withinMs: limits.bodyMs });
    if (read === "TOO_LARGE") await dropRest(request, LINGER_MS);
    const body = jsonOf(read);
    const answered = await within(
      limits.answerMs,
      apollo.answer({ body, contentType, accept: request.headers.accept }, context),
    );
    visit.outcome = answered.outcome;
    visit.operationName = answered.operationName;
    reply(visit, {
      status: answered.status,
      headers: {
        ...readableBy(request.headers.origin),
        "content-type": answered.contentType,
        ...(answered.status === 503 && { "retry-after": "1" }),
      },
      body: answered.body,
    });
  }

  return async function graphql(visit: Visit): Promise<void> {
    const { request } = visit;
    if (request.method === "OPTIONS") return reply(visit, { status: 204, headers: PREFLIGHT });
    try {
      await answer(visit);
    } catch (error) {
      // Such an answer holds a code and nothing of anyone's, so that any page may learn why it was turned away.
      const headers = readableBy(request.headers.origin);
      if (error instanceof Turned) {
        replyFault(visit, error.fault, { ...error.how, headers: { ...headers, ...error.how.headers } });
      } else {
        const { log } = contextFor(visit, null, null);
        const thrown = error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error });
        replyFault(visit, formatError(thrown, { requestId: visit.requestId, log }), { headers });
      }
    }
  };

  function typeOf({ method, headers }: IncomingMessage): string {
    const bad = (reason: string, status: number, more: Reply["headers"] = {}) =>
      new Turned(fault("BAD_INPUT", { reason }), { status, headers: more });
    if (method !== "POST") throw bad("METHOD_NOT_ALLOWED", 405, { allow: "POST, OPTIONS" });
    if (!JSON_TYPE.test(headers["content-type"] ?? "")) throw bad("CONTENT_TYPE_NOT_JSON", 415);
    if (headers["content-encoding"] !== undefined) throw bad("CONTENT_ENCODING_NOT_READ", 415);
    return headers["content-type"] as string;
  }

  async function viewerOf({ headers }: IncomingMessage): Promise<Viewer | null> {
    const actFor = headers["kith-member"];
    const known = await identity.identify({
      authorization: headers.authorization,
      actFor: Array.isArray(actFor) ? actFor.join() : actFor,
    });
    if (known) {
      admitOrigin(known, headers.origin, development && isOwnPage(headers));
      return known.viewer;
    }
    // Whoever develops may look at the schema; the door lets nothing else through without a viewer.
    if (!development) throw fault("UNAUTHENTICATED", { reason: "CREDENTIAL_MISSING" });
    return null;
  }
}

function idempotencyKeyOf({ headers }: IncomingMessage): string | null {
  const key = headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key !== "string" || !VISIBLE_ASCII.test(key)) throw fault("BAD_INPUT", { field: "Idempotency-Key" });
  return key;
}

function jsonOf(body: Buffer | BodyFault): unknown {
  if (typeof body === "string") throw bodyFault(body);
  try {
    const parsed: unknown = JSON.parse(utf8.decode(body));
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // Neither text nor JSON: answered like JSON that is no object.
  }
  throw fault("BAD_INPUT", { reason: "BODY_NOT_A_JSON_OBJECT" });
}
const utf8 = new TextDecoder("utf-8", { fatal: true });

function bodyFault(why: BodyFault): Turned {
  const [status, reason] = why === "TOO_LARGE" ? [413, "BODY_TOO_LARGE"] : [408, "BODY_TOO_SLOW"];
  return new Turned(fault("BAD_INPUT", { reason: reason as string }), {
    status: status as number,
    headers: { connection: "close" },
  });
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fault("UNAVAILABLE", { reason: "TOOK_TOO_LONG" })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
