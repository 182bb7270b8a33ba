import { fault } from "../graphql/errors.js";
import { healthz, readyz, showMetrics } from "./health-routes.js";
import type { Metrics } from "./metrics.js";
import type { Readiness } from "./readiness.js";
import { reply, replyFault } from "./reply.js";
import type { Visit } from "./visit.js";

type Handler = (visit: Visit) => void | Promise<void>;

export interface Routes {
  readonly graphql: Handler;
  readonly stream: Handler;
  /** Development only. */
  readonly explorer: Handler | null;
  readonly assets: ((visit: Visit) => Promise<boolean>) | null;
  /** Where `/` sends a browser. */
  readonly homeUrl: string | null;
  readonly ready: Readiness;
  readonly metrics: Metrics;
}

/** Which part of the gateway answers a path. */
export function route({
  graphql,
  stream,
  explorer,
  assets,
  homeUrl,
  ready,
  metrics,
}: Routes): (visit: Visit) => Promise<void> {
  const pages = new Map<string, readonly [name: string, Handler]>([
    ["/healthz", ["healthz", healthz]],
    ["/readyz", ["readyz", (visit) => readyz(visit, ready)]],
    ["/metrics", ["metrics", (visit) => showMetrics(visit, metrics)]],
  ]);
  if (explorer) pages.set("/graphiql", ["graphiql", explorer]);
  if (homeUrl !== null) {
    pages.set("/", ["home", (visit) => reply(visit, { status: 302, headers: { location: homeUrl } })]);
  }

  return async function handle(visit: Visit): Promise<void> {
    const { path, request } = visit;
    if (path === "/graphql") {
      visit.route = "graphql";
      return graphql(visit);
    }
    if (path === "/graphql/stream") {
      visit.route = "stream";
      return stream(visit);
    }
    const reads = request.method === "GET" || request.method === "HEAD";
    const page = pages.get(path);
    if (page) {
      visit.route = page[0];
      if (reads) return page[1](visit);
    } else if (!reads || !(await assets?.(visit))) {
      return replyFault(visit, fault("NOT_FOUND"));
    }
    if (!reads)
      replyFault(visit, fault("BAD_INPUT", { reason: "METHOD_NOT_ALLOWED" }), {
        status: 405,
        headers: { allow: "GET, HEAD" },
      });
  };
}
