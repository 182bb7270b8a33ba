import type { ExchangeRole, ExchangeState } from "@kith/core/support-offers";
import type { ExchangeId, MemberId, PartnerId, SupportOfferId } from "@kith/core/values";
import type { Generated } from "kysely";
import type { Fixed, FixedStamp } from "../../platform/database/columns.js";

export interface ExchangeTable {
  partnerId: Fixed<PartnerId>;
  id: Fixed<ExchangeId>;
  offerId: Fixed<SupportOfferId>;
  supporterId: Fixed<MemberId>;
  recipientId: Fixed<MemberId>;
  proposedBy: Fixed<ExchangeRole>;
  state: Generated<ExchangeState>;
  proposedAt: FixedStamp;
  /** When an unanswered proposal lapses. */
  expiresAt: Fixed<Date>;
  acceptedAt: Date | null;
  closedAt: Date | null;
}

/** Both people of each exchange, so that one index finds a person's own in order. */
export interface ExchangeParticipantTable {
  partnerId: Fixed<PartnerId>;
  memberId: Fixed<MemberId>;
  exchangeId: Fixed<ExchangeId>;
  offerId: Fixed<SupportOfferId>;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    exchange: ExchangeTable;
    exchangeParticipant: ExchangeParticipantTable;
  }
}
