import {
  CloseSupportOfferDocument,
  CreateSupportOfferDocument,
  PauseSupportOfferDocument,
  ResumeSupportOfferDocument,
  SupportOfferChangedDocument,
  SupportOfferDocument,
  SupportOffersDocument,
  UpdateSupportOfferDocument,
  ViewerSupportOffersDocument,
} from "../_generated/operations.js";
import type { Live, LiveChanges, LiveOptions } from "../live/live.js";
import { nodeOf, viewerOf } from "../node.js";
import { type Pages, pagesOf } from "../pages.js";
import type { Request, RequestOptions } from "../transport.js";
import type { CreateSupportOfferInput, SupportOffer, SupportOfferFilter, UpdateSupportOfferInput } from "../types.js";

/** What is left out stays as it is; null clears `description` and `expiresAt`. */
export type SupportOfferChanges = Omit<UpdateSupportOfferInput, "supportOfferId">;

/**
 * `READY`: from here on nothing is missed, so read your lists now. It comes first, and again after a gap that could not be
 * made good. `CHANGED`: an offer that was made or changed, as it stands now; one whose seats were taken or freed too.
 */
export type SupportOfferChange =
  | { readonly kind: "READY" }
  | { readonly kind: "CHANGED"; readonly supportOffer: SupportOffer };

export interface SupportOfferLiveOptions extends LiveOptions {
  /** Those of this community alone; all the member may see unless said. */
  communityId?: string | undefined;
}

/** Offers in the member's communities and those to everyone at the partner, newest first. */
export interface SupportOffers extends Pages<SupportOfferFilter, SupportOffer> {
  /** The member's own, in any state, newest first. */
  readonly mine: Pages<Record<never, never>, SupportOffer>;
  readonly get: (id: string, options?: RequestOptions) => Promise<SupportOffer>;
  readonly create: (input: CreateSupportOfferInput, options?: RequestOptions) => Promise<SupportOffer>;
  readonly update: (id: string, changes: SupportOfferChanges, options?: RequestOptions) => Promise<SupportOffer>;
  /** Takes no new proposals until resumed. */
  readonly pause: (id: string, options?: RequestOptions) => Promise<SupportOffer>;
  readonly resume: (id: string, options?: RequestOptions) => Promise<SupportOffer>;
  readonly close: (id: string, options?: RequestOptions) => Promise<SupportOffer>;
  /** Live, until it is left or aborted: each offer the member may see that is made or changes. */
  readonly changes: (options?: SupportOfferLiveOptions) => LiveChanges<SupportOfferChange>;
}

export function supportOffers(request: Request, live: Live): SupportOffers {
  return {
    ...pagesOf(
      async (filter: SupportOfferFilter, page, options) =>
        (await request(SupportOffersDocument, { filter, ...page }, options)).supportOffers,
    ),
    mine: pagesOf(
      async (_, page, options) => viewerOf(await request(ViewerSupportOffersDocument, page, options)).supportOffers,
    ),
    get: async (id, options) => nodeOf("SupportOffer", (await request(SupportOfferDocument, { id }, options)).node),
    create: async (input, options) =>
      (await request(CreateSupportOfferDocument, { input }, options)).createSupportOffer.supportOffer,
    update: async (supportOfferId, changes, options) =>
      (await request(UpdateSupportOfferDocument, { input: { ...changes, supportOfferId } }, options)).updateSupportOffer
        .supportOffer,
    pause: async (supportOfferId, options) =>
      (await request(PauseSupportOfferDocument, { input: { supportOfferId } }, options)).pauseSupportOffer.supportOffer,
    resume: async (supportOfferId, options) =>
      (await request(ResumeSupportOfferDocument, { input: { supportOfferId } }, options)).resumeSupportOffer
        .supportOffer,
    close: async (supportOfferId, options) =>
      (await request(CloseSupportOfferDocument, { input: { supportOfferId } }, options)).closeSupportOffer.supportOffer,
    changes: ({ communityId, ...options } = {}) => live(SupportOfferChangedDocument, { communityId }, options),
  };
}
