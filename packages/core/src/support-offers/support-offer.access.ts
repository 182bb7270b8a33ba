import { isActiveMember, isFacilitator, type Membership } from "../communities/index.js";
import { type Aged, isReachable, type Member, mayMeet, type Viewer } from "../members/index.js";
import type { SupportOffer } from "./support-offer.js";

/** Why a viewer may see an offer. */
export type SupportOfferGrant = "AUTHOR" | "FACILITATOR" | "COMMUNITY_MEMBER" | "PARTNER_WIDE";

/**
 * Who sees an offer, whatever its state: its author always; a facilitator of its community; else, if the author is
 * active and the two may meet, an active member of its community, or any member when it is for everyone at the partner.
 * Null for everyone else, keys that act for nobody included.
 */
export function supportOfferAccess({
  offer,
  author,
  viewer,
  membership,
}: {
  readonly offer: Pick<SupportOffer, "authorId" | "communityId">;
  readonly author: Pick<Member, "state"> & Aged;
  readonly viewer: Viewer;
  /** The viewer's own in the offer's community; null if they never joined or the offer has none. */
  readonly membership: Pick<Membership, "role" | "state"> | null;
}): SupportOfferGrant | null {
  if (viewer.kind !== "MEMBER") return null;
  if (viewer.memberId === offer.authorId) return "AUTHOR";
  if (offer.communityId !== null && isFacilitator(membership)) return "FACILITATOR";
  if (!isReachable(author) || !mayMeet(author, viewer)) return null;
  if (offer.communityId === null) return "PARTNER_WIDE";
  return isActiveMember(membership) ? "COMMUNITY_MEMBER" : null;
}
