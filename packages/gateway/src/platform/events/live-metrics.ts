import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { LiveBooks } from "./live-desk.js";

interface Connections {
  count(transport: "websocket" | "sse"): number;
}
export interface LiveMetrics extends LiveBooks {
  /** Whose connections there are to count. */
  count(connections: Connections): void;
}

/** What stays open and what it brings; counts and times, of nobody in particular. */
export function liveMetrics(registry: Registry): LiveMetrics {
  const registers = [registry];
  const subscriptions = new Gauge({
    name: "kith_live_subscriptions",
    help: "Open subscriptions.",
    registers,
  });
  const delivered = new Counter({
    name: "kith_live_events_delivered_total",
    help: "Events handed to subscriptions; those a slow reader never came to see are among them.",
    registers,
  });
  const lag = new Histogram({
    name: "kith_live_lag_seconds",
    help: "From what was written to when it was handed to a subscription.",
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  return {
    subscriptions: (change) => subscriptions.inc(change),
    delivered({ createdAt }) {
      delivered.inc();
      lag.observe(Math.max(0, Date.now() - createdAt.getTime()) / 1000);
    },
    count(connections) {
      new Gauge({
        name: "kith_live_connections",
        help: "Connections that stay open, by how they travel.",
        labelNames: ["transport"] as const,
        registers,
        collect() {
          for (const transport of ["websocket", "sse"] as const) this.set({ transport }, connections.count(transport));
        },
      });
    },
  };
}
