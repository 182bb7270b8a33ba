import { AgeBand, MemberRole, MemberState } from "@kith/core/members";
import type { MemberId } from "@kith/core/values";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { one, payload } from "../../platform/reading/selection.js";
import { member } from "./member.selection.js";
import { Member } from "./member.type.js";

@InputType({
  description: "A member as the partner's server knows them. What is left out stays as it is; null clears.",
})
export class UpsertMemberInput {
  @Field(() => String, {
    description:
      "The partner's own id for the person, which says whom this is about: 1 to 128 characters, no e-mail address. Someone new is made.",
  })
  externalId!: string;
  @Field(() => String, { nullable: true, description: "The name others see, 1 to 80 characters; may be a pseudonym." })
  displayName?: string | null;
  @Field(() => AgeBand, { nullable: true, description: "Whether they are of age; unknown counts as a minor." })
  ageBand?: AgeBand | null;
  @Field(() => [MemberRole], {
    nullable: true,
    description: "All roles they have; an empty list takes every role away.",
  })
  roles?: MemberRole[] | null;
  @Field(() => [String], { nullable: true, description: "At most ten languages as BCP 47 tags, best first." })
  languages?: string[] | null;
  @Field(() => String, { nullable: true, description: "IANA time zone their days are counted in: `Europe/Madrid`." })
  timeZone?: string | null;
  @Field(() => MemberState, { nullable: true, description: "Where they stand; null is the same as `ACTIVE`." })
  state?: MemberState | null;
}

@ObjectType({ description: "What `upsertMember` answers." })
export class UpsertMemberPayload {
  @Field(() => Member, { description: "The member as they are now." })
  member!: Member;
}

@InputType({ description: "Whose tokens end." })
export class RevokeMemberTokensInput {
  @Field(() => ID, { description: "The member." })
  memberId!: string;
}

@ObjectType({ description: "What `revokeMemberTokens` answers." })
export class RevokeMemberTokensPayload {
  @Field(() => Member, { description: "The member, who needs a new token from now on." })
  member!: Member;
}

@InputType({ description: "What a member says about themselves. What is left out stays as it is; null clears." })
export class UpdateProfileInput {
  @Field(() => [String], { nullable: true, description: "At most ten languages as BCP 47 tags, best first." })
  languages?: string[] | null;
  @Field(() => String, { nullable: true, description: "IANA time zone one's days are counted in: `Europe/Madrid`." })
  timeZone?: string | null;
}

@ObjectType({ description: "What `updateProfile` answers." })
export class UpdateProfilePayload {
  @Field(() => Member, { description: "The member as they are now." })
  member!: Member;
}

const theMember = { member: one(() => member, { id: "memberId" }, { seenWithParent: true }) } as const;
type Given = { memberId: MemberId };
export const upsertMemberPayload = payload<Given>()(UpsertMemberPayload, theMember);
export const revokeMemberTokensPayload = payload<Given>()(RevokeMemberTokensPayload, theMember);
export const updateProfilePayload = payload<Given>()(UpdateProfilePayload, theMember);
