import type { CommunityVisibility } from "@kith/core/communities";
import type { CommunityId, PartnerId } from "@kith/core/values";
import type { Generated } from "kysely";
import type { Fixed, FixedStamp, Stamp, TextArray } from "../../platform/database/columns.js";

export interface CommunityTable {
  partnerId: Fixed<PartnerId>;
  id: Fixed<CommunityId>;
  name: string;
  description: string | null;
  guidelines: string | null;
  topics: TextArray<string>;
  visibility: CommunityVisibility;
  /** Most active members at once; null for no bound. */
  seats: number | null;
  /** Active members now; kept by whoever changes a membership, under the community's lock. */
  memberCount: Generated<number>;
  createdAt: FixedStamp;
  updatedAt: Stamp;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    community: CommunityTable;
  }
}
