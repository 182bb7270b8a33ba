import { isActiveMember, type Membership } from "../communities/index.js";
import { isReachable, type Member } from "../members/index.js";
import { type CommunityId, type RefusalOf, refuse } from "../values/index.js";
import { refuseWaysNotEnabled, type WayToMeetRefusal } from "./refuse-ways-not-enabled.js";
import type { SupportOffer } from "./support-offer.js";

/** An offer before it has an id. */
export type NewSupportOffer = Omit<SupportOffer, "id">;

/** Why an offer is not made. */
export type CreateSupportOfferRefusal =
  | RefusalOf<"FORBIDDEN", "MEMBER_NOT_ACTIVE" | "NOT_A_MEMBER">
  | RefusalOf<"BAD_INPUT", "NOT_IN_THE_FUTURE">
  | WayToMeetRefusal;

/** What its author says of a new offer: what `createSupportOfferInput` gives. */
export type SupportOfferDraft = Pick<
  SupportOffer,
  "kinds" | "title" | "description" | "topics" | "languages" | "waysToMeet" | "capacity" | "expiresAt"
>;

/**
 * A new offer, open at once. Its author must be active and, when it is for a community, an active member there. It must
 * end later than now, if at all.
 */
export function createSupportOffer(
  { kinds, title, description, topics, languages, waysToMeet, capacity, expiresAt }: SupportOfferDraft,
  {
    author,
    communityId,
    membership,
    now,
  }: {
    readonly author: Pick<Member, "id" | "state">;
    /** The community it is for; null for everyone at the partner. */
    readonly communityId: CommunityId | null;
    /** The author's own in that community; null if they never joined or there is none. */
    readonly membership: Pick<Membership, "state"> | null;
    readonly now: Date;
  },
): NewSupportOffer | CreateSupportOfferRefusal {
  if (!isReachable(author)) return refuse("FORBIDDEN", "MEMBER_NOT_ACTIVE");
  if (communityId !== null && !isActiveMember(membership)) return refuse("FORBIDDEN", "NOT_A_MEMBER", "communityId");
  const notEnabled = refuseWaysNotEnabled(waysToMeet);
  if (notEnabled) return notEnabled;
  if (expiresAt !== null && expiresAt <= now) return refuse("BAD_INPUT", "NOT_IN_THE_FUTURE", "expiresAt");
  return {
    authorId: author.id,
    communityId,
    kinds,
    title,
    description,
    topics,
    languages,
    waysToMeet,
    capacity,
    acceptedCount: 0,
    state: "OPEN",
    expiresAt,
    createdAt: now,
    updatedAt: now,
  };
}
