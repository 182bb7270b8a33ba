import {
  AcceptExchangeDocument,
  CompleteExchangeDocument,
  DeclineExchangeDocument,
  EndExchangeDocument,
  ExchangeChangedDocument,
  ExchangeDocument,
  ExchangesDocument,
  ProposeExchangeDocument,
  SupportOfferExchangesDocument,
  WithdrawExchangeDocument,
} from "../_generated/operations.js";
import type { Live, LiveChanges, LiveOptions } from "../live/live.js";
import { nodeOf, viewerOf } from "../node.js";
import { type Pages, pagesOf } from "../pages.js";
import type { Request, RequestOptions } from "../transport.js";
import type { Exchange, ExchangeState, ProposeExchangeInput } from "../types.js";

export interface ExchangeFilter {
  /** Those in one of these states; all unless said. */
  states?: ExchangeState[] | undefined;
  /** Those on this offer. */
  supportOfferId?: string | undefined;
}

/**
 * `READY`: from here on nothing is missed, so read your lists now. It comes first, and again after a gap that could not be
 * made good. `CHANGED`: one of the member's exchanges as it stands now.
 */
export type ExchangeChange = { readonly kind: "READY" } | { readonly kind: "CHANGED"; readonly exchange: Exchange };

/** Exchanges the member gives or receives, newest first. `viewerCan` says which of the calls below are open now. */
export interface Exchanges extends Pages<ExchangeFilter, Exchange> {
  readonly get: (id: string, options?: RequestOptions) => Promise<Exchange>;
  /** Asks for support by an offer; its author may instead offer it to `recipientId`. Lapses unanswered in 14 days. */
  readonly propose: (input: ProposeExchangeInput, options?: RequestOptions) => Promise<Exchange>;
  /** By the side that was asked. `CAPACITY_REACHED` with `NO_SEATS` when somebody was faster. */
  readonly accept: (id: string, options?: RequestOptions) => Promise<Exchange>;
  readonly decline: (id: string, options?: RequestOptions) => Promise<Exchange>;
  /** By the side that proposed, before there is an answer. */
  readonly withdraw: (id: string, options?: RequestOptions) => Promise<Exchange>;
  /** Ends an accepted exchange early; by either side, without a reason. */
  readonly end: (id: string, options?: RequestOptions) => Promise<Exchange>;
  readonly complete: (id: string, options?: RequestOptions) => Promise<Exchange>;
  /** Live, until it is left or aborted: each exchange of the member's that changes. */
  readonly changes: (options?: LiveOptions) => LiveChanges<ExchangeChange>;
}

export function exchanges(request: Request, live: Live): Exchanges {
  return {
    ...pagesOf(async ({ supportOfferId, states }: ExchangeFilter, page, options) => {
      if (supportOfferId === undefined) {
        return viewerOf(await request(ExchangesDocument, { states, ...page }, options)).exchanges;
      }
      const { node } = await request(SupportOfferExchangesDocument, { supportOfferId, states, ...page }, options);
      return nodeOf("SupportOffer", node).exchanges;
    }),
    get: async (id, options) => nodeOf("Exchange", (await request(ExchangeDocument, { id }, options)).node),
    propose: async (input, options) =>
      (await request(ProposeExchangeDocument, { input }, options)).proposeExchange.exchange,
    accept: async (exchangeId, options) =>
      (await request(AcceptExchangeDocument, { input: { exchangeId } }, options)).acceptExchange.exchange,
    decline: async (exchangeId, options) =>
      (await request(DeclineExchangeDocument, { input: { exchangeId } }, options)).declineExchange.exchange,
    withdraw: async (exchangeId, options) =>
      (await request(WithdrawExchangeDocument, { input: { exchangeId } }, options)).withdrawExchange.exchange,
    end: async (exchangeId, options) =>
      (await request(EndExchangeDocument, { input: { exchangeId } }, options)).endExchange.exchange,
    complete: async (exchangeId, options) =>
      (await request(CompleteExchangeDocument, { input: { exchangeId } }, options)).completeExchange.exchange,
    changes: (options) => live(ExchangeChangedDocument, {}, options),
  };
}
