import { CommunityVisibility } from "@kith/core/communities";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../../platform/graphql/node.type.js";
import { DateTime } from "../../platform/graphql/scalars.js";
import { connectionOf } from "../../platform/reading/connection.type.js";

registerEnumType(CommunityVisibility, {
  name: "CommunityVisibility",
  description: "For whom a community exists.",
  valuesConfig: {
    PUBLIC: { description: "For everyone at the partner, signed in or not." },
    MEMBERS_ONLY: { description: "For its active members and the partner's server." },
  },
});

@ObjectType({ implements: Node, description: "People who share an experience, an interest or a value." })
export class Community extends Node {
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => String, { nullable: true, description: "What it is for." })
  description!: string | null;
  @Field(() => String, { nullable: true, description: "How people treat each other here." })
  guidelines!: string | null;
  @Field(() => [String], { description: "What it is about." })
  topics!: string[];
  @Field(() => CommunityVisibility, { description: "For whom it exists." })
  visibility!: CommunityVisibility;
  @Field(() => Int, { nullable: true, description: "Most active members at once; null for no bound." })
  seats!: number | null;
  @Field(() => Int, { description: "Active members." })
  memberCount!: number;
  @Field(() => DateTime, { description: "When it was opened." })
  createdAt!: Date;
}
export const CommunityConnection = connectionOf("Community", () => Community);
