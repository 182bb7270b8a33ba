import { type Aged, isReachable, type Member, mayMeet } from "../members/index.js";
import { type Exchange, isOpenExchange } from "./exchange.js";
import { type SupportOffer, SupportOfferAction, SupportOfferState, supportOfferState } from "./support-offer.js";
import { isPossible, supportOfferTransitions } from "./support-offer-transitions.js";

type Side = Pick<Member, "id" | "state"> & Aged;

/**
 * What a member who sees the offer may do with it at this instant: its author what the table lists for them, anyone
 * else ask for it if `proposeExchange` would let them.
 */
export function supportOfferActions({
  offer,
  author,
  viewer,
  openExchange,
  now,
}: {
  readonly offer: Pick<SupportOffer, "authorId" | "state" | "expiresAt">;
  readonly author: Side;
  readonly viewer: Side;
  /** The viewer's exchange as recipient of this offer that is stored as open; null if there is none. */
  readonly openExchange: Pick<Exchange, "state" | "expiresAt"> | null;
  readonly now: Date;
}): SupportOfferAction[] {
  const state = supportOfferState(offer, now);
  if (viewer.id === offer.authorId) {
    return supportOfferTransitions.filter(({ action }) => isPossible(action, state)).map(({ action }) => action);
  }
  const mayAsk =
    state === SupportOfferState.OPEN &&
    isReachable(viewer) &&
    isReachable(author) &&
    mayMeet(viewer, author) &&
    !(openExchange && isOpenExchange(openExchange, now));
  return mayAsk ? [SupportOfferAction.PROPOSE] : [];
}
