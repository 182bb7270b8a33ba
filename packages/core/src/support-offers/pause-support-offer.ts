import type { MemberId } from "../values/index.js";
import type { SupportOffer } from "./support-offer.js";
import { type OwnSupportOfferRefusal, refuseOwnAction } from "./support-offer-transitions.js";

/**
 * Letting an open offer rest: nobody can ask for it until it is resumed. What was proposed before may still be
 * accepted. Its author alone may.
 */
export function pauseSupportOffer(
  offer: Pick<SupportOffer, "authorId" | "state" | "expiresAt">,
  by: { readonly memberId: MemberId; readonly now: Date },
): { readonly state: "PAUSED"; readonly updatedAt: Date } | OwnSupportOfferRefusal {
  return refuseOwnAction(offer, "PAUSE", by) ?? { state: "PAUSED", updatedAt: by.now };
}
