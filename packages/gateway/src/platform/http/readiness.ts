import type { Database } from "../database/database.js";
import type { Log } from "../graphql/context.js";
import { describeError } from "../graphql/describe-error.js";

/** Whether the gateway should be sent requests: null if so, else why not in a word. */
export type Readiness = () => Promise<string | null>;

/** Ready is a gateway that is not told to stop and whose database answers and is up to date. */
export function readiness(options: {
  readonly database: Database;
  readonly log: Log;
  pendingMigrations(): Promise<readonly string[]>;
  isStopping(): boolean;
}): Readiness {
  const { database, log, pendingMigrations, isStopping } = options;
  let upToDate = false;
  return async () => {
    if (isStopping()) return "stopping";
    try {
      // What has run stays run: asked until it is so, then no more.
      upToDate ||= (await pendingMigrations()).length === 0;
      await database.ping();
      return upToDate ? null : "migrations pending";
    } catch (error) {
      log.warn({ error: describeError(error) }, "not ready");
      return "database away";
    }
  };
}
