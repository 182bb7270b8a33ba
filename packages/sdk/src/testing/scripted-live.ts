import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

interface Message {
  type: string;
  id?: string;
  payload?: { query?: string; variables?: Record<string, unknown>; authorization?: string; kithMember?: string };
}

/** One socket as the gateway's side has it. */
export interface LiveSocket {
  /** Everything received on it, in order. */
  readonly received: Message[];
  /** What the client showed when it connected. */
  readonly credentials: { authorization?: string; kithMember?: string };
  /** What is followed on it now. */
  readonly followed: Map<string, { query: string; variables: Record<string, unknown> }>;
  closedWith: number | undefined;
  /** Sends the same event of a root field to all who follow. */
  send(data: Record<string, object>): void;
  /** Ends each subscription with this error, or without one. */
  end(extensions?: { code: string; reason?: string; retryAfter?: number }): void;
  close(code: number, reason?: string): void;
  /** Gone without a word, as when a cable is pulled. */
  cut(): void;
}

export interface ScriptedLive {
  readonly endpoint: string;
  readonly sockets: LiveSocket[];
  /** How to treat the next sockets: a close code for those that present themselves, or `MUTE` to say nothing at all. */
  treat: (credentials: LiveSocket["credentials"]) => number | "MUTE" | undefined;
  /** What to send as soon as something is followed. */
  greet: (variables: Record<string, unknown>) => Record<string, object> | undefined;
  close(): Promise<void>;
}

/** Speaks graphql-transport-ws as a gateway would, and does what a test says. */
export async function scriptedLive(): Promise<ScriptedLive> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", handleProtocols: () => "graphql-transport-ws" });
  await once(server, "listening");
  const sockets: LiveSocket[] = [];
  const self: ScriptedLive = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets,
    treat: () => undefined,
    greet: () => undefined,
    async close() {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  server.on("connection", (socket) => sockets.push(converse(socket, self)));
  return self;
}

function converse(socket: WebSocket, script: ScriptedLive): LiveSocket {
  const say = (message: object) => socket.send(JSON.stringify(message));
  const self: LiveSocket & { credentials: object } = {
    received: [],
    credentials: {},
    followed: new Map(),
    closedWith: undefined,
    send(data) {
      for (const id of self.followed.keys()) say({ type: "next", id, payload: { data } });
    },
    end(extensions) {
      for (const id of self.followed.keys()) {
        say(extensions ? { type: "error", id, payload: [{ message: "No.", extensions }] } : { type: "complete", id });
      }
      self.followed.clear();
    },
    close: (code, reason) => socket.close(code, reason),
    cut: () => socket.terminate(),
  };
  socket.on("close", (code) => {
    self.closedWith = code;
    self.followed.clear();
  });
  socket.on("message", (text: Buffer) => {
    const message = JSON.parse(text.toString()) as Message;
    const { type, id = "", payload } = message;
    self.received.push(message);
    if (type === "connection_init") self.credentials = payload ?? {};
    const treatment = script.treat(self.credentials);
    if (typeof treatment === "number") socket.close(treatment);
    if (treatment !== undefined) return;
    if (type === "connection_init") say({ type: "connection_ack" });
    else if (type === "ping") say({ type: "pong" });
    else if (type === "complete") self.followed.delete(id);
    else if (type === "subscribe") {
      const { query = "", variables = {} } = payload ?? {};
      self.followed.set(id, { query, variables });
      const greeting = script.greet(variables);
      if (greeting) say({ type: "next", id, payload: { data: greeting } });
    }
  });
  return self;
}
