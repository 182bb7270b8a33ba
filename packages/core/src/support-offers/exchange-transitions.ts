import type { MemberId } from "../values/index.js";
import { exchangeRole } from "./exchange.access.js";
import { type Exchange, type ExchangeAction, type ExchangeState, exchangeState } from "./exchange.js";

interface Transition {
  readonly from: ExchangeState;
  readonly action: ExchangeAction | "LAPSE";
  /** Which side may do it; TIME when nobody does. */
  readonly by: "PROPOSER" | "COUNTERPART" | "EITHER" | "TIME";
  readonly to: ExchangeState;
}

/**
 * The life of an exchange, the one table that gateway, SDK and widgets ask. What is not listed is not possible; a state
 * that stands in no `from` is final.
 */
export const exchangeTransitions = [
  { from: "PROPOSED", action: "ACCEPT", by: "COUNTERPART", to: "ACCEPTED" },
  { from: "PROPOSED", action: "DECLINE", by: "COUNTERPART", to: "DECLINED" },
  { from: "PROPOSED", action: "WITHDRAW", by: "PROPOSER", to: "WITHDRAWN" },
  { from: "PROPOSED", action: "LAPSE", by: "TIME", to: "EXPIRED" },
  { from: "ACCEPTED", action: "COMPLETE", by: "EITHER", to: "COMPLETED" },
  { from: "ACCEPTED", action: "END", by: "EITHER", to: "ENDED_EARLY" },
] as const satisfies readonly Transition[];

type Standing = Pick<Exchange, "supporterId" | "recipientId" | "proposedBy" | "state" | "expiresAt">;

/** Whose turn it is in this exchange: whether the member is on a side that may make the transition. */
export function isTheirTurn(
  by: Transition["by"],
  exchange: Pick<Exchange, "supporterId" | "recipientId" | "proposedBy">,
  memberId: MemberId,
): boolean {
  const role = exchangeRole(exchange, memberId);
  switch (by) {
    case "PROPOSER":
      return role === exchange.proposedBy;
    case "COUNTERPART":
      return role !== null && role !== exchange.proposedBy;
    case "EITHER":
      return role !== null;
    case "TIME":
      return false;
    default:
      return by satisfies never;
  }
}

/**
 * What the member may do with the exchange at this instant, in the order of the table; nothing for who is not part of
 * it. Accepting may still be refused for what only the offer and the other member tell, such as a seat taken meanwhile.
 */
export function exchangeActions(exchange: Standing, memberId: MemberId, now: Date): ExchangeAction[] {
  const state = exchangeState(exchange, now);
  return exchangeTransitions.flatMap((transition) =>
    transition.by !== "TIME" && transition.from === state && isTheirTurn(transition.by, exchange, memberId)
      ? [transition.action]
      : [],
  );
}
