import type { SupportOfferChange } from "@kith/core/support-offers";
import type { MemberId, Refusal } from "@kith/core/values";
import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../../platform/graphql/context.js";
import { memberOf } from "../../platform/writing/callers.js";
import { foundAt, idAt, settle } from "../../platform/writing/settle.js";
import { write } from "../../platform/writing/write.js";
import { holdMembers } from "../members/index.js";
import { checkSeen } from "./check-seen.js";
import { changeKinds, changeSupportOffer, lockSupportOffer, type SupportOfferRow } from "./support-offer.store.js";

type Rule = (
  offer: SupportOfferRow,
  by: { readonly memberId: MemberId; readonly now: Date },
) => (SupportOfferChange & { readonly state?: "OPEN" | "PAUSED" | "CLOSED" }) | Refusal;

/** What an author does with their own offer: locked, judged by the rule, changed as the rule says. */
export function changeOwnSupportOffer(
  context: Context,
  info: GraphQLResolveInfo,
  input: { readonly supportOfferId: string },
  event: string,
  rule: Rule,
) {
  const { partnerId, memberId } = memberOf(context);
  const id = idAt("sof", input.supportOfferId, "input.supportOfferId");
  return write(context, info, input, async (w) => {
    const offer = foundAt(await lockSupportOffer(w.trx, partnerId, id), "input.supportOfferId");
    if (offer.authorId !== memberId) {
      // The rule says no to anyone else; that the offer is there is told only to those who see it.
      const members = await holdMembers(w.trx, partnerId, [offer.authorId]);
      await checkSeen(w, offer, members.get(offer.authorId));
    }
    const change = settle(rule(offer, { memberId, now: w.now }));
    await changeSupportOffer(w.trx, offer, change);
    if (change.kinds) await changeKinds(w.trx, offer, change.kinds);
    w.happened(event, id);
    return { supportOfferId: id };
  });
}
