import { supportOfferAccess } from "@kith/core/support-offers";
import { foundAt } from "../../platform/writing/settle.js";
import type { Writing } from "../../platform/writing/writing.js";
import { membershipOf } from "../communities/index.js";
import type { MemberRow } from "../members/index.js";
import type { SupportOfferRow } from "./support-offer.store.js";

/** NOT_FOUND for whoever may not see the offer, as if it were not there. */
export async function checkSeen(
  { trx, viewer }: Writing,
  offer: SupportOfferRow,
  author: MemberRow | undefined,
): Promise<void> {
  const { communityId, partnerId } = offer;
  const membership =
    communityId !== null && viewer.kind === "MEMBER"
      ? await membershipOf(trx, partnerId, communityId, viewer.memberId)
      : null;
  foundAt(author && supportOfferAccess({ offer, author, viewer, membership }), "input.supportOfferId");
}
