import type { SupportOffer, SupportOfferFilter } from "../types.js";
import { place } from "./place.js";
import { useKithChanges } from "./use-kith-changes.js";
import { type KithList, useKithList } from "./use-kith-list.js";

export interface SupportOffersArgs extends SupportOfferFilter {
  /** How many a page, 1 to 100; 20 unless said. */
  first?: number | undefined;
}

/** The offers the member may see, newest first, live: each that is made or changes shows as it happens. */
export function useSupportOffers(args: SupportOffersArgs = {}): KithList<SupportOffer> {
  const { kind, communityId, openOnly } = args;
  const { amend, ...list } = useKithList((kith) => kith.supportOffers, args);
  const { error } = useKithChanges(
    (kith, options) => kith.supportOffers.changes({ ...options, communityId: communityId ?? undefined }),
    (change) => {
      if (change.kind === "READY") return list.refresh();
      const { supportOffer } = change;
      const belongs =
        (!kind || supportOffer.kinds.includes(kind)) &&
        (!communityId || supportOffer.community?.id === communityId) &&
        (!openOnly || supportOffer.state === "OPEN");
      amend((nodes) => place(nodes, supportOffer, { belongs, hasMore: list.hasMore }));
    },
    [communityId],
  );
  return { ...list, error: list.error ?? error };
}
