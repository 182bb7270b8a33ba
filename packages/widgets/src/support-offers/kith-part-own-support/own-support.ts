import {
  type Exchange,
  type ExchangeState,
  ExchangesDocument,
  type Request,
  type SupportOffer,
  ViewerSupportOffersDocument,
} from "@kith/sdk";
import { type Listed, readUpTo } from "../../platform/reading/read-up-to.js";

/** How many of each list are wanted; `earlier` 0 while nobody looks there. */
export interface Counts {
  readonly open: number;
  readonly offers: number;
  readonly earlier: number;
}

/** A member's own side: what is open between them and others, what they offer, and what was before. */
export interface OwnSupport {
  readonly open: Listed<Exchange>;
  readonly offers: Listed<SupportOffer>;
  readonly earlier: Listed<Exchange>;
}

const OPEN: ExchangeState[] = ["PROPOSED", "ACCEPTED"];
const EARLIER: ExchangeState[] = ["COMPLETED", "DECLINED", "WITHDRAWN", "EXPIRED", "ENDED_EARLY"];
const NONE = {
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
};

export async function readOwnSupport(request: Request, counts: Counts, signal: AbortSignal): Promise<OwnSupport> {
  const exchanges = (states: ExchangeState[], count: number) =>
    readUpTo(count, async (page) => {
      return (await request(ExchangesDocument, { states, ...page }, { signal })).viewer?.exchanges ?? NONE;
    });
  const [open, offers, earlier] = await Promise.all([
    exchanges(OPEN, counts.open),
    readUpTo(counts.offers, async (page) => {
      return (await request(ViewerSupportOffersDocument, page, { signal })).viewer?.supportOffers ?? NONE;
    }),
    exchanges(EARLIER, counts.earlier),
  ]);
  return { open, offers, earlier };
}
