import type pg from "pg";
import type { TraceConfig } from "../../config.js";
import type { Answer, Request } from "../graphql/answer.js";
import type { Context, Log } from "../graphql/context.js";
import type { Prepared } from "../graphql/prepare.js";
import type { Visit } from "../http/visit.js";

type Handle = (visit: Visit) => Promise<void>;
type AnswerOne = (request: Request, context: Context) => Promise<Answer>;

/**
 * What is told of a request to whoever collects traces: the request, the operation, each statement. They hold names of
 * ours, codes and durations; never a variable, a text, an address, or the id of a person.
 */
export interface Traces {
  /** A span for each request, under the caller's if it named one. */
  handling(handle: Handle): Handle;
  /** A span for each operation. */
  answering(answer: AnswerOne): AnswerOne;
  /** Gives the operation under way its name, once it is known to be one of this API's. */
  name(prepared: Prepared): void;
  /** A span for each statement on a connection of this pool. */
  watch(pool: pg.Pool): void;
  /** Sends what is left. */
  stop(): Promise<void>;
}

/** Loads what it takes only where traces are wanted: a gateway without them starts and runs as if there were none. */
export async function openTraces(config: TraceConfig | null, log: Log): Promise<Traces | null> {
  if (!config) return null;
  const { tracerFor } = await import("./tracer.js");
  const { traceWith } = await import("./trace-with.js");
  return traceWith(tracerFor(config, log));
}
