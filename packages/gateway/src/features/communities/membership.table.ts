import type { MembershipRole, MembershipState } from "@kith/core/communities";
import type { CommunityId, MemberId, PartnerId } from "@kith/core/values";
import type { Generated } from "kysely";
import type { Fixed, Stamp } from "../../platform/database/columns.js";

export interface MembershipTable {
  partnerId: Fixed<PartnerId>;
  memberId: Fixed<MemberId>;
  communityId: Fixed<CommunityId>;
  role: Generated<MembershipRole>;
  state: Generated<MembershipState>;
  /** Of the latest time they joined. */
  joinedAt: Stamp;
  updatedAt: Stamp;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    membership: MembershipTable;
  }
}
