import type { Id, PartnerId } from "@kith/core/values";
import type { Fixed, FixedStamp } from "../database/columns.js";

export type ActorKind = "MEMBER" | "SERVER" | "SYSTEM";

/** Who did what. It only grows: the gateway's role can neither change nor delete a row. */
export interface AuditTable {
  partnerId: Fixed<PartnerId>;
  id: Fixed<Id<"aud">>;
  at: FixedStamp;
  actorKind: Fixed<ActorKind>;
  /** A member's pseudonym or a key's id; never a name. */
  actor: Fixed<string>;
  /** The pseudonym of the member a server acted for. */
  onBehalfOf: Fixed<string | null>;
  action: Fixed<string>;
  objectId: Fixed<string | null>;
  requestId: Fixed<string>;
}

declare module "../database/tables.js" {
  interface Tables {
    audit: AuditTable;
  }
}
