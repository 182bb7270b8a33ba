import { isActiveMember, type Membership } from "../communities/index.js";
import { type Aged, isReachable, type Member, mayMeet } from "../members/index.js";
import { type MemberId, type RefusalOf, refuse } from "../values/index.js";
import { type Exchange, type ExchangeRole, isOpenExchange, PROPOSAL_DAYS } from "./exchange.js";
import { type SupportOffer, SupportOfferState, supportOfferState } from "./support-offer.js";

const DAY_LENGTH = 86_400_000;

/** An exchange before it has an id. */
export type NewExchange = Omit<Exchange, "id">;

/** Why an exchange is not proposed. */
export type ProposeExchangeRefusal =
  | RefusalOf<"BAD_INPUT", "ONESELF">
  | RefusalOf<"FORBIDDEN", "NOT_THE_AUTHOR" | "MEMBER_NOT_ACTIVE" | "NOT_REACHABLE" | "NOT_A_MEMBER">
  | RefusalOf<"CONFLICT", "SUPPORT_OFFER_NOT_OPEN" | "EXCHANGE_ALREADY_OPEN">;

type Side = Pick<Member, "id" | "state"> & Aged;

/**
 * Proposing an exchange: anyone who sees an open offer asks for themselves, or its author proposes to someone. A full
 * offer may be asked for: the proposal waits. It lapses after 14 days. What the other side's state or age would tell is
 * told by the one reason `NOT_REACHABLE`, as in `acceptExchange`; that the recipient is no active member of the offer's
 * community is too, when it is not oneself.
 */
export function proposeExchange({
  offer,
  author,
  recipient,
  memberId,
  recipientMembership,
  openExchange,
  now,
}: {
  readonly offer: Pick<SupportOffer, "id" | "authorId" | "communityId" | "state" | "expiresAt">;
  readonly author: Side;
  /** Whom the input's `recipientId` names; the caller when it was left out. */
  readonly recipient: Side;
  /** Who proposes. */
  readonly memberId: MemberId;
  /** The recipient's own in the offer's community; null if they never joined or the offer has none. */
  readonly recipientMembership: Pick<Membership, "state"> | null;
  /** The latest exchange on this offer with this recipient that is stored as open; null if there is none. */
  readonly openExchange: Pick<Exchange, "state" | "expiresAt"> | null;
  readonly now: Date;
}): NewExchange | ProposeExchangeRefusal {
  if (recipient.id === offer.authorId) return refuse("BAD_INPUT", "ONESELF", "recipientId");
  const proposedBy = sideOf({ memberId, offer, recipient });
  if (proposedBy === null) return refuse("FORBIDDEN", "NOT_THE_AUTHOR", "recipientId");
  if (supportOfferState(offer, now) !== SupportOfferState.OPEN) return refuse("CONFLICT", "SUPPORT_OFFER_NOT_OPEN");

  const [self, other] = proposedBy === "SUPPORTER" ? [author, recipient] : [recipient, author];
  if (!isReachable(self)) return refuse("FORBIDDEN", "MEMBER_NOT_ACTIVE");
  if (offer.communityId !== null && !isActiveMember(recipientMembership)) {
    return refuse("FORBIDDEN", proposedBy === "SUPPORTER" ? "NOT_REACHABLE" : "NOT_A_MEMBER");
  }
  if (!isReachable(other) || !mayMeet(self, other)) return refuse("FORBIDDEN", "NOT_REACHABLE");
  if (openExchange && isOpenExchange(openExchange, now)) return refuse("CONFLICT", "EXCHANGE_ALREADY_OPEN");

  return {
    offerId: offer.id,
    supporterId: offer.authorId,
    recipientId: recipient.id,
    proposedBy,
    state: "PROPOSED",
    proposedAt: now,
    expiresAt: new Date(now.getTime() + PROPOSAL_DAYS * DAY_LENGTH),
    acceptedAt: null,
    closedAt: null,
  };
}

function sideOf({
  memberId,
  offer,
  recipient,
}: {
  memberId: MemberId;
  offer: Pick<SupportOffer, "authorId">;
  recipient: Pick<Member, "id">;
}): ExchangeRole | null {
  if (memberId === offer.authorId) return "SUPPORTER";
  return memberId === recipient.id ? "RECIPIENT" : null;
}
