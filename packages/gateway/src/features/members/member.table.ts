import type { AgeBand, MemberRole, MemberState } from "@kith/core/members";
import type { MemberId, PartnerId } from "@kith/core/values";
import type { Generated } from "kysely";
import type { Derived, Fixed, FixedStamp, Stamp, TextArray } from "../../platform/database/columns.js";

export type MeetsAs = "ADULT" | "MINOR" | "NOBODY";

export interface MemberTable {
  partnerId: Fixed<PartnerId>;
  id: Fixed<MemberId>;
  /** The partner's own name for the person; opaque. */
  externalId: Fixed<string>;
  displayName: string | null;
  ageBand: AgeBand | null;
  /** False also when the age band is unknown. */
  isAdult: Derived<boolean>;
  /** Whom others may meet in them; nobody while they are not active. */
  meetsAs: Derived<MeetsAs>;
  roles: TextArray<MemberRole>;
  languages: TextArray<string>;
  timeZone: string | null;
  state: Generated<MemberState>;
  /** Tokens issued before this instant are refused. */
  tokensNotBefore: Date | null;
  /** Random; what the audit log calls the member. */
  pseudonym: string;
  createdAt: FixedStamp;
  updatedAt: Stamp;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    member: MemberTable;
  }
}
