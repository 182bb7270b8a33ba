import { type MemberId, type RefusalOf, refuse } from "../values/index.js";
import type { SupportOfferDraft } from "./create-support-offer.js";
import { refuseWaysNotEnabled, type WayToMeetRefusal } from "./refuse-ways-not-enabled.js";
import type { SupportOffer } from "./support-offer.js";
import { type OwnSupportOfferRefusal, refuseOwnAction } from "./support-offer-transitions.js";

/** What changes; what is left out or undefined stays. */
export type SupportOfferEdit = { readonly [Field in keyof SupportOfferDraft]?: SupportOfferDraft[Field] | undefined };

/** What to store of an edit. */
export type SupportOfferChange = Partial<SupportOfferDraft> & Pick<SupportOffer, "updatedAt">;

/** Why an offer is not changed. */
export type UpdateSupportOfferRefusal =
  | OwnSupportOfferRefusal
  | WayToMeetRefusal
  | RefusalOf<"BAD_INPUT", "BELOW_ACCEPTED" | "NOT_IN_THE_FUTURE">;

/**
 * Changing what an open or paused offer says. Its author alone may. Capacity cannot go below the exchanges accepted
 * now, and a new end must be later than now. Gives only what was asked to change, and when.
 */
export function updateSupportOffer(
  offer: Pick<SupportOffer, "authorId" | "state" | "expiresAt" | "acceptedCount">,
  { kinds, title, description, topics, languages, waysToMeet, capacity, expiresAt }: SupportOfferEdit,
  by: { readonly memberId: MemberId; readonly now: Date },
): SupportOfferChange | UpdateSupportOfferRefusal {
  const notTheirs = refuseOwnAction(offer, "EDIT", by) ?? refuseWaysNotEnabled(waysToMeet ?? []);
  if (notTheirs) return notTheirs;
  if (capacity !== undefined && capacity < offer.acceptedCount)
    return refuse("BAD_INPUT", "BELOW_ACCEPTED", "capacity");
  if (expiresAt && expiresAt <= by.now) return refuse("BAD_INPUT", "NOT_IN_THE_FUTURE", "expiresAt");
  return {
    ...(kinds && { kinds }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(topics && { topics }),
    ...(languages && { languages }),
    ...(waysToMeet && { waysToMeet }),
    ...(capacity !== undefined && { capacity }),
    ...(expiresAt !== undefined && { expiresAt }),
    updatedAt: by.now,
  };
}
