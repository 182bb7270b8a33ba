import { communityAccess } from "@kith/core/communities";
import {
  closeSupportOffer,
  createSupportOffer,
  pauseSupportOffer,
  resumeSupportOffer,
  updateSupportOffer,
} from "@kith/core/support-offers";
import {
  closeSupportOfferInput,
  createSupportOfferInput,
  pauseSupportOfferInput,
  resumeSupportOfferInput,
  updateSupportOfferInput,
} from "@kith/core/support-offers/input";
import type { CommunityId } from "@kith/core/values";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { memberOf } from "../../platform/writing/callers.js";
import { checkInput } from "../../platform/writing/check-input.js";
import { foundAt, idAt, settle } from "../../platform/writing/settle.js";
import { write } from "../../platform/writing/write.js";
import type { Writing } from "../../platform/writing/writing.js";
import { communityById, membershipOf } from "../communities/index.js";
import { holdMembers } from "../members/index.js";
import { changeOwnSupportOffer } from "./change-own-support-offer.js";
import {
  CloseSupportOfferInput,
  CloseSupportOfferPayload,
  CreateSupportOfferInput,
  CreateSupportOfferPayload,
  closeSupportOfferPayload,
  createSupportOfferPayload,
  PauseSupportOfferInput,
  PauseSupportOfferPayload,
  pauseSupportOfferPayload,
  ResumeSupportOfferInput,
  ResumeSupportOfferPayload,
  resumeSupportOfferPayload,
  UpdateSupportOfferInput,
  UpdateSupportOfferPayload,
  updateSupportOfferPayload,
} from "./support-offer.input.js";
import { insertSupportOffer } from "./support-offer.store.js";

@Resolver()
export class SupportOfferMutations {
  @Mutation(() => CreateSupportOfferPayload, { description: "For members: offers support, open at once." })
  async createSupportOffer(
    @Arg("input", () => CreateSupportOfferInput, { description: "The offer." }) input: CreateSupportOfferInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { partnerId, memberId } = memberOf(context);
    const { communityId: named, ...draft } = checkInput(createSupportOfferInput, input);
    const communityId = named === null ? null : idAt("com", named, "input.communityId");
    const ids = await write(context, info, input, async (w) => {
      const membership = communityId === null ? null : await placeIn(w, communityId);
      const author = foundAt((await holdMembers(w.trx, partnerId, [memberId])).get(memberId), "viewer");
      const offer = settle(createSupportOffer(draft, { author, communityId, membership, now: w.now }));
      const id = w.newId("sof");
      await insertSupportOffer(w.trx, { partnerId, id, authorMeetsAs: author.meetsAs, ...offer });
      w.happened("support-offer.created", id);
      return { supportOfferId: id };
    });
    return read.payload(createSupportOfferPayload, ids);
  }

  @Mutation(() => UpdateSupportOfferPayload, { description: "For its author: changes what an offer says." })
  async updateSupportOffer(
    @Arg("input", () => UpdateSupportOfferInput, { description: "What changes." }) input: UpdateSupportOfferInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { supportOfferId: _, ...edit } = checkInput(updateSupportOfferInput, input);
    const ids = await changeOwnSupportOffer(context, info, input, "support-offer.updated", (offer, by) =>
      updateSupportOffer(offer, edit, by),
    );
    return read.payload(updateSupportOfferPayload, ids);
  }

  @Mutation(() => PauseSupportOfferPayload, { description: "For its author: an open offer rests." })
  async pauseSupportOffer(
    @Arg("input", () => PauseSupportOfferInput, { description: "Which." }) input: PauseSupportOfferInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    checkInput(pauseSupportOfferInput, input);
    const ids = await changeOwnSupportOffer(context, info, input, "support-offer.paused", pauseSupportOffer);
    return read.payload(pauseSupportOfferPayload, ids);
  }

  @Mutation(() => ResumeSupportOfferPayload, { description: "For its author: a paused offer is open again." })
  async resumeSupportOffer(
    @Arg("input", () => ResumeSupportOfferInput, { description: "Which." }) input: ResumeSupportOfferInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    checkInput(resumeSupportOfferInput, input);
    const ids = await changeOwnSupportOffer(context, info, input, "support-offer.resumed", resumeSupportOffer);
    return read.payload(resumeSupportOfferPayload, ids);
  }

  @Mutation(() => CloseSupportOfferPayload, {
    description: "For its author: closes an offer for good. Accepted exchanges go on.",
  })
  async closeSupportOffer(
    @Arg("input", () => CloseSupportOfferInput, { description: "Which." }) input: CloseSupportOfferInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    checkInput(closeSupportOfferInput, input);
    const ids = await changeOwnSupportOffer(context, info, input, "support-offer.closed", closeSupportOffer);
    return read.payload(closeSupportOfferPayload, ids);
  }
}

/** The author's membership in a community they see. */
async function placeIn({ trx, viewer }: Writing, communityId: CommunityId) {
  const { partnerId, memberId } = memberOf({ viewer });
  const community = foundAt(await communityById(trx, partnerId, communityId), "input.communityId");
  const membership = await membershipOf(trx, partnerId, communityId, memberId);
  foundAt(communityAccess({ community, viewer, membership }), "input.communityId");
  return membership;
}
