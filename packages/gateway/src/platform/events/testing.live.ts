import { createClient as createStreams } from "graphql-sse";
import { type Client, createClient } from "graphql-ws";
import WebSocket from "ws";
import { expectUnmarked, type TestGateway } from "../http/testing.js";

type Who = { readonly token: string } | string | null;
/** Where to connect, and whose marks must not be met there. */
type At = Pick<TestGateway, "url" | "partners">;

/** One subscription as a test sees it. What it brings is searched for the marks of partners who are not its owner's. */
export interface TestStream {
  /** The next event: what it brings by its one root field, or its errors. Fails once it has ended. */
  next(): Promise<any>;
  /** All that came and was not taken. */
  readonly came: any[];
  /** The close code of its socket, the HTTP status it was answered with, the errors it was refused by, or `complete`. */
  readonly ended: Promise<any>;
  stop(): void;
}

export interface TestSocket {
  readonly client: Client;
  subscribe(query: string, variables?: Record<string, unknown>): TestStream;
  stop(): void;
}

export interface SocketOptions {
  /** What `connection_init` carries; the credential unless said. */
  readonly params?: Record<string, unknown>;
  readonly origin?: string;
}

/** A client of graphql-ws that never comes back by itself. */
export function testSocket(at: At, as: Who, { params, origin }: SocketOptions = {}): TestSocket {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, origin === undefined ? {} : { origin });
    }
  }
  const client = createClient({
    url: `${at.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: params ?? { authorization: authorization(as) },
  });
  return {
    client,
    stop: () => void client.dispose(),
    subscribe: (query, variables = {}) => follow(at, as, (sink) => client.subscribe({ query, variables }, sink)),
  };
}

/** A client of graphql-sse that never comes back by itself. */
export function testEvents(
  at: At,
  as: Who,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Readonly<Record<string, string>> = {},
): TestStream {
  const given = authorization(as);
  const client = createStreams({
    url: `${at.url}/graphql/stream`,
    retryAttempts: 0,
    headers: { ...(given !== undefined && { authorization: given }), ...headers },
  });
  return follow(at, as, (sink) => client.subscribe({ query, variables }, sink));
}

function authorization(as: Who): string | undefined {
  return as === null ? undefined : `Bearer ${typeof as === "string" ? as : as.token}`;
}

interface Sink {
  next(event: any): void;
  error(error: any): void;
  complete(): void;
}

function follow({ partners }: At, as: Who, subscribe: (sink: Sink) => () => void): TestStream {
  const others = partners.filter(({ owns }) => !owns(authorization(as) ?? null));
  const came: any[] = [];
  const takers: ((event: any) => void)[] = [];
  let fail: (error: unknown) => void = () => undefined;
  let stop = () => {};
  const ended = new Promise<any>((resolve, reject) => {
    fail = reject;
    stop = subscribe({
      next({ data, errors }) {
        try {
          for (const { marks } of others) expectUnmarked(JSON.stringify({ data, errors }), marks, "An event");
        } catch (error) {
          return fail(error);
        }
        const event = errors ?? (Object.values(data) as unknown[])[0];
        const taker = takers.shift();
        if (taker) taker(event);
        else came.push(event);
      },
      error: (error) => resolve(error?.code ?? error?.response?.status ?? error),
      complete: () => resolve("complete"),
    });
  });
  ended.catch(() => undefined);
  return {
    ended,
    came,
    stop: () => stop(),
    next: () =>
      new Promise((resolve, reject) => {
        const event = came.shift();
        if (event !== undefined) return resolve(event);
        takers.push(resolve);
        ended.then((how) => reject(new Error(`It ended: ${JSON.stringify(how)}`)), reject);
      }),
  };
}
