import type pg from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { kithVersion } from "../../version.js";
import type { Visit } from "./visit.js";

export interface Metrics {
  /** `status` is null when the caller left before the answer. */
  observe(visit: Visit, status: number | null, seconds: number): void;
  /** For others to register theirs. */
  readonly registry: Registry;
  /** Prometheus' text format and its content type. */
  text(): Promise<{ type: string; body: string }>;
}

/** Labels are routes, statuses and codes: never a partner, a person, or anything a caller may choose. */
export function metrics(pool: pg.Pool): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "kith_http_request_duration_seconds",
    help: "From a request's headers to the end of its answer.",
    labelNames: ["route", "status"] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const gone = new Counter({
    name: "kith_http_callers_gone_total",
    help: "Requests whose caller left before the answer.",
    labelNames: ["route"] as const,
    registers,
  });
  const operations = new Counter({
    name: "kith_graphql_operations_total",
    help: "GraphQL requests by what came of them: OK, or the first error's code.",
    labelNames: ["outcome"] as const,
    registers,
  });
  const statements = new Counter({
    name: "kith_database_statements_total",
    help: "Statements sent to PostgreSQL.",
    registers,
  });
  new Gauge({
    name: "kith_database_pool_connections",
    help: "Connections of the pool by what they do, and requests that wait for one.",
    labelNames: ["state"] as const,
    registers,
    collect() {
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      this.set({ state: "waiting" }, pool.waitingCount);
    },
  });

  new Gauge({
    name: "kith_build_info",
    help: "1, labelled with what runs.",
    labelNames: ["version", "node"] as const,
    registers,
  }).set({ version: kithVersion(), node: process.version }, 1);

  // The driver tells of connections but not of what they are asked, so each is asked through a counter.
  pool.on("connect", (client) => {
    const query = client.query as (...given: unknown[]) => unknown;
    client.query = (...given: unknown[]) => {
      statements.inc();
      return query.apply(client, given) as never;
    };
  });

  return {
    registry,
    observe({ route, outcome }, status, seconds) {
      if (status === null) return gone.inc({ route });
      requests.observe({ route, status }, seconds);
      if (route === "graphql" && outcome) operations.inc({ outcome });
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}
