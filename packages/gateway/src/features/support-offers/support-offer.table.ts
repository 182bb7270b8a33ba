import type { SupportOfferState } from "@kith/core/support-offers";
import type { CommunityId, MemberId, PartnerId, SupportKind, SupportOfferId, WayToMeet } from "@kith/core/values";
import type { Generated } from "kysely";
import type {
  Derived,
  Fixed,
  FixedStamp,
  RequiredTextArray,
  Stamp,
  TextArray,
} from "../../platform/database/columns.js";
import type { MeetsAs } from "../members/index.js";

/** What is kept; that an offer has expired follows from the clock. */
export type StoredSupportOfferState = Exclude<SupportOfferState, "EXPIRED">;

export interface SupportOfferTable {
  partnerId: Fixed<PartnerId>;
  id: Fixed<SupportOfferId>;
  authorId: Fixed<MemberId>;
  /** The author's own `meetsAs`: follows it by a foreign key, so that lists need not look at each author. */
  authorMeetsAs: Fixed<MeetsAs>;
  /** Null for an offer to everyone at the partner. */
  communityId: Fixed<CommunityId | null>;
  /** The community, or the partner for an offer to everyone: one column to look for offers by. */
  audienceId: Derived<CommunityId | PartnerId>;
  kinds: RequiredTextArray<SupportKind>;
  title: string;
  description: string | null;
  topics: TextArray<string>;
  languages: TextArray<string>;
  waysToMeet: RequiredTextArray<WayToMeet>;
  /** Accepted exchanges at once. */
  capacity: number;
  acceptedCount: Generated<number>;
  state: Generated<StoredSupportOfferState>;
  expiresAt: Date | null;
  createdAt: FixedStamp;
  updatedAt: Stamp;
}

/** One row for each kind of an offer, so that one index both filters by kind and gives the order. */
export interface SupportOfferKindTable {
  partnerId: Fixed<PartnerId>;
  audienceId: Fixed<CommunityId | PartnerId>;
  kind: Fixed<SupportKind>;
  offerId: Fixed<SupportOfferId>;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    supportOffer: SupportOfferTable;
    supportOfferKind: SupportOfferKindTable;
  }
}
