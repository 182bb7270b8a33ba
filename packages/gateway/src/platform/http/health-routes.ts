import type { Metrics } from "./metrics.js";
import type { Readiness } from "./readiness.js";
import { reply, replyText } from "./reply.js";
import type { Visit } from "./visit.js";

/** The process runs. It says nothing of the database: restarting a gateway mends no database. */
export function healthz(visit: Visit): void {
  replyText(visit, 200, "ok\n");
}

export async function readyz(visit: Visit, ready: Readiness): Promise<void> {
  const why = await ready();
  replyText(visit, why === null ? 200 : 503, `${why ?? "ready"}\n`);
}

export async function showMetrics(visit: Visit, metrics: Metrics): Promise<void> {
  const { type, body } = await metrics.text();
  reply(visit, { status: 200, headers: { "content-type": type }, body });
}
