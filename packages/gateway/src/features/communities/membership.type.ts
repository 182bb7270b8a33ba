import { MembershipRole, MembershipState } from "@kith/core/communities";
import { Args, Field, FieldResolver, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { DateTime } from "../../platform/graphql/scalars.js";
import { type Connection, connectionOf, PageArgs } from "../../platform/reading/connection.type.js";
import { selected } from "../../platform/reading/selection.js";
import { Member, Viewer } from "../members/index.js";
import { Community } from "./community.type.js";

registerEnumType(MembershipRole, {
  name: "MembershipRole",
  description: "What a member is to a community.",
  valuesConfig: {
    MEMBER: { description: "Takes part." },
    FACILITATOR: { description: "Looks after it." },
  },
});
registerEnumType(MembershipState, {
  name: "MembershipState",
  description: "Where a membership stands.",
  valuesConfig: {
    ACTIVE: { description: "Takes part." },
    LEFT: { description: "Left, and may join again." },
    REMOVED: { description: "Was removed, and may not join by the open door." },
  },
});

@ObjectType({ description: "A member's place in a community." })
export class Membership {
  @Field(() => Community, { description: "The community." })
  community!: Community;
  @Field(() => Member, { description: "The member." })
  member!: Member;
  @Field(() => MembershipRole, { description: "What the member is to the community." })
  role!: MembershipRole;
  @Field(() => MembershipState, { description: "Where the membership stands." })
  state!: MembershipState;
  @Field(() => DateTime, { description: "When the member joined, the last time." })
  joinedAt!: Date;
}
const MembershipConnection = connectionOf("Membership", () => Membership);

/** What this feature adds to Community. */
@Resolver(() => Community)
export class CommunityMembership {
  @FieldResolver(() => Membership, {
    nullable: true,
    description: "The viewer's own membership, whatever its state; null if there never was one.",
  })
  viewerMembership(): Membership | null {
    return selected();
  }
}

/** What this feature adds to Viewer. */
@Resolver(() => Viewer)
export class ViewerMemberships {
  @FieldResolver(() => MembershipConnection, {
    description: "The viewer's active memberships, newest community first.",
  })
  memberships(@Args(() => PageArgs) _args: PageArgs): Connection<Membership> {
    return selected();
  }
}
