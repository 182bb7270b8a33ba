import { type MemberId, type RefusalOf, refuse } from "../values/index.js";
import { exchangeRole } from "./exchange.access.js";
import { type Exchange, ExchangeState, exchangeState } from "./exchange.js";
import { exchangeTransitions, isTheirTurn } from "./exchange-transitions.js";

/** Where an exchange stands after a rule said yes, and what that does to the offer's count of accepted exchanges. */
export interface ExchangeChange {
  readonly state: ExchangeState;
  readonly acceptedAt: Date | null;
  readonly closedAt: Date | null;
  readonly acceptedCountChange: -1 | 0 | 1;
}

/** Why an exchange stays as it is; the conflict names the state it is in. */
export type TransitionExchangeRefusal =
  | RefusalOf<"NOT_FOUND", "NOT_A_PARTICIPANT">
  | RefusalOf<"CONFLICT", `EXCHANGE_${ExchangeState}`>
  | RefusalOf<"FORBIDDEN", "NOT_YOUR_TURN">;

type Standing = Pick<Exchange, "supporterId" | "recipientId" | "proposedBy" | "state" | "expiresAt" | "acceptedAt">;
type Step = Exclude<(typeof exchangeTransitions)[number], { by: "TIME" }>;

/**
 * Declining, withdrawing, completing or ending an exchange, which never asks for a reason and is open to paused
 * members. Completing or ending an accepted one gives its seat back. Accepting has a rule of its own: `acceptExchange`.
 */
export function transitionExchange(
  exchange: Standing,
  action: Exclude<Step["action"], "ACCEPT">,
  by: { readonly memberId: MemberId; readonly now: Date },
): ExchangeChange | TransitionExchangeRefusal {
  return stepExchange(exchange, action, by);
}

/** What the table alone says of an action, accepting included: that it is possible here and this member's to take. */
export function stepExchange(
  exchange: Standing,
  action: Step["action"],
  { memberId, now }: { readonly memberId: MemberId; readonly now: Date },
): ExchangeChange | TransitionExchangeRefusal {
  if (exchangeRole(exchange, memberId) === null) return refuse("NOT_FOUND", "NOT_A_PARTICIPANT", "exchangeId");
  const state = exchangeState(exchange, now);
  const step = exchangeTransitions.find((transition) => transition.from === state && transition.action === action);
  if (!step) return refuse("CONFLICT", `EXCHANGE_${state}`);
  if (!isTheirTurn(step.by, exchange, memberId)) return refuse("FORBIDDEN", "NOT_YOUR_TURN");
  const accepts = step.to === ExchangeState.ACCEPTED;
  return {
    state: step.to,
    acceptedAt: accepts ? now : exchange.acceptedAt,
    closedAt: accepts ? null : now,
    acceptedCountChange: accepts ? 1 : state === ExchangeState.ACCEPTED ? -1 : 0,
  };
}
