import type { Database } from "../database/database.js";
import type { LiveDesk } from "../events/live-desk.js";
import type { IdentityChange } from "../identity/identity-changes.js";
import type { Standing } from "../identity/standing.js";
import type { Viewer } from "../identity/viewer.js";
import type { Reading } from "../reading/read.js";

/** What every resolver is given. */
export interface Context {
  /** Null only where development lets anyone look at the schema. */
  readonly viewer: Viewer | null;
  readonly reading: Reading;
  readonly database: Database;
  readonly live: Pick<LiveDesk, "open" | "changed">;
  /** Of who asks by what stays open; null for a request that is answered and over. */
  readonly standing: Standing | null;
  readonly requestId: string;
  /** From `Idempotency-Key`: 1 to 255 visible ASCII characters. */
  readonly idempotencyKey: string | null;
  /** What is remembered of who calls and is no longer so. */
  forget(change: IdentityChange): void;
  now(): Date;
  readonly log: Log;
}

/** Fields are codes, counts and ids of ours; never text that people wrote, never tokens, never addresses. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
