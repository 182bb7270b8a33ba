import type { CommunityId, MemberId, SupportKind, SupportOfferId, WayToMeet } from "../values/index.js";

/** Where an offer stands. */
export const SupportOfferState = {
  /** May be asked for. */
  OPEN: "OPEN",
  /** Rests for now at its author's wish. */
  PAUSED: "PAUSED",
  /** Closed for good by its author. */
  CLOSED: "CLOSED",
  /** Its time has passed. Never stored: it follows from `expiresAt`. */
  EXPIRED: "EXPIRED",
} as const;
export type SupportOfferState = (typeof SupportOfferState)[keyof typeof SupportOfferState];
/** What is stored of it: that an offer has expired follows from the clock. */
export type StoredSupportOfferState = Exclude<SupportOfferState, "EXPIRED">;

/** What can be done with an offer. */
export const SupportOfferAction = {
  EDIT: "EDIT",
  PAUSE: "PAUSE",
  RESUME: "RESUME",
  CLOSE: "CLOSE",
  /** Ask for it. */
  PROPOSE: "PROPOSE",
} as const;
export type SupportOfferAction = (typeof SupportOfferAction)[keyof typeof SupportOfferAction];

/** Support that a member offers to others. */
export interface SupportOffer {
  readonly id: SupportOfferId;
  readonly authorId: MemberId;
  /** The community whose active members see it; null for everyone at the partner. */
  readonly communityId: CommunityId | null;
  /** One to four, each once. */
  readonly kinds: readonly SupportKind[];
  /** 1 to 120 characters. */
  readonly title: string;
  /** At most 2000 characters. */
  readonly description: string | null;
  /** At most 10, each 1 to 40 characters. */
  readonly topics: readonly string[];
  /** At most 10 BCP 47 tags. */
  readonly languages: readonly string[];
  /** At least one. */
  readonly waysToMeet: readonly WayToMeet[];
  /** Accepted exchanges at once, 1 to 20. */
  readonly capacity: number;
  /** Accepted exchanges now, 0 to `capacity`. */
  readonly acceptedCount: number;
  readonly state: StoredSupportOfferState;
  /** Until when it holds; null for no end. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/**
 * Where the offer stands at this instant. A closed one stays closed; from the instant `expiresAt` any other is expired.
 */
export function supportOfferState(offer: Pick<SupportOffer, "state" | "expiresAt">, now: Date): SupportOfferState {
  if (offer.state === SupportOfferState.CLOSED) return offer.state;
  return offer.expiresAt !== null && offer.expiresAt <= now ? SupportOfferState.EXPIRED : offer.state;
}
