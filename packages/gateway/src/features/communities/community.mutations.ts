import { createCommunityInput } from "@kith/core/communities/input";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { serverOf } from "../../platform/writing/callers.js";
import { checkInput } from "../../platform/writing/check-input.js";
import { foundAt, idAt } from "../../platform/writing/settle.js";
import { write } from "../../platform/writing/write.js";
import { holdMembers } from "../members/index.js";
import { CreateCommunityInput, CreateCommunityPayload, createCommunityPayload } from "./community.input.js";
import { insertCommunity } from "./community.store.js";
import { keepMemberships } from "./membership.store.js";

@Resolver()
export class CommunityMutations {
  @Mutation(() => CreateCommunityPayload, { description: "For the partner's server: opens a community." })
  async createCommunity(
    @Arg("input", () => CreateCommunityInput, { description: "The community." }) input: CreateCommunityInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { partnerId } = serverOf(context);
    const { facilitatorIds, ...said } = checkInput(createCommunityInput, input);
    const fieldOf = (id: string) => `input.facilitatorIds.${input.facilitatorIds?.indexOf(id)}`;
    const facilitators = facilitatorIds.map((id) => idAt("mbr", id, fieldOf(id)));
    const ids = await write(context, info, input, async ({ trx, now, ...w }) => {
      const known = await holdMembers(trx, partnerId, facilitators);
      for (const id of facilitators) foundAt(known.get(id), fieldOf(id));
      const communityId = w.newId("com");
      const stamps = { createdAt: now, updatedAt: now };
      await insertCommunity(trx, { partnerId, id: communityId, ...said, memberCount: facilitators.length, ...stamps });
      await keepMemberships(
        trx,
        facilitators.map((memberId) => ({
          partnerId,
          memberId,
          communityId,
          role: "FACILITATOR",
          state: "ACTIVE",
          joinedAt: now,
          updatedAt: now,
        })),
      );
      w.happened("community.created", communityId);
      return { communityId };
    });
    return read.payload(createCommunityPayload, ids);
  }
}
