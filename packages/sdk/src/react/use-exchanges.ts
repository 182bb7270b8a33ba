import type { ExchangeFilter } from "../support-offers/exchanges.js";
import type { Exchange } from "../types.js";
import { place } from "./place.js";
import { useKithChanges } from "./use-kith-changes.js";
import { type KithList, useKithList } from "./use-kith-list.js";

export interface ExchangesArgs extends ExchangeFilter {
  /** How many a page, 1 to 100; 20 unless said. */
  first?: number | undefined;
}

/** The member's exchanges, newest first, live: each change shows as it happens. */
export function useExchanges(args: ExchangesArgs = {}): KithList<Exchange> {
  const { amend, ...list } = useKithList((kith) => kith.exchanges, args);
  const { error } = useKithChanges(
    (kith, options) => kith.exchanges.changes(options),
    (change) => {
      if (change.kind === "READY") return list.refresh();
      const { exchange } = change;
      const belongs =
        (args.states?.includes(exchange.state) ?? true) &&
        (args.supportOfferId === undefined || args.supportOfferId === exchange.supportOffer.id);
      amend((nodes) => place(nodes, exchange, { belongs, hasMore: list.hasMore }));
    },
  );
  return { ...list, error: list.error ?? error };
}
