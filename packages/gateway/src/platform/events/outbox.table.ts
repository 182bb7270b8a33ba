import type { Id, PartnerId } from "@kith/core/values";
import type { Derived, Fixed, FixedStamp } from "../database/columns.js";

/** What happened, written with the change itself; acted on after the commit. */
export interface OutboxTable {
  partnerId: Fixed<PartnerId>;
  id: Fixed<Id<"evt">>;
  /** Of the transaction that wrote it: read below `pg_snapshot_xmin`, no event that commits late is lost. */
  transactionId: Derived<string>;
  type: Fixed<string>;
  objectId: Fixed<string>;
  createdAt: FixedStamp;
}

declare module "../database/tables.js" {
  interface Tables {
    outbox: OutboxTable;
  }
}
