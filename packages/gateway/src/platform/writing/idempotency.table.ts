import type { PartnerId } from "@kith/core/values";
import type { ColumnType } from "kysely";
import type { Fixed, FixedStamp } from "../database/columns.js";

/** What was answered to a request that carried an idempotency key: ids only, and successes only. */
export interface IdempotencyTable {
  partnerId: Fixed<PartnerId>;
  caller: Fixed<string>;
  key: Fixed<string>;
  responseKey: Fixed<string>;
  /** SHA-256 of what was asked. */
  inputHash: Fixed<Buffer>;
  /** jsonb: written as JSON text, read parsed. */
  result: ColumnType<unknown, string, never>;
  createdAt: FixedStamp;
}

declare module "../database/tables.js" {
  interface Tables {
    idempotency: IdempotencyTable;
  }
}
