import type { CommunityId, MemberId } from "@kith/core/values";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { one, payload } from "../../platform/reading/selection.js";
import { membership } from "./membership.selection.js";
import { Membership } from "./membership.type.js";

@InputType({ description: "Which community to join." })
export class JoinCommunityInput {
  @Field(() => ID, { description: "The community." })
  communityId!: string;
}

@ObjectType({ description: "What `joinCommunity` answers." })
export class JoinCommunityPayload {
  @Field(() => Membership, { description: "One's membership as it is now." })
  membership!: Membership;
}

@InputType({ description: "Which community to leave." })
export class LeaveCommunityInput {
  @Field(() => ID, { description: "The community." })
  communityId!: string;
}

@ObjectType({ description: "What `leaveCommunity` answers." })
export class LeaveCommunityPayload {
  @Field(() => Membership, { description: "One's membership as it is now." })
  membership!: Membership;
}

@InputType({ description: "Whom to remove, and from where." })
export class RemoveMemberInput {
  @Field(() => ID, { description: "The community." })
  communityId!: string;
  @Field(() => ID, { description: "The member, who may not join again by the open door." })
  memberId!: string;
}

@ObjectType({ description: "What `removeMember` answers." })
export class RemoveMemberPayload {
  @Field(() => Membership, { description: "Their membership as it is now." })
  membership!: Membership;
}

const theMembership = {
  membership: one(() => membership, { communityId: "communityId", memberId: "memberId" }, { seenWithParent: true }),
} as const;
type Given = { communityId: CommunityId; memberId: MemberId };
export const joinCommunityPayload = payload<Given>()(JoinCommunityPayload, theMembership);
export const leaveCommunityPayload = payload<Given>()(LeaveCommunityPayload, theMembership);
export const removeMemberPayload = payload<Given>()(RemoveMemberPayload, theMembership);
