import type { ExchangeId, MemberId, SupportOfferId } from "../values/index.js";

/** Where an exchange stands. */
export const ExchangeState = {
  /** Waits for the other side's answer. */
  PROPOSED: "PROPOSED",
  /** Both sides said yes; takes one of the offer's seats. */
  ACCEPTED: "ACCEPTED",
  COMPLETED: "COMPLETED",
  DECLINED: "DECLINED",
  WITHDRAWN: "WITHDRAWN",
  /** Nobody answered in time. Derived when read, and settled later. */
  EXPIRED: "EXPIRED",
  ENDED_EARLY: "ENDED_EARLY",
} as const;
export type ExchangeState = (typeof ExchangeState)[keyof typeof ExchangeState];

/** What can be done with an exchange. */
export const ExchangeAction = {
  ACCEPT: "ACCEPT",
  DECLINE: "DECLINE",
  WITHDRAW: "WITHDRAW",
  COMPLETE: "COMPLETE",
  /** End early, no reason asked. */
  END: "END",
} as const;
export type ExchangeAction = (typeof ExchangeAction)[keyof typeof ExchangeAction];

/** A side of an exchange. */
export const ExchangeRole = { SUPPORTER: "SUPPORTER", RECIPIENT: "RECIPIENT" } as const;
export type ExchangeRole = (typeof ExchangeRole)[keyof typeof ExchangeRole];

/** Days after which an unanswered proposal lapses. */
export const PROPOSAL_DAYS = 14;

/** Support between two people: one gives, one receives. */
export interface Exchange {
  readonly id: ExchangeId;
  readonly offerId: SupportOfferId;
  /** The offer's author. */
  readonly supporterId: MemberId;
  readonly recipientId: MemberId;
  /** Which side proposed it; the other may accept. */
  readonly proposedBy: ExchangeRole;
  readonly state: ExchangeState;
  readonly proposedAt: Date;
  /** When the proposal lapses if unanswered. Means nothing once it is answered. */
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  /** When it came to its end, however it did. */
  readonly closedAt: Date | null;
}

/** The two sides of an exchange, which is what decides who may see it and whose turn it is. */
export type ExchangeSides = Pick<Exchange, "supporterId" | "recipientId">;

/** Where the exchange stands at this instant: from the instant `expiresAt` a proposal is expired. */
export function exchangeState(exchange: Pick<Exchange, "state" | "expiresAt">, now: Date): ExchangeState {
  return exchange.state === ExchangeState.PROPOSED && exchange.expiresAt <= now
    ? ExchangeState.EXPIRED
    : exchange.state;
}

/** Whether the exchange waits for an answer or goes on: of these there is one at most per offer and recipient. */
export function isOpenExchange(exchange: Pick<Exchange, "state" | "expiresAt">, now: Date): boolean {
  const state = exchangeState(exchange, now);
  return state === ExchangeState.PROPOSED || state === ExchangeState.ACCEPTED;
}
