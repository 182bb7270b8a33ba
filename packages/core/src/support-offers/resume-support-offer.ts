import type { MemberId } from "../values/index.js";
import type { SupportOffer } from "./support-offer.js";
import { type OwnSupportOfferRefusal, refuseOwnAction } from "./support-offer-transitions.js";

/** Opening a paused offer again. Its author alone may. */
export function resumeSupportOffer(
  offer: Pick<SupportOffer, "authorId" | "state" | "expiresAt">,
  by: { readonly memberId: MemberId; readonly now: Date },
): { readonly state: "OPEN"; readonly updatedAt: Date } | OwnSupportOfferRefusal {
  return refuseOwnAction(offer, "RESUME", by) ?? { state: "OPEN", updatedAt: by.now };
}
