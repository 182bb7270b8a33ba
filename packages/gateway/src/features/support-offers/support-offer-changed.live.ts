import type { MemberId, SupportOfferId } from "@kith/core/values";
import { sql } from "kysely";
import type { Changed, Happened, Live } from "../../platform/events/live.js";
import { among } from "../../platform/reading/among.js";
import { type At, one, payload } from "../../platform/reading/selection.js";
import { supportOffer } from "./support-offer.selection.js";
import { SupportOfferChanged, type SupportOfferChangedArgs } from "./support-offer-changed.type.js";

export const supportOfferChangedPayload = payload<Changed<SupportOfferId>>()(SupportOfferChanged, {
  cursor: "cursor",
  mayHaveMissed: "mayHaveMissed",
  supportOffer: one(() => supportOffer, { id: "objectId" }, { seenWithParent: true }),
});

const OF_OFFER = /^support-offer\./;
const OF_EXCHANGE = /^exchange\./;
/** What takes or frees a seat. */
const OF_SEAT = /^exchange\.(accepted|completed|ended)$/;

const idsOf = (happened: readonly Happened[], type: RegExp) =>
  among(happened.filter((one) => type.test(one.type)).map(({ objectId }) => objectId));

/**
 * An offer changes for all who may see it when it is made, edited, or gains or loses a seat; with any step of an
 * exchange for its two sides, whom it tells what they may do. Others must not learn that somebody asked.
 */
export const supportOfferChanged: Live<SupportOfferChangedArgs> = {
  payload: supportOfferChangedPayload,
  object: supportOffer,
  hears: /^(support-offer|exchange)\./,
  wants: ({ communityId }, { roomId }) => communityId === undefined || communityId === null || communityId === roomId,
  touched(at, happened, members) {
    const ofAudience = changedOffers(at, happened)
      .innerJoin("membership as m", (join) =>
        join.onRef("m.partnerId", "=", "o.partnerId").onRef("m.communityId", "=", "o.communityId"),
      )
      .where("m.state", "=", sql.lit("ACTIVE"))
      .where("m.memberId", "=", among(members))
      .select([
        "c.causeId",
        "o.id as objectId",
        "o.communityId as roomId",
        sql<MemberId | null>`m.member_id`.as("memberId"),
      ]);
    // Without a community it is for everyone, its author among them.
    const author = sql<MemberId | null>`case when o.community_id is not null then o.author_id end`;
    const ofAuthor = changedOffers(at, happened).select([
      "c.causeId",
      "o.id as objectId",
      "o.communityId as roomId",
      author.as("memberId"),
    ]);
    const ofSides = at
      .from("exchangeParticipant as p")
      .innerJoin("supportOffer as o", (join) =>
        join.onRef("o.partnerId", "=", "p.partnerId").onRef("o.id", "=", "p.offerId"),
      )
      .where("p.exchangeId", "=", idsOf(happened, OF_EXCHANGE))
      .where("p.memberId", "=", among(members))
      .select([
        "p.exchangeId as causeId",
        "o.id as objectId",
        "o.communityId as roomId",
        sql<MemberId | null>`p.member_id`.as("memberId"),
      ]);
    return ofAudience.unionAll(ofAuthor).unionAll(ofSides);
  },
};

/** Each with what changed it: itself, or an exchange. */
function changedOffers({ from }: At, happened: readonly Happened[]) {
  const themselves = from("supportOffer as s")
    .where("s.id", "=", idsOf(happened, OF_OFFER))
    .select([sql<string>`s.id`.as("causeId"), "s.id as offerId"]);
  const seats = from("exchange as x")
    .where("x.id", "=", idsOf(happened, OF_SEAT))
    .select([sql<string>`x.id`.as("causeId"), "x.offerId"]);
  return from("supportOffer as o").innerJoin(themselves.unionAll(seats).as("c"), "c.offerId", "o.id");
}
