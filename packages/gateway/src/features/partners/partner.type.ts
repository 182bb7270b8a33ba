import { MatchingDial } from "@kith/core/partners";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";

registerEnumType(MatchingDial, {
  name: "MatchingDial",
  description: "Who settles that two people meet.",
  valuesConfig: {
    STAFF_PROPOSES: { description: "Staff bring people together." },
    STAFF_APPROVES: { description: "Members ask, staff approve." },
    SUGGEST_ONLY: { description: "Kith suggests, staff settle it." },
    PEER_TO_PEER: { description: "Members settle it between them." },
  },
});

@ObjectType({ description: "The organisation whose site this is: its public face." })
export class Partner {
  @Field(() => ID, { description: "The partner's id, which member tokens name as their issuer." })
  id!: string;
  @Field(() => String, { description: "The name people know it by." })
  name!: string;
  @Field(() => MatchingDial, { description: "Who settles that two people meet." })
  matchingDial!: MatchingDial;
}
