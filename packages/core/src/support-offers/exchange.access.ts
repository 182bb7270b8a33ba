import type { Viewer } from "../members/index.js";
import type { MemberId } from "../values/index.js";
import type { ExchangeRole, ExchangeSides } from "./exchange.js";

/** The side a member is on; null when they are not part of it. */
export function exchangeRole(exchange: ExchangeSides, memberId: MemberId): ExchangeRole | null {
  if (exchange.supporterId === memberId) return "SUPPORTER";
  return exchange.recipientId === memberId ? "RECIPIENT" : null;
}

/** Who sees an exchange: its two members, and nobody else. */
export function exchangeAccess(exchange: ExchangeSides, viewer: Viewer): ExchangeRole | null {
  return viewer.kind === "MEMBER" ? exchangeRole(exchange, viewer.memberId) : null;
}
