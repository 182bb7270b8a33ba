import { KithError } from "../errors.js";
import type { Access } from "../transport.js";
import { createConnection } from "./connection.js";
import { createLatest } from "./latest.js";
import type { LiveEvent } from "./live.js";

// Objects that wait for a slow reader; beyond that, reading one's lists anew is less work.
const MOST_WAITING = 500;

/** Opens one stream of items; all of them share a connection. */
export type Streams = <Item>(
  query: string,
  variables: object,
  signal: AbortSignal | undefined,
) => AsyncIterator<Item, undefined>;

export function createStreams(access: Access): Streams {
  if (typeof WebSocket !== "function") {
    throw new KithError("UNAVAILABLE", "There is no WebSocket here; Node has one from 22 on.", {
      reason: "NO_WEB_SOCKET",
    });
  }
  const connection = createConnection(access);

  return <Item>(query: string, variables: object, signal: AbortSignal | undefined) => {
    signal?.throwIfAborted();
    const latest = createLatest<Item>(MOST_WAITING);
    const ready = { kind: "READY" } as Item;
    let after: string | undefined;

    function receive(data: unknown): void {
      const [event] = Object.values(data as Record<string, LiveEvent>) as [LiveEvent];
      const { cursor, mayHaveMissed, ...rest } = event;
      const begins = after === undefined;
      after = cursor;
      const [changed] = Object.values(rest) as ({ id: string } | null)[];
      const fits = changed ? latest.put(changed.id, { kind: "CHANGED", ...rest } as Item) : !begins && !mayHaveMissed;
      if (!fits) latest.restart(ready);
    }

    function end(error?: unknown, forget = false): void {
      signal?.removeEventListener("abort", abort);
      leave();
      latest.end(error, forget);
    }
    const abort = () => end(signal?.reason, true);
    const leave = connection.follow({
      request: () => ({ query, variables: { ...variables, after } }),
      receive,
      giveUp: end,
    });
    signal?.addEventListener("abort", abort);

    return {
      next: latest.next,
      async return() {
        end(undefined, true);
        return { done: true, value: undefined };
      },
    };
  };
}
