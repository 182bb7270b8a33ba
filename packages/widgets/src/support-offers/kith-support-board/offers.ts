import { type Request, type SupportKind, type SupportOffer, SupportOffersDocument } from "@kith/sdk";
import { type Listed, readUpTo } from "../../platform/reading/read-up-to.js";

export interface Wanted {
  readonly kind: SupportKind | null;
  readonly communityId: string | null;
  readonly count: number;
}

/** Offers, and which were asked for: an answer may come when others are wanted already. */
export interface Offers extends Listed<SupportOffer> {
  readonly wanted: Wanted;
}

/** Reads the newest open offers, as many as are wanted. */
export async function readOffers(request: Request, wanted: Wanted, signal: AbortSignal): Promise<Offers> {
  const { kind, communityId, count } = wanted;
  const filter = { openOnly: true, ...(kind && { kind }), ...(communityId && { communityId }) };
  const listed = await readUpTo(count, async (page) => {
    return (await request(SupportOffersDocument, { filter, ...page }, { signal })).supportOffers;
  });
  return { wanted, ...listed };
}
