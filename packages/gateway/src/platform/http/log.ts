import { type DestinationStream, destination, pino } from "pino";
import type { Config } from "../../config.js";
import type { Log } from "../graphql/context.js";
import { methodOf, plainName, type Visit } from "./visit.js";

export interface GatewayLog extends Log {
  /** Writes out what is still in memory. */
  flush(): void;
}

/** One JSON object a line; to standard output unless told otherwise. */
export function openLog(level: Config["logLevel"], stream?: DestinationStream): GatewayLog {
  const out = stream ?? destination({ dest: 1, sync: false, minLength: 4096 });
  // A quiet hour must not keep its lines to itself.
  const timer = "flush" in out ? setInterval(() => (out as { flush(): void }).flush(), 1000).unref() : undefined;
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, out);
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
    flush() {
      clearInterval(timer);
      if ("flushSync" in out) (out as { flushSync(): void }).flushSync();
    },
  };
}

/** What is kept of a request: enough to find it and to count, nothing of who it was about or what was said. */
export function logVisit(log: Log, visit: Visit, status: number | null, seconds: number): void {
  const { route, requestId, partnerId, outcome } = visit;
  const operation = plainName(visit.operationName);
  log.info(
    {
      requestId,
      method: methodOf(visit),
      route,
      status,
      ms: Math.round(seconds * 1e4) / 10,
      ...(partnerId !== null && { partnerId }),
      ...(operation !== null && { operation }),
      ...(outcome !== null && { outcome }),
    },
    status === null ? "caller gone" : "request",
  );
}
