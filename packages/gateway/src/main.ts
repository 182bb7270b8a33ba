import { setTimeout as wait } from "node:timers/promises";
import type { DestinationStream } from "pino";
import type { Config } from "./config.js";
import { openDatabase } from "./platform/database/database.js";
import { pendingMigrations } from "./platform/database/migrator.js";
import { openLive } from "./platform/events/live-desk.js";
import { liveMetrics } from "./platform/events/live-metrics.js";
import { type DoorOptions, door as openDoor } from "./platform/graphql/answer.js";
import { startApollo } from "./platform/graphql/apollo.js";
import type { Context } from "./platform/graphql/context.js";
import { describeError } from "./platform/graphql/describe-error.js";
import { liveDoor } from "./platform/graphql/live-door.js";
import { assets } from "./platform/http/assets.js";
import { eventStream } from "./platform/http/event-stream.js";
import { explorerRoute } from "./platform/http/explorer-route.js";
import { type GraphqlRoute, graphqlRoute } from "./platform/http/graphql-route.js";
import { graphqlWs } from "./platform/http/graphql-ws.js";
import { HTTP_LIMITS, type HttpLimits } from "./platform/http/http-limits.js";
import { liveConnections } from "./platform/http/live-connections.js";
import { LIVE_LIMITS, type LiveLimits } from "./platform/http/live-limits.js";
import { logVisit, openLog } from "./platform/http/log.js";
import { metrics as openMetrics } from "./platform/http/metrics.js";
import { readiness } from "./platform/http/readiness.js";
import { route } from "./platform/http/routes.js";
import { serveHttp } from "./platform/http/server.js";
import { websocket } from "./platform/http/websocket.js";
import { actingAudit } from "./platform/identity/acting-audit.js";
import { openIdentity } from "./platform/identity/open-identity.js";
import type { Standing } from "./platform/identity/standing.js";
import { openReading } from "./platform/reading/read.js";
import { openTraces } from "./platform/traces/traces.js";
import { buildKithSchema } from "./schema.js";

/** What is left to put away once the last answer is out: an audit to write, connections to close. */
const CLOSE_WITHIN_MS = 3000;

export interface GatewayOptions {
  readonly log?: DestinationStream;
  readonly limits?: Partial<HttpLimits>;
  readonly liveLimits?: Partial<LiveLimits>;
  /** Another API than Kith's. */
  readonly schema?: ReturnType<typeof buildKithSchema>;
  readonly now?: () => Date;
}

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /** Answers what is under way, then ends everything; in ten seconds and a little. */
  stop(): Promise<void>;
}

/** Wires a gateway and starts it. The database must be there and up to date: nothing here changes its structure. */
export async function startGateway(config: Config, options: GatewayOptions = {}): Promise<Gateway> {
  const { databaseUrl, encryptionKey } = config;
  const now = options.now ?? (() => new Date());
  const development = config.environment === "development";
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const liveLimits = { ...LIVE_LIMITS, ...options.liveLimits };
  const log = openLog(config.logLevel, options.log);
  const database = openDatabase({
    url: databaseUrl,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    onError: (error) => log.warn({ error: describeError(error) }, "database connection lost"),
  });
  const metrics = openMetrics(database.pool);
  const traces = await openTraces(config.traces, log);
  traces?.watch(database.pool);
  const { schema, catalog } = options.schema ?? buildKithSchema();
  const reading = openReading({ schema, catalog, database });
  const liveBooks = liveMetrics(metrics.registry);
  const live = openLive({ database, databaseUrl, encryptionKey, reading, log, books: liveBooks, now });
  const audit = actingAudit({ db: database.kysely, log });
  const identity = openIdentity({ db: database.kysely, databaseUrl, encryptionKey, log, now });

  const onOperation: DoorOptions["onOperation"] = ({ viewer, requestId }, prepared) => {
    traces?.name(prepared);
    if (viewer?.kind !== "MEMBER" || viewer.actingKeyId === null) return;
    for (const field of new Set(prepared.rootFields.map(({ name }) => name.value)))
      audit.record(viewer, field, requestId, now());
  };
  const opened = openDoor({ schema, development, onOperation });
  const door = traces ? { ...opened, answer: traces.answering(opened.answer) } : opened;
  const apollo = await startApollo({ schema, development, answer: door.answer });
  const contextFor: GraphqlRoute["contextFor"] = ({ requestId }, viewer, idempotencyKey) => {
    const { forget } = identity;
    return { viewer, reading, database, live, standing: null, requestId, idempotencyKey, forget, now, log };
  };
  const connections = liveConnections({ limits: liveLimits, identity, now });
  liveBooks.count(connections);
  const lasting = {
    ...{ identity, connections, liveLimits, development, log },
    ask: liveDoor(door, { development }),
    contextFor: (requestId: string, standing: Standing): Context => ({
      ...contextFor({ requestId }, null, null),
      standing,
      get viewer() {
        return standing.viewer;
      },
    }),
  };

  async function close(): Promise<void> {
    await Promise.all([live.stop(), identity.stop(), audit.stop(), apollo.stop()]);
    await Promise.all([database.close(), traces?.stop()]);
  }

  const traced = traces?.handling ?? ((handle) => handle);
  let stopping = false;
  const server = await serveHttp({
    host: config.host,
    port: config.port,
    limits,
    handle: traced(
      route({
        graphql: graphqlRoute({ apollo, identity, development, limits, log, contextFor }),
        stream: eventStream({ ...lasting, limits }),
        explorer: development ? explorerRoute(config.explorerTokenFile) : null,
        assets: config.assets === null ? null : assets(config.assets),
        homeUrl: config.homeUrl,
        ready: readiness({
          database,
          log,
          pendingMigrations: () => pendingMigrations(databaseUrl),
          isStopping: () => stopping,
        }),
        metrics,
      }),
    ),
    upgrade: websocket({ connections, limits: liveLimits, log, speak: graphqlWs({ ...lasting, schema }) }).upgrade,
    onEnd(visit, status, seconds) {
      metrics.observe(visit, status, seconds);
      logVisit(log, visit, status, seconds);
    },
    onError: ({ requestId }, error) => log.error({ requestId, error: describeError(error) }, "unexpected error"),
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });

  async function stop(): Promise<void> {
    stopping = true;
    // Not ready, but there: whatever sends requests looks only now and then, and may have one on its way.
    await wait(config.shutdownDelayMs);
    connections.drain();
    await server.drain();
    // A database that is away must not keep a process alive that has nothing left to answer.
    await Promise.race([close(), wait(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    log.info({}, "stopped");
    log.flush();
  }

  let stopped: Promise<void> | undefined;
  return { url: urlOf(config.host, server.port), port: server.port, stop: () => (stopped ??= stop()) };
}

function urlOf(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
