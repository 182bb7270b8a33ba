import { once } from "node:events";
import WebSocket from "ws";

/** A bare socket: what no well-behaved client would send. */
export interface RawSocket {
  readonly socket: WebSocket;
  send(message: unknown): void;
  /** The next message, parsed. */
  next(): Promise<any>;
  /** Code and reason. */
  readonly closed: Promise<readonly [number, string]>;
}

export async function rawSocket(url: string, options: WebSocket.ClientOptions = {}): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws", options);
  const came: any[] = [];
  const takers: ((message: any) => void)[] = [];
  socket.on("message", (data) => {
    const message = JSON.parse(String(data as Buffer));
    const taker = takers.shift();
    if (taker) taker(message);
    else came.push(message);
  });
  socket.on("error", () => undefined);
  const closed = new Promise<readonly [number, string]>((resolve) => {
    socket.on("close", (code, reason) => resolve([code, String(reason)]));
  });
  await once(socket, "open");
  return {
    socket,
    closed,
    send: (message) =>
      socket.send(typeof message === "string" || Buffer.isBuffer(message) ? message : JSON.stringify(message)),
    next: () => new Promise((resolve) => (came.length > 0 ? resolve(came.shift()) : takers.push(resolve))),
  };
}

/** The same, welcomed. */
export async function welcomed(
  url: string,
  { token }: { readonly token: string },
  options: WebSocket.ClientOptions = {},
) {
  const raw = await rawSocket(url, options);
  raw.send({ type: "connection_init", payload: { authorization: `Bearer ${token}` } });
  await raw.next();
  return raw;
}

/** What the handshake is answered with where no socket comes of it. */
export function refusal(url: string, protocols: string[], path = "/graphql"): Promise<{ status: number; body: any }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace(/^http/, "ws")}${path}`, protocols);
    socket.on("open", () => reject(new Error("It was opened")));
    socket.on("error", () => undefined);
    socket.on("unexpected-response", (_request, response) => {
      let text = "";
      response.on("data", (data) => (text += data));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
  });
}
