import { expectTypeOf } from "vitest";
import { isRefusal } from "../values/index.js";
import type { AcceptExchangeRefusal, acceptExchange } from "./accept-exchange.js";
import type { createSupportOffer, SupportOfferDraft } from "./create-support-offer.js";
import type { ExchangeState } from "./exchange.js";
import type { CreateSupportOfferInput, UpdateSupportOfferInput } from "./input.js";
import type { ProposeExchangeRefusal, proposeExchange } from "./propose-exchange.js";
import type { SupportOfferState } from "./support-offer.js";
import { type ExchangeChange, transitionExchange } from "./transition-exchange.js";
import type { SupportOfferEdit, UpdateSupportOfferRefusal } from "./update-support-offer.js";

// Every reason a rule can give is known, so that words for all of them can be asked of a catalogue.
expectTypeOf<ReturnType<typeof acceptExchange>>().toEqualTypeOf<ExchangeChange | AcceptExchangeRefusal>();
expectTypeOf<AcceptExchangeRefusal["reason"]>().toEqualTypeOf<
  | "NOT_A_PARTICIPANT"
  | `EXCHANGE_${ExchangeState}`
  | "NOT_YOUR_TURN"
  | "STAFF_DECIDES"
  | "MEMBER_NOT_ACTIVE"
  | "NOT_REACHABLE"
  | "SUPPORT_OFFER_CLOSED"
  | "NO_SEATS"
>();
expectTypeOf<UpdateSupportOfferRefusal["reason"]>().toEqualTypeOf<
  | "NOT_THE_AUTHOR"
  | `SUPPORT_OFFER_${SupportOfferState}`
  | "WAY_TO_MEET_NOT_ENABLED"
  | "BELOW_ACCEPTED"
  | "NOT_IN_THE_FUTURE"
>();

/** Compiles only while every reason is named. */
export function wordFor({ reason }: ProposeExchangeRefusal): string {
  switch (reason) {
    case "ONESELF":
    case "NOT_THE_AUTHOR":
    case "MEMBER_NOT_ACTIVE":
    case "NOT_REACHABLE":
    case "NOT_A_MEMBER":
    case "SUPPORT_OFFER_NOT_OPEN":
    case "EXCHANGE_ALREADY_OPEN":
      return reason;
    default:
      return reason satisfies never;
  }
}

/** One reason too few. */
export function tooFew({ reason }: ProposeExchangeRefusal): string {
  switch (reason) {
    case "ONESELF":
    case "NOT_THE_AUTHOR":
    case "MEMBER_NOT_ACTIVE":
    case "NOT_REACHABLE":
    case "NOT_A_MEMBER":
    case "SUPPORT_OFFER_NOT_OPEN":
      return reason;
    default:
      // @ts-expect-error EXCHANGE_ALREADY_OPEN was forgotten.
      return reason satisfies never;
  }
}

/** One reason too many. */
export function tooMany({ reason }: ProposeExchangeRefusal): boolean {
  // @ts-expect-error No rule of proposing says so.
  return reason === "NO_SEATS";
}

declare const answer: ReturnType<typeof proposeExchange>;
// @ts-expect-error An answer may be a refusal until it was asked.
export const unasked = answer.expiresAt;
if (!isRefusal(answer)) expectTypeOf(answer.state).toEqualTypeOf<ExchangeState>();

declare const by: Parameters<typeof transitionExchange>[2];
declare const exchange: Parameters<typeof transitionExchange>[0];
transitionExchange(exchange, "END", by);
// @ts-expect-error Accepting asks more than the table: it has a rule of its own.
transitionExchange(exchange, "ACCEPT", by);
// @ts-expect-error Only time lets a proposal lapse.
transitionExchange(exchange, "LAPSE", by);

// What the schemas give is what the rules take.
expectTypeOf<Omit<CreateSupportOfferInput, "communityId">>().toExtend<SupportOfferDraft>();
expectTypeOf<UpdateSupportOfferInput>().toExtend<SupportOfferEdit>();
expectTypeOf<Parameters<typeof createSupportOffer>[0]>().toEqualTypeOf<SupportOfferDraft>();
