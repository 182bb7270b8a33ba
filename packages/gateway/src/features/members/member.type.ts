import { AgeBand, MemberRole, MemberState } from "@kith/core/members";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../platform/graphql/node.type.js";

registerEnumType(AgeBand, {
  name: "AgeBand",
  description: "Said by the partner's server alone; whoever has none counts as a minor.",
  valuesConfig: { MINOR: { description: "Not yet of age." }, ADULT: { description: "Of age." } },
});
registerEnumType(MemberRole, {
  name: "MemberRole",
  description: "Roles given by the partner's server alone.",
  valuesConfig: {
    MODERATOR: { description: "Works through what members report." },
    CARE_TEAM: { description: "Sees what a member shares with the care team." },
  },
});
registerEnumType(MemberState, {
  name: "MemberState",
  description: "Where a member stands.",
  valuesConfig: {
    ACTIVE: { description: "Takes part." },
    PAUSED: { description: "Takes a rest: may read, and is not asked for anything." },
    SUSPENDED: { description: "May not sign in for now." },
    DISCHARGED: { description: "No longer with the partner." },
    ERASED: { description: "Erased at their wish." },
    DECEASED: { description: "Has died." },
  },
});

@ObjectType({
  implements: Node,
  description: "A person who takes part, known by the partner's own id for them and a name that may be a pseudonym.",
})
export class Member extends Node {
  @Field(() => String, {
    nullable: true,
    description: "The name others see, which may be a pseudonym; null until the partner's server gives one.",
  })
  displayName!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The partner's own id for this person. Only for the member and the partner's server; null for everyone else.",
  })
  externalId!: string | null;
  @Field(() => AgeBand, {
    nullable: true,
    description: "Only for the member and the partner's server; null for everyone else, and when unknown.",
  })
  ageBand!: AgeBand | null;
  @Field(() => [MemberRole], {
    nullable: true,
    description: "Only for the member and the partner's server; null for everyone else.",
  })
  roles!: MemberRole[] | null;
  @Field(() => [String], {
    nullable: true,
    description:
      "Languages as BCP 47 tags, best first. Only for the member and the partner's server; null for everyone else.",
  })
  languages!: string[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      "IANA time zone the member's days are counted in. Only for the member and the partner's server; null for everyone else.",
  })
  timeZone!: string | null;
  @Field(() => MemberState, {
    nullable: true,
    description: "Only for the member and the partner's server; null for everyone else.",
  })
  state!: MemberState | null;
}

@ObjectType({ description: "The member who asks, and what is theirs." })
export class Viewer {
  @Field(() => Member, { description: "The member who asks." })
  member!: Member;
}
