import { type MemberId, type RefusalOf, refuse } from "../values/index.js";
import { type SupportOffer, SupportOfferAction, type SupportOfferState, supportOfferState } from "./support-offer.js";

/** What only an author does with an offer, and in which states: what is not listed is not possible. */
export const supportOfferTransitions = [
  { action: "EDIT", from: ["OPEN", "PAUSED"] },
  { action: "PAUSE", from: ["OPEN"] },
  { action: "RESUME", from: ["PAUSED"] },
  { action: "CLOSE", from: ["OPEN", "PAUSED", "EXPIRED"] },
] as const satisfies readonly {
  readonly action: SupportOfferAction;
  readonly from: readonly SupportOfferState[];
}[];

/** What an author does with an offer of their own. */
export type OwnSupportOfferAction = (typeof supportOfferTransitions)[number]["action"];

/** Why an author's action is not possible; the conflict names the state the offer is in. */
export type OwnSupportOfferRefusal =
  | RefusalOf<"FORBIDDEN", "NOT_THE_AUTHOR">
  | RefusalOf<"CONFLICT", `SUPPORT_OFFER_${SupportOfferState}`>;

/** Whether an author's action is possible in this state. */
export function isPossible(action: OwnSupportOfferAction, state: SupportOfferState): boolean {
  return supportOfferTransitions.some(
    (transition) => transition.action === action && transition.from.some((from) => from === state),
  );
}

/** Refuses an action that is not this member's or not possible at this instant; null when it is both. */
export function refuseOwnAction(
  offer: Pick<SupportOffer, "authorId" | "state" | "expiresAt">,
  action: OwnSupportOfferAction,
  { memberId, now }: { readonly memberId: MemberId; readonly now: Date },
): OwnSupportOfferRefusal | null {
  if (offer.authorId !== memberId) return refuse("FORBIDDEN", "NOT_THE_AUTHOR");
  const state = supportOfferState(offer, now);
  return isPossible(action, state) ? null : refuse("CONFLICT", `SUPPORT_OFFER_${state}`);
}
