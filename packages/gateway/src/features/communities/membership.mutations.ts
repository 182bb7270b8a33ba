import {
  communityAccess,
  joinCommunity,
  leaveCommunity,
  type MembershipChange,
  removeMember,
} from "@kith/core/communities";
import { joinCommunityInput, leaveCommunityInput, removeMemberInput } from "@kith/core/communities/input";
import { type CommunityId, isId, type MemberId } from "@kith/core/values";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { memberOf, writerOf } from "../../platform/writing/callers.js";
import { checkInput } from "../../platform/writing/check-input.js";
import { foundAt, idAt, settle } from "../../platform/writing/settle.js";
import { write } from "../../platform/writing/write.js";
import type { Writing } from "../../platform/writing/writing.js";
import { holdMembers } from "../members/index.js";
import { addToMemberCount, type CommunityRow, lockCommunity } from "./community.store.js";
import {
  JoinCommunityInput,
  JoinCommunityPayload,
  joinCommunityPayload,
  LeaveCommunityInput,
  LeaveCommunityPayload,
  leaveCommunityPayload,
  RemoveMemberInput,
  RemoveMemberPayload,
  removeMemberPayload,
} from "./membership.input.js";
import { keepMemberships, type MembershipRow, membershipOf } from "./membership.store.js";

@Resolver()
export class MembershipMutations {
  @Mutation(() => JoinCommunityPayload, {
    description: "For members: joins a community. Who is in already stays as they are.",
  })
  async joinCommunity(
    @Arg("input", () => JoinCommunityInput, { description: "Which." }) input: JoinCommunityInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { partnerId, memberId } = memberOf(context);
    const id = idAt("com", checkInput(joinCommunityInput, input).communityId, "input.communityId");
    const ids = await write(context, info, input, async (w) => {
      const { community, own: membership } = await enter(w, id);
      const member = foundAt((await holdMembers(w.trx, partnerId, [memberId])).get(memberId), "viewer");
      const change = settle(joinCommunity({ community, membership, member }));
      return keep(w, community, memberId, membership, change, "membership.joined");
    });
    return read.payload(joinCommunityPayload, ids);
  }

  @Mutation(() => LeaveCommunityPayload, { description: "For members: leaves a community, which is always possible." })
  async leaveCommunity(
    @Arg("input", () => LeaveCommunityInput, { description: "Which." }) input: LeaveCommunityInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { memberId } = memberOf(context);
    const id = idAt("com", checkInput(leaveCommunityInput, input).communityId, "input.communityId");
    const ids = await write(context, info, input, async (w) => {
      const { community, own: membership } = await enter(w, id);
      return keep(w, community, memberId, membership, settle(leaveCommunity({ membership })), "membership.left");
    });
    return read.payload(leaveCommunityPayload, ids);
  }

  @Mutation(() => RemoveMemberPayload, {
    description: "For the partner's server and the community's facilitators: removes a member, who may not join again.",
  })
  async removeMember(
    @Arg("input", () => RemoveMemberInput, { description: "Whom, and from where." }) input: RemoveMemberInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const actor = writerOf(context);
    const { communityId, memberId } = checkInput(removeMemberInput, input);
    const id = idAt("com", communityId, "input.communityId");
    const ids = await write(context, info, input, async (w) => {
      const { community, own: actorMembership } = await enter(w, id);
      const membership = isId("mbr", memberId) ? await membershipOf(w.trx, actor.partnerId, id, memberId) : null;
      const change = settle(removeMember({ actor, actorMembership, membership }));
      return keep(w, community, memberId as MemberId, membership, change, "membership.removed");
    });
    return read.payload(removeMemberPayload, ids);
  }
}

/** The community, locked, and the caller's own membership; NOT_FOUND for who may not see that it is there. */
async function enter({ trx, viewer }: Writing, id: CommunityId) {
  const community = foundAt(await lockCommunity(trx, viewer.partnerId, id), "input.communityId");
  const own = viewer.kind === "MEMBER" ? await membershipOf(trx, viewer.partnerId, id, viewer.memberId) : null;
  foundAt(communityAccess({ community, viewer, membership: own }), "input.communityId");
  return { community, own };
}

async function keep(
  { trx, now, happened }: Writing,
  community: CommunityRow,
  memberId: MemberId,
  before: MembershipRow | null,
  { state, role, changed, memberCountChange }: MembershipChange,
  event: string,
) {
  const { partnerId, id: communityId } = community;
  if (changed) {
    const joinedAt = before && state !== "ACTIVE" ? before.joinedAt : now;
    await keepMemberships(trx, [{ partnerId, communityId, memberId, role, state, joinedAt, updatedAt: now }]);
    if (memberCountChange !== 0) await addToMemberCount(trx, community, memberCountChange);
    happened(event, `${communityId} ${memberId}`);
  }
  return { communityId, memberId };
}
