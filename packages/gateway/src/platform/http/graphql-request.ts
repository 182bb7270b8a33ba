import type { IncomingMessage } from "node:http";
import { GraphQLError } from "graphql";
import type { Log } from "../graphql/context.js";
import { fault, formatError } from "../graphql/errors.js";
import { admitOrigin } from "../identity/admit-origin.js";
import type { Credentials } from "../identity/identify.js";
import type { Identity } from "../identity/identity.js";
import type { IdentityDesk } from "../identity/open-identity.js";
import { PREFLIGHT, readableBy } from "./cors.js";
import type { HttpLimits } from "./http-limits.js";
import { isOwnPage } from "./own-page.js";
import { type BodyFault, dropRest, readBody } from "./read-body.js";
import { type Reply, reply, replyFault } from "./reply.js";
import type { Visit } from "./visit.js";

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
/** How long whoever sends too much may finish, so that they read why it was refused. */
const LINGER_MS = 500;

export interface Receiving {
  readonly identity: IdentityDesk;
  readonly development: boolean;
  readonly limits: HttpLimits;
  readonly log: Log;
}

/** A request that may be asked of GraphQL. */
export interface Received {
  readonly contentType: string;
  readonly credentials: Credentials;
  /** Null only where development lets anyone look at the schema. */
  readonly known: Identity | null;
  /** Whether whoever this is may ask from the page that asks. Throws if not. */
  admit(known: Identity): void;
  /** The JSON object that was posted. */
  body(): Promise<object>;
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

/** Receives what is posted to GraphQL, whichever way its answer goes; what is thrown while answering, it answers. */
export function receiving(
  { identity, development, limits, log }: Receiving,
  answer: (visit: Visit, received: Received) => Promise<void>,
): (visit: Visit) => Promise<void> {
  async function receive(visit: Visit): Promise<Received> {
    const { request } = visit;
    const { headers } = request;
    const contentType = typeOf(request);
    const credentials = credentialsOf(request);
    const admit = (known: Identity) => admitOrigin(known, headers.origin, development && isOwnPage(headers));
    const known = await identity.identify(credentials);
    if (known) admit(known);
    // Whoever develops may look at the schema; the door lets nothing else through without a viewer.
    else if (!development) throw fault("UNAUTHENTICATED", { reason: "CREDENTIAL_MISSING" });
    visit.partnerId = known?.viewer.partnerId ?? null;
    return {
      contentType,
      credentials,
      known,
      admit,
      async body() {
        const read = await readBody(request, { maxBytes: limits.bodyBytes, withinMs: limits.bodyMs });
        if (read === "TOO_LARGE") await dropRest(request, LINGER_MS);
        return jsonOf(read);
      },
    };
  }

  return async function received(visit: Visit): Promise<void> {
    const { request } = visit;
    if (request.method === "OPTIONS") return reply(visit, { status: 204, headers: PREFLIGHT });
    try {
      await answer(visit, await receive(visit));
    } catch (error) {
      // Such an answer holds a code and nothing of anyone's, so that any page may learn why it was turned away.
      const headers = readableBy(request.headers.origin);
      if (error instanceof Turned) {
        replyFault(visit, error.fault, { ...error.how, headers: { ...headers, ...error.how.headers } });
      } else {
        const thrown = error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error });
        replyFault(visit, formatError(thrown, { requestId: visit.requestId, log }), { headers });
      }
    }
  };
}

function typeOf({ method, headers }: IncomingMessage): string {
  const bad = (reason: string, status: number, more: Reply["headers"] = {}) =>
    new Turned(fault("BAD_INPUT", { reason }), { status, headers: more });
  if (method !== "POST") throw bad("METHOD_NOT_ALLOWED", 405, { allow: "POST, OPTIONS" });
  if (!JSON_TYPE.test(headers["content-type"] ?? "")) throw bad("CONTENT_TYPE_NOT_JSON", 415);
  if (headers["content-encoding"] !== undefined) throw bad("CONTENT_ENCODING_NOT_READ", 415);
  return headers["content-type"] as string;
}

function credentialsOf({ headers }: IncomingMessage): Credentials {
  const actFor = headers["kith-member"];
  return { authorization: headers.authorization, actFor: Array.isArray(actFor) ? actFor.join() : actFor };
}

function jsonOf(body: Buffer | BodyFault): object {
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
