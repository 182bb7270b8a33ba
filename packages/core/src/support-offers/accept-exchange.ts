import { type Aged, isReachable, type Member, mayMeet } from "../members/index.js";
import { MatchingDial } from "../partners/index.js";
import { isRefusal, type MemberId, type RefusalOf, refuse } from "../values/index.js";
import type { Exchange } from "./exchange.js";
import { type SupportOffer, SupportOfferState, supportOfferState } from "./support-offer.js";
import { type ExchangeChange, stepExchange, type TransitionExchangeRefusal } from "./transition-exchange.js";

/** Why an exchange is not accepted. */
export type AcceptExchangeRefusal =
  | TransitionExchangeRefusal
  | RefusalOf<"FORBIDDEN", "STAFF_DECIDES" | "MEMBER_NOT_ACTIVE" | "NOT_REACHABLE">
  | RefusalOf<"CONFLICT", "SUPPORT_OFFER_CLOSED">
  | RefusalOf<"CAPACITY_REACHED", "NO_SEATS">;

type Side = Pick<Member, "id" | "state"> & Aged;

/**
 * Saying yes to a proposal, which takes a seat. Only the side that did not propose may; only where members settle it
 * between them (`PEER_TO_PEER`); only while the offer is open or paused and has a seat left. Both must be active and
 * may meet; when the other is not, or the two may not meet, the one reason `NOT_REACHABLE` is given for all of it, so
 * that nobody finds out by asking who is a minor or why somebody is away.
 */
export function acceptExchange({
  exchange,
  offer,
  supporter,
  recipient,
  memberId,
  matchingDial,
  now,
}: {
  readonly exchange: Pick<
    Exchange,
    "supporterId" | "recipientId" | "proposedBy" | "state" | "expiresAt" | "acceptedAt"
  >;
  readonly offer: Pick<SupportOffer, "state" | "expiresAt" | "capacity" | "acceptedCount">;
  readonly supporter: Side;
  readonly recipient: Side;
  /** Who says yes. */
  readonly memberId: MemberId;
  readonly matchingDial: MatchingDial;
  readonly now: Date;
}): ExchangeChange | AcceptExchangeRefusal {
  const change = stepExchange(exchange, "ACCEPT", { memberId, now });
  if (isRefusal(change)) return change;
  if (matchingDial !== MatchingDial.PEER_TO_PEER) return refuse("FORBIDDEN", "STAFF_DECIDES");
  const [self, other] = supporter.id === memberId ? [supporter, recipient] : [recipient, supporter];
  if (!isReachable(self)) return refuse("FORBIDDEN", "MEMBER_NOT_ACTIVE");
  if (!isReachable(other) || !mayMeet(self, other)) return refuse("FORBIDDEN", "NOT_REACHABLE");
  const state = supportOfferState(offer, now);
  if (state !== SupportOfferState.OPEN && state !== SupportOfferState.PAUSED) {
    return refuse("CONFLICT", "SUPPORT_OFFER_CLOSED");
  }
  return offer.acceptedCount < offer.capacity ? change : refuse("CAPACITY_REACHED", "NO_SEATS");
}
