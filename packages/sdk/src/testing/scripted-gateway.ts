import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: { query: string; variables?: Record<string, unknown> };
  /** Whether the client hung up before it had an answer. */
  abandoned: boolean;
}

/** What to do with one request, by its turn. */
export type Turn = (response: ServerResponse, received: Received) => void;

export interface ScriptedGateway {
  endpoint: string;
  received: Received[];
  close(): Promise<void>;
}

/** A server on loopback that treats each request as its turn says; the last turn serves all that follow. */
export async function scriptedGateway(...turns: [Turn, ...Turn[]]): Promise<ScriptedGateway> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = JSON.parse(Buffer.concat(chunks).toString());
      const one: Received = { path: request.url ?? "", headers: request.headers, body, abandoned: false };
      response.on("close", () => {
        one.abandoned = !response.writableFinished;
      });
      received.push(one);
      (turns[received.length - 1] ?? turns.at(-1))?.(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export function json(body: unknown, { status = 200, headers = {} }: { status?: number; headers?: object } = {}): Turn {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };
}

export function data(value: unknown): Turn {
  return json({ data: value });
}

export function fault(code: string, extensions: object = {}): Turn {
  return json({ data: null, errors: [{ message: `It is ${code}.`, extensions: { code, ...extensions } }] });
}

export function page(status: number, html = "<h1>Not the gateway</h1>"): Turn {
  return (response) => {
    response.writeHead(status, { "content-type": "text/html" }).end(html);
  };
}

/** The connection ends without an answer. */
export const drop: Turn = (response) => response.destroy();

/** The connection ends in the middle of the answer. */
export const dropHalfway: Turn = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write(`{"data":{"partner"`, () => response.destroy());
};

/** No answer comes, and the connection stays. */
export const hang: Turn = () => {};
