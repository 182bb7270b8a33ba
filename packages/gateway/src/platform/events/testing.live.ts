import { createClient as createStreams } from "graphql-sse";
import { type Client, createClient } from "graphql-ws";
import WebSocket from "ws";

export interface TestSocketOptions {
  /** What `connection_init` carries. */
  readonly params?: Record<string, unknown> | undefined;
  readonly origin?: string;
}

/** One subscription as a test sees it. */
export interface TestStream {
  /** The next event's data, or its errors; waits for it. */
  next(): Promise<any>;
  /** All that came until now and was not taken. */
  waiting(): readonly any[];
  /** How it ended: the close code of its socket, `complete`, or the errors it was refused with. */
  readonly ended: Promise<any>;
  stop(): void;
}

export interface TestSocket {
  readonly client: Client;
  subscribe(query: string, variables?: Record<string, unknown>): TestStream;
  dispose(): void;
}

/** A client of graphql-ws that never reconnects. */
export function testSocket(
  url: string,
  as: { readonly token: string } | null,
  options: TestSocketOptions = {},
): TestSocket {
  class Origined extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, options.origin === undefined ? {} : { origin: options.origin });
    }
  }
  const client = createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: Origined,
    lazy: true,
    retryAttempts: 0,
    connectionParams: options.params ?? (as ? { authorization: `Bearer ${as.token}` } : {}),
    onNonLazyError: () => undefined,
  });
  return {
    client,
    dispose: () => void client.dispose(),
    subscribe: (query, variables = {}) => streamOf((sink) => client.subscribe({ query, variables }, sink)),
  };
}

/** A client of graphql-sse that never reconnects. */
export function testStream(
  url: string,
  as: { readonly token: string } | null,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Readonly<Record<string, string>> = {},
): TestStream {
  const client = createStreams({
    url: `${url}/graphql/stream`,
    retryAttempts: 0,
    headers: { ...(as && { authorization: `Bearer ${as.token}` }), ...headers },
  });
  return streamOf((sink) => client.subscribe({ query, variables }, sink));
}

interface Sink {
  next(event: any): void;
  error(error: any): void;
  complete(): void;
}

function streamOf(subscribe: (sink: Sink) => () => void): TestStream {
  const came: any[] = [];
  const takers: ((event: any) => void)[] = [];
  let stop = () => {};
  const ended = new Promise<any>((resolve) => {
    stop = subscribe({
      next(event) {
        const taker = takers.shift();
        if (taker) taker(event);
        else came.push(event);
      },
      error: (error) => resolve(error?.code ?? error?.response?.status ?? error),
      complete: () => resolve("complete"),
    });
  });
  return {
    ended,
    waiting: () => came,
    stop: () => stop(),
    next: () =>
      new Promise((resolve, reject) => {
        const event = came.shift();
        if (event) return resolve(event);
        takers.push(resolve);
        void ended.then((how) => reject(new Error(`It ended: ${JSON.stringify(how)}`)));
      }),
  };
}
