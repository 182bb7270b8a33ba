import { setImmediate } from "node:timers/promises";
import type { PoolClient } from "pg";
import type { Database } from "../../database/database.js";

export interface Counted extends Database {
  /** Every statement sent since the last reset. */
  readonly texts: string[];
  reset(): void;
  /** Waits until nothing is under way any more. */
  quiet(): Promise<void>;
}

/** A real database that remembers what was sent over its connections. */
export function counted(database: Database): Counted {
  const texts: string[] = [];
  database.pool.on("connect", (client: PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((config: string | { readonly text: string }, ...rest: unknown[]) => {
      texts.push(typeof config === "string" ? config : config.text);
      return query(config, ...rest);
    }) as typeof client.query;
  });
  const isBusy = ({ totalCount, idleCount, waitingCount } = database.pool) =>
    waitingCount > 0 || idleCount < totalCount;
  return {
    ...database,
    texts,
    reset: () => void texts.splice(0),
    async quiet() {
      do await setImmediate();
      while (isBusy());
    },
  };
}
