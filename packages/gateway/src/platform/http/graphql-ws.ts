import { type ExecutionArgs, GraphQLError, type GraphQLSchema, parse } from "graphql";
import { makeServer } from "graphql-ws";
import type { Opened } from "../graphql/answer.js";
import type { Context, Log } from "../graphql/context.js";
import { fault, formatError } from "../graphql/errors.js";
import type { LiveDoor } from "../graphql/live-door.js";
import { admitOrigin } from "../identity/admit-origin.js";
import type { Credentials } from "../identity/identify.js";
import type { Identity } from "../identity/identity.js";
import type { IdentityDesk } from "../identity/open-identity.js";
import type { Standing } from "../identity/standing.js";
import { unauthenticated } from "../identity/unauthenticated.js";
import type { LiveConnections } from "./live-connections.js";
import type { LiveLimits } from "./live-limits.js";
import { isOwnPage } from "./own-page.js";
import type { Socket } from "./websocket.js";

export interface GraphqlWs {
  readonly schema: GraphQLSchema;
  readonly ask: LiveDoor;
  readonly identity: IdentityDesk;
  readonly connections: LiveConnections;
  readonly liveLimits: LiveLimits;
  readonly development: boolean;
  readonly log: Log;
  contextFor(requestId: string, standing: Standing): Context;
}

/** The library looks at a document for its kind alone; the one that was sent has been through the door. */
const ANY = parse("subscription { any }");

interface Extra {
  readonly socket: Socket;
  standing: Standing | null;
}

/** graphql-transport-ws, which brings subscriptions and nothing else: a request and its answer are HTTP's. */
export function graphqlWs(options: GraphqlWs): (socket: Socket) => (code: number, reason: string) => void {
  const { schema, ask, identity, connections, liveLimits: limits, development, log, contextFor } = options;

  /** Throws why not. */
  async function welcome({ socket }: Extra, params: unknown): Promise<Standing> {
    const { request, line } = socket;
    const credentials = credentialsIn(params);
    const admit = (known: Identity) =>
      admitOrigin(known, request.headers.origin, development && isOwnPage(request.headers));
    const known = await identity.identify(credentials);
    if (!known) throw unauthenticated("CREDENTIAL_MISSING");
    admit(known);
    return connections.seat(line, credentials, known, admit);
  }

  const server = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: limits.initMs,
    async onConnect({ extra, connectionParams }) {
      const { socket } = extra;
      try {
        extra.standing = await welcome(extra, connectionParams);
      } catch (error) {
        const thrown = error instanceof GraphQLError ? error : new GraphQLError("", { originalError: error as Error });
        socket.line.end(formatError(thrown, { requestId: socket.requestId, log }));
        return false;
      }
      return true;
    },
    async onSubscribe({ extra, subscriptions }, _id, { query, operationName, variables }) {
      const { socket, standing } = extra;
      if (!standing) return [unauthenticated("CREDENTIAL_MISSING")];
      if (Object.keys(subscriptions).length > limits.operations) {
        const why = fault("RATE_LIMITED", { reason: "TOO_MANY_OPERATIONS" });
        socket.line.end(why);
        return [why];
      }
      const asked = { query, operationName: operationName ?? null, variables: variables ?? {} };
      const opened = await ask(asked, contextFor(socket.requestId, standing));
      if ("result" in opened) return [...(opened.result.errors ?? [])];
      return { schema, document: ANY, contextValue: opened };
    },
    // It was opened above, where a refusal is still an error of its own.
    subscribe: ({ contextValue }: ExecutionArgs) => contextValue as Opened,
    execute: () => {
      throw new Error("Only subscriptions pass the door");
    },
  });

  return (socket) => {
    const { send, close, onMessage } = socket;
    const closed = server.opened(
      { protocol: "graphql-transport-ws", send, close, onMessage },
      { socket, standing: null },
    );
    return (code, reason) => void closed(code, reason).catch(() => undefined);
  };
}

/** As the headers of a request would say it: `{ "authorization": "Bearer …", "kithMember": "…" }`. */
function credentialsIn(params: unknown): Credentials {
  const { authorization, kithMember } = (params ?? {}) as Record<string, unknown>;
  for (const given of [authorization, kithMember]) {
    if (given !== undefined && typeof given !== "string") throw fault("BAD_INPUT", { reason: "REQUEST_MALFORMED" });
  }
  // A header reaches us one byte to a character, and is read so.
  const actFor = kithMember === undefined ? undefined : Buffer.from(kithMember as string, "utf8").toString("latin1");
  return { authorization: authorization as string | undefined, actFor };
}
