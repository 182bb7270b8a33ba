import { type SupportOfferAction, type SupportOfferState, supportOfferTransitions } from "@kith/core/support-offers";
import type { CommunityId, SupportKind } from "@kith/core/values";
import { type Expression, type SqlBool, sql } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import {
  type At,
  extend,
  has,
  is,
  one,
  pages,
  type Row,
  type Selection,
  select,
} from "../../platform/reading/selection.js";
import { activeIn, community } from "../communities/index.js";
import { member, viewer } from "../members/index.js";
import {
  CommunitySupportOffers,
  SupportOffer,
  type SupportOffersArgs,
  ViewerSupportOffers,
} from "./support-offer.type.js";

type Offer = Tables["supportOffer"];
type Here = Pick<At, "viewer" | "from" | "now">;

/** An active author of the viewer's own side of the line between adults and minors. */
const authorMayMeet = (offer: Row<Offer>, { viewer }: Here): Expression<SqlBool> =>
  sql<SqlBool>`${offer("authorMeetsAs")} = case when ${viewer.isAdult} then 'ADULT' else 'MINOR' end`;

const isMine = (offer: Row<Offer>, { viewer }: Here): Expression<SqlBool> => is(offer("authorId"), "=", viewer.id);

const stateNow = (offer: Row<Offer>, { now }: Here): Expression<SupportOfferState> =>
  sql`case when ${offer("state")} <> 'CLOSED' and ${offer("expiresAt")} <= ${now} then 'EXPIRED' else ${offer("state")} end`;

const isOpen = (offer: Row<Offer>, { now }: Here): Expression<SqlBool> =>
  sql<SqlBool>`(${offer("state")} = 'OPEN' and (${offer("expiresAt")} is null or ${offer("expiresAt")} > ${now}))`;

/** Core's table of what an author may do, asked in SQL; anyone else who sees it may ask for it, as `proposeExchange` does. */
function viewerCan(offer: Row<Offer>, at: Here): Expression<SupportOfferAction[]> {
  const { viewer, from, now } = at;
  const state = stateNow(offer, at);
  const authors = supportOfferTransitions.map(
    (transition) =>
      sql`case when ${state} in (${sql.join(transition.from.map((from) => sql.lit(from)))}) then ${sql.lit(transition.action)} end`,
  );
  const asked = from("exchange as x")
    .where("x.offerId", "=", offer("id"))
    .where("x.recipientId", "=", viewer.id)
    .where(sql<SqlBool>`(x.state = 'ACCEPTED' or (x.state = 'PROPOSED' and x.expires_at > ${now}))`);
  const takesPart = from("member as v").where("v.id", "=", viewer.id).where("v.state", "=", sql.lit("ACTIVE"));
  return sql`case
    when ${isMine(offer, at)} then array_remove(array[${sql.join(authors)}], null)
    when ${isOpen(offer, at)} and ${has(takesPart)} and ${authorMayMeet(offer, at)} and not ${has(asked)} then array['PROPOSE']
    else '{}' end`;
}

/**
 * Its author; a facilitator of its community; an active member of its community (everyone at the partner where it has
 * none) if the author is active and the two may meet.
 */
export const supportOffer: Selection<Offer, SupportOffer> = select(SupportOffer, "supportOffer", {
  prefix: "sof",
  visible: (offer, at) => {
    if (at.viewer.kind !== "MEMBER") return is.lit(false);
    return is.or([
      isMine(offer, at),
      activeIn(at, offer("communityId"), "FACILITATOR"),
      is.and([
        is.or([sql<SqlBool>`${offer("communityId")} is null`, activeIn(at, offer("communityId"))]),
        authorMayMeet(offer, at),
      ]),
    ]);
  },
  fields: {
    id: "id",
    kinds: "kinds",
    title: "title",
    description: "description",
    topics: "topics",
    languages: "languages",
    waysToMeet: "waysToMeet",
    capacity: "capacity",
    seatsLeft: (offer) => sql<number>`${offer("capacity")} - ${offer("acceptedCount")}`,
    state: stateNow,
    expiresAt: "expiresAt",
    createdAt: "createdAt",
    updatedAt: "updatedAt",
    author: one(() => member, { id: "authorId" }, { seenWithParent: true }),
    community: one(() => community, { id: "communityId" }, { seenWithParent: true }),
    viewerCan,
  },
});

const ofKind = (offer: Row<Offer>, { from }: Here, kind: Expression<SupportKind>): Expression<SqlBool> =>
  is.exists(
    from("supportOfferKind as k")
      .where("k.audienceId", "=", offer("audienceId"))
      .where("k.kind", "=", kind)
      .where("k.offerId", "=", offer("id")),
  );

/** What a filter asks of a row. `communityId` is not here: it says which rooms are looked into. */
function matches(offer: Row<Offer>, at: At<SupportOffersArgs>): Expression<SqlBool>[] {
  const { kind, openOnly } = at.args.filter ?? {};
  return [...(kind ? [ofKind(offer, at, kind)] : []), ...(openOnly === true ? [isOpen(offer, at)] : [])];
}

const onlyIn = ({ args }: At<SupportOffersArgs>) =>
  args.filter?.communityId as Expression<CommunityId> | null | undefined;

/**
 * The rooms a member looks into: each community they are active in, and the partner itself for offers to everyone.
 * Whoever is in the room need only be asked about author and viewer, row by row.
 */
const rooms = (at: At<SupportOffersArgs>) => {
  const only = onlyIn(at);
  const mine = at
    .from("membership as m")
    .where("m.memberId", "=", at.viewer.id)
    .where("m.state", "=", sql.lit("ACTIVE"))
    .select(["m.communityId as id", sql<boolean>`m.role = 'FACILITATOR'`.as("facilitates")]);
  return only ? mine.where("m.communityId", "=", only) : sql`(${mine} union all select ${at.partnerId}, false)`;
};

export const supportOffers = pages<{}, Offer, SupportOffer, SupportOffersArgs>(
  () => supportOffer,
  {},
  { id: "text" },
  {
    seenWithParent: true,
    each: { rooms, link: { audienceId: "id" } },
    where: (offer, at, _parent, room) => {
      if (at.viewer.kind !== "MEMBER") return is.lit(false);
      return is.and([is.or([isMine(offer, at), room("facilitates"), authorMayMeet(offer, at)]), ...matches(offer, at)]);
    },
  },
);

export const communitySupportOffers = extend(community, CommunitySupportOffers, {
  supportOffers: pages(
    () => supportOffer,
    { audienceId: "id" },
    { id: "text" },
    {
      seenWithParent: true,
      where: (offer, at, parent) => {
        if (at.viewer.kind !== "MEMBER") return is.lit(false);
        const only = onlyIn(at);
        return is.and([
          activeIn(at, parent("id")),
          ...(only ? [is(parent("id"), "=", only)] : []),
          is.or([isMine(offer, at), authorMayMeet(offer, at), activeIn(at, parent("id"), "FACILITATOR")]),
          ...matches(offer, at),
        ]);
      },
    },
  ),
});

export const viewerSupportOffers = extend(viewer, ViewerSupportOffers, {
  supportOffers: pages(() => supportOffer, { authorId: "id" }, { id: "text" }, { seenWithParent: true }),
});
