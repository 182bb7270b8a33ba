import type { DestinationStream } from "pino";
import type { Config } from "./config.js";
import { openDatabase } from "./platform/database/database.js";
import { pendingMigrations } from "./platform/database/migrator.js";
import { door } from "./platform/graphql/answer.js";
import { startApollo } from "./platform/graphql/apollo.js";
import { describeError } from "./platform/graphql/describe-error.js";
import { assets } from "./platform/http/assets.js";
import { explorerRoute } from "./platform/http/explorer-route.js";
import { graphqlRoute } from "./platform/http/graphql-route.js";
import { HTTP_LIMITS, type HttpLimits } from "./platform/http/http-limits.js";
import { logVisit, openLog } from "./platform/http/log.js";
import { metrics as openMetrics } from "./platform/http/metrics.js";
import { route } from "./platform/http/routes.js";
import { serveHttp } from "./platform/http/server.js";
import { actingAudit } from "./platform/identity/acting-audit.js";
import type { Identifying } from "./platform/identity/identify.js";
import { identityCache } from "./platform/identity/identity-cache.js";
import { listenForIdentityChanges } from "./platform/identity/identity-listener.js";
import { openReading } from "./platform/reading/read.js";
import { buildKithSchema } from "./schema.js";

const CREDENTIALS_KEPT = 20_000;

export interface GatewayOptions {
  readonly log?: DestinationStream;
  readonly limits?: Partial<HttpLimits>;
  readonly schema?: ReturnType<typeof buildKithSchema>;
  readonly now?: () => Date;
}

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /** Answers what is under way, then ends everything; at most ten seconds. */
  stop(): Promise<void>;
}

/** Wires a gateway and starts it. The database must be there and up to date: it changes nothing about that. */
export async function startGateway(config: Config, options: GatewayOptions = {}): Promise<Gateway> {
  const now = options.now ?? (() => new Date());
  const development = config.environment === "development";
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const log = openLog(config.logLevel, options.log);
  const database = openDatabase({
    url: config.databaseUrl,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    onError: (error) => log.warn({ error: describeError(error) }, "database connection lost"),
  });
  const metrics = openMetrics(database.pool);
  const { schema, catalog } = options.schema ?? buildKithSchema();
  const reading = openReading({ schema, catalog, database });
  const audit = actingAudit({ db: database.kysely, log });
  const listener = listenForIdentityChanges({
    url: config.databaseUrl,
    log,
    onChange: (change) => cache.forget(change),
    onGap: () => cache.forgetAll(),
  });
  const cache = identityCache({ max: CREDENTIALS_KEPT, heard: listener.heard, now });
  const identifying: Identifying = { db: database.kysely, encryptionKey: config.encryptionKey, cache, now };
  const apollo = await startApollo({
    schema,
    development,
    answer: door({
      schema,
      development,
      onOperation({ viewer, requestId }, { rootFields }) {
        if (viewer?.kind !== "MEMBER" || viewer.actingKeyId === null) return;
        for (const field of new Set(rootFields.map(({ name }) => name.value)))
          audit.record(viewer, field, requestId, now());
      },
    }),
  });

  let stopping = false;
  let upToDate = false;
  async function ready(): Promise<string | null> {
    if (stopping) return "stopping";
    try {
      upToDate ||= (await pendingMigrations(config.databaseUrl)).length === 0;
      await database.ping();
      return upToDate ? null : "migrations pending";
    } catch (error) {
      log.warn({ error: describeError(error) }, "not ready");
      return "database away";
    }
  }

  const server = await serveHttp({
    host: config.host,
    port: config.port,
    limits,
    handle: route({
      graphql: graphqlRoute({
        apollo,
        identifying,
        development,
        limits,
        contextFor: ({ requestId }, viewer, idempotencyKey) => ({
          viewer,
          reading,
          database,
          requestId,
          idempotencyKey,
          now,
          log,
        }),
      }),
      explorer: development ? explorerRoute(config.explorerTokenFile) : null,
      assets: config.assets === null ? null : assets(config.assets),
      homeUrl: config.homeUrl,
      ready,
      metrics,
    }),
    onEnd(visit, status, seconds) {
      if (status !== null) metrics.observe(visit, status, seconds);
      logVisit(log, visit, status, seconds);
    },
    onError: ({ requestId }, error) => log.error({ requestId, error: describeError(error) }, "unexpected error"),
  });

  async function stop(): Promise<void> {
    stopping = true;
    await server.drain();
    await Promise.all([listener.stop(), audit.stop(), apollo.stop()]);
    await database.close();
    log.info({}, "stopped");
    log.flush();
  }

  let stopped: Promise<void> | undefined;
  const host = config.host === "0.0.0.0" || config.host === "::" ? "localhost" : config.host;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${server.port}`;
  return { url, port: server.port, stop: () => (stopped ??= stop()) };
}
