import fc from "fast-check";
import { type Exchange, ExchangeRole, ExchangeState, type SupportOffer } from "../src/support-offers/index.js";
import { hours, NOW, nthId } from "./people.js";

/** An open offer of member 1 to everyone at the partner, with one seat, unless said otherwise. */
export function offer(but: Partial<SupportOffer> = {}): SupportOffer {
  return {
    id: nthId("sof", 1),
    authorId: nthId("mbr", 1),
    communityId: null,
    kinds: ["EMOTIONAL"],
    title: "A listening ear",
    description: null,
    topics: [],
    languages: ["en"],
    waysToMeet: ["MESSAGE"],
    capacity: 1,
    acceptedCount: 0,
    state: "OPEN",
    expiresAt: null,
    createdAt: hours(-48),
    updatedAt: hours(-48),
    ...but,
  };
}

/** Member 1 gives, member 2 receives and proposed it an hour ago, unless said otherwise. */
export function exchange(but: Partial<Exchange> = {}): Exchange {
  return {
    id: nthId("exc", 1),
    offerId: nthId("sof", 1),
    supporterId: nthId("mbr", 1),
    recipientId: nthId("mbr", 2),
    proposedBy: "RECIPIENT",
    state: "PROPOSED",
    proposedAt: hours(-1),
    expiresAt: hours(14 * 24 - 1),
    acceptedAt: null,
    closedAt: null,
    ...but,
  };
}

export const anyExchange = fc
  .record({
    state: fc.constantFrom(...Object.values(ExchangeState)),
    proposedBy: fc.constantFrom(...Object.values(ExchangeRole)),
    expiresAt: fc.integer({ min: -3, max: 3 }).map(hours),
    acceptedAt: fc.constantFrom(null, NOW),
  })
  .map(exchange);
