import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { GraphQLError } from "graphql";
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Log } from "../graphql/context.js";
import { describeError } from "../graphql/describe-error.js";
import { fault } from "../graphql/errors.js";
import { closeCodeFor, closeReasonFor } from "./close-code.js";
import type { Line, LiveConnections } from "./live-connections.js";
import type { LiveLimits } from "./live-limits.js";
import { refuseUpgrade } from "./refuse-upgrade.js";

const WINDOW_MS = 10_000;

/** One socket, as those who speak GraphQL over it see it. */
export interface Socket {
  readonly line: Line;
  readonly request: IncomingMessage;
  readonly requestId: string;
  /** Resolves once it is out; at once if it no longer can be. */
  send(text: string): Promise<void>;
  close(code: number, reason: string): void;
  onMessage(read: (text: string) => Promise<void>): void;
}

export interface Websocket {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface WebsocketOptions {
  readonly connections: LiveConnections;
  readonly limits: LiveLimits;
  readonly log: Log;
  /** Speaks with it; what it answers is called once the socket has closed. */
  speak(socket: Socket): (code: number, reason: string) => void;
}

/** Sockets on `/graphql`: who may open one, what it may send, and when it is cut. */
export function websocket({ connections, limits, log, speak }: WebsocketOptions): Websocket {
  // A name of its own, for the library's types do not know all that it reads.
  const options = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.messageBytes,
    maxFragments: 64,
    closeTimeout: limits.leaveMs,
    handleProtocols,
  };
  const server = new WebSocketServer(options);

  function opened(ws: WebSocket, request: IncomingMessage, line: Line & { ws: WebSocket | null }): void {
    const requestId = randomUUID();
    const startedAt = performance.now();
    line.ws = ws;
    let read: (text: string) => Promise<void> = async () => undefined;
    const closed = speak({
      line,
      request,
      requestId,
      send: (text) =>
        new Promise((resolve) => {
          if (ws.readyState === ws.OPEN) ws.send(text, () => resolve());
          else resolve();
        }),
      close: (code, reason) => ws.close(code, reason),
      onMessage: (given) => {
        read = given;
      },
    });
    const tooMuch = counting(limits.messages);
    ws.on("ping", () => tooMuch() && ws.terminate());
    ws.on("message", (data, isBinary) => {
      if (ws.readyState !== ws.OPEN) return;
      if (isBinary) return line.end(fault("BAD_INPUT", { reason: "REQUEST_MALFORMED" }));
      if (tooMuch()) return line.end(fault("RATE_LIMITED", { reason: "TOO_MANY_MESSAGES" }));
      read((data as Buffer).toString()).catch((error: unknown) => {
        log.error({ requestId, error: describeError(error) }, "unexpected error");
        line.end(fault("INTERNAL"));
      });
    });
    // What is wrong on the line itself, such as a message too large, the library answers by closing.
    ws.on("error", () => undefined);
    ws.on("close", (code, reason) => {
      connections.remove(line);
      log.info({ requestId, code, seconds: Math.round((performance.now() - startedAt) / 1000) }, "websocket closed");
      closed(code, String(reason));
    });
  }

  return {
    upgrade(request, socket, head) {
      socket.on("error", () => socket.destroy());
      const path = request.url?.split("?")[0];
      if (path !== "/graphql") return refuseUpgrade(socket, fault("NOT_FOUND"));
      const spoken = request.headers["sec-websocket-protocol"]?.split(",").map((name) => name.trim());
      if (!spoken?.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL)) {
        return refuseUpgrade(socket, fault("BAD_INPUT", { reason: "SUBPROTOCOL_UNKNOWN" }));
      }
      const line = lineOf();
      if (!connections.add(line))
        return refuseUpgrade(socket, fault("UNAVAILABLE", { reason: "TOO_MANY_CONNECTIONS" }));
      const gone = () => connections.remove(line);
      socket.once("close", gone);
      server.handleUpgrade(request, socket, head, (ws) => {
        socket.off("close", gone);
        opened(ws, request, line);
      });
    },
  };
}

function lineOf(): Line & { ws: WebSocket | null } {
  let answered = true;
  return {
    ws: null,
    transport: "websocket",
    end(why: GraphQLError) {
      this.ws?.close(closeCodeFor(why), closeReasonFor(why));
    },
    isThere() {
      const { ws } = this;
      if (!ws) return true;
      const was = answered;
      answered = false;
      ws.once("pong", () => (answered = true));
      if (ws.readyState === ws.OPEN) ws.ping();
      return was;
    },
    cut() {
      this.ws?.terminate();
    },
  };
}

/** True once there were more than `most` in ten seconds. */
function counting(most: number): () => boolean {
  let since = performance.now();
  let count = 0;
  return () => {
    const now = performance.now();
    if (now - since > WINDOW_MS) [since, count] = [now, 0];
    return ++count > most;
  };
}
