import type { MemberId } from "../values/index.js";
import type { SupportOffer } from "./support-offer.js";
import { type OwnSupportOfferRefusal, refuseOwnAction } from "./support-offer-transitions.js";

/**
 * Closing an offer for good, expired ones too. Accepted exchanges go on; what was only proposed can no longer be
 * accepted. Its author alone may.
 */
export function closeSupportOffer(
  offer: Pick<SupportOffer, "authorId" | "state" | "expiresAt">,
  by: { readonly memberId: MemberId; readonly now: Date },
): { readonly state: "CLOSED"; readonly updatedAt: Date } | OwnSupportOfferRefusal {
  return refuseOwnAction(offer, "CLOSE", by) ?? { state: "CLOSED", updatedAt: by.now };
}
