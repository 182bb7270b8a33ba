import { shareCommunity } from "@kith/core/communities";
import { memberAccess } from "@kith/core/members";
import { lapseExchange, proposeExchange } from "@kith/core/support-offers";
import type { MemberId, SupportOfferId } from "@kith/core/values";
import type { MemberViewer } from "../../platform/identity/viewer.js";
import { foundAt, idAt, settle } from "../../platform/writing/settle.js";
import type { Writing } from "../../platform/writing/writing.js";
import { membershipOf, membershipsOf } from "../communities/index.js";
import { holdMembers } from "../members/index.js";
import { checkSeen } from "./check-seen.js";
import { changeExchange, haveExchanged, insertExchange, lockOpenExchange } from "./exchange.store.js";
import { lockSupportOffer } from "./support-offer.store.js";

/** A proposal on a locked offer; one that lapsed and was in the way is settled with it. */
export async function propose(w: Writing, viewer: MemberViewer, offerId: SupportOfferId, named: string | null) {
  const { trx, now } = w;
  const { partnerId, memberId } = viewer;
  const offer = foundAt(await lockSupportOffer(trx, partnerId, offerId), "input.supportOfferId");
  const recipientId = named === null ? memberId : idAt("mbr", named, "input.recipientId");
  const openExchange = await lockOpenExchange(trx, partnerId, offerId, recipientId);
  const members = await holdMembers(trx, partnerId, [offer.authorId, recipientId]);
  const author = foundAt(members.get(offer.authorId), "input.supportOfferId");
  await checkSeen(w, offer, author);
  const recipient = foundAt(members.get(recipientId), "input.recipientId");
  await checkMemberSeen(w, viewer, recipientId);
  const recipientMembership =
    offer.communityId === null ? null : await membershipOf(trx, partnerId, offer.communityId, recipientId);

  const made = settle(proposeExchange({ offer, author, recipient, memberId, recipientMembership, openExchange, now }));
  const lapse = openExchange && lapseExchange(openExchange, now);
  if (lapse) {
    const { acceptedCountChange: _, ...standing } = lapse;
    await changeExchange(trx, openExchange, standing);
    w.emit("exchange.expired", openExchange.id);
  }
  const id = w.newId("exc");
  await insertExchange(trx, { partnerId, id, ...made });
  w.happened("exchange.proposed", id);
  return { exchangeId: id };
}

/** NOT_FOUND for whoever may not see the member whom they name. */
async function checkMemberSeen({ trx }: Writing, viewer: MemberViewer, id: MemberId): Promise<void> {
  if (id === viewer.memberId) return;
  const { partnerId, memberId } = viewer;
  const [own, theirs] = [await membershipsOf(trx, partnerId, memberId), await membershipsOf(trx, partnerId, id)];
  const sharesCommunity = shareCommunity(own, theirs);
  const sharesExchange = !sharesCommunity && (await haveExchanged(trx, partnerId, memberId, id));
  foundAt(memberAccess({ member: { id }, viewer, sharesCommunity, sharesExchange }), "input.recipientId");
}
