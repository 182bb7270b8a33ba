import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { internal } from "../graphql/errors.js";
import type { HttpLimits } from "./http-limits.js";
import { replyFault } from "./reply.js";
import { type Visit, visitOf } from "./visit.js";

/** A connection that was quiet this long is not about to bring a request that is already on its way. */
const QUIET_MS = 250;
const LOOK_EVERY_MS = 25;

export interface HttpServer {
  readonly port: number;
  /** Takes no new connection, answers what is under way, then closes; at most `drainMs`. */
  drain(): Promise<void>;
}

export interface Serving {
  readonly host: string;
  readonly port: number;
  readonly limits: HttpLimits;
  handle(visit: Visit): Promise<void>;
  /** A request to go on with as something else than HTTP. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** After each answer; `status` is null when the caller left before it. */
  onEnd(visit: Visit, status: number | null, seconds: number): void;
  onError(visit: Visit, error: unknown): void;
}

export async function serveHttp({ host, port, limits, handle, upgrade, onEnd, onError }: Serving): Promise<HttpServer> {
  const underWay = new Set<Visit>();
  let draining = false;
  let lastAt = Number.NEGATIVE_INFINITY;

  const server: Server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.headersMs + limits.bodyMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: 1000,
      noDelay: true,
      // A second credential would be dropped without a word, and something in front of us may have believed that one.
      joinDuplicateHeaders: true,
      // Some clients offer HTTP/2 with every request; an offer not taken up is a request like any other.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === "websocket",
    },
    (request, response) => {
      const visit = visitOf(request, response);
      lastAt = visit.startedAt;
      underWay.add(visit);
      // The last answer on this connection says so, and the caller takes the next request to another gateway.
      if (draining) response.setHeader("connection", "close");
      response.once("close", () => {
        underWay.delete(visit);
        onEnd(
          visit,
          response.writableFinished ? response.statusCode : null,
          (performance.now() - visit.startedAt) / 1000,
        );
      });
      handle(visit).catch((error: unknown) => {
        onError(visit, error);
        replyFault(visit, internal(visit.requestId));
      });
    },
  );
  server.on("upgrade", upgrade);
  server.listen(port, host);
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));

  async function drain(): Promise<void> {
    draining = true;
    const deadline = performance.now() + limits.drainMs;
    // http.Server's own close cuts idle connections at once, and with them a request that a caller has just sent.
    const closed = promisify(NetServer.prototype.close).call(server);
    const busy = () => underWay.size > 0 || performance.now() - lastAt < QUIET_MS;
    const since = performance.now();
    while (performance.now() < deadline && (busy() || performance.now() - since < QUIET_MS)) await wait(LOOK_EVERY_MS);
    server.closeIdleConnections();
    await Promise.race([closed, wait(Math.max(0, deadline - performance.now()), undefined, { ref: false })]);
    server.closeAllConnections();
  }

  let drained: Promise<void> | undefined;
  return {
    port: (server.address() as AddressInfo).port,
    drain: () => (drained ??= drain()),
  };
}
