import { type Exchange, ExchangeState, exchangeState } from "./exchange.js";
import type { ExchangeChange } from "./transition-exchange.js";

/**
 * Settles a proposal that nobody answered: what to store of what `exchangeState` already says. It came to its end when
 * its time passed, not when that was noticed. Null when there is nothing to settle.
 */
export function lapseExchange(exchange: Pick<Exchange, "state" | "expiresAt">, now: Date): ExchangeChange | null {
  if (exchangeState(exchange, now) === exchange.state) return null;
  return { state: ExchangeState.EXPIRED, acceptedAt: null, closedAt: exchange.expiresAt, acceptedCountChange: 0 };
}
