import { Args, Field, FieldResolver, Int, ObjectType, Resolver } from "type-graphql";
import { Node } from "../../platform/graphql/node.type.js";
import { CalendarDay, DateTime } from "../../platform/graphql/scalars.js";
import { type Connection, connectionOf, PageArgs } from "../../platform/reading/connection.type.js";
import { selected } from "../../platform/reading/selection.js";
import { Viewer } from "../members/index.js";

@ObjectType({
  implements: Node,
  description: "Kith's own short daily check-in. Answers are 1 to 5, null where skipped. Only its member sees it.",
})
export class PulseCheckIn extends Node {
  @Field(() => Int, { nullable: true, description: "How one feels, 1 low to 5 good." })
  mood!: number | null;
  @Field(() => Int, { nullable: true, description: "How heavy the day feels, 1 light to 5 very heavy." })
  strain!: number | null;
  @Field(() => Int, { nullable: true, description: "How close one feels to other people, 1 far away to 5 very close." })
  connectedness!: number | null;
  @Field(() => Int, { nullable: true, description: "How hopeful one is, 1 not at all to 5 very." })
  hope!: number | null;
  @Field(() => Boolean, { nullable: true, description: "Whether one received support that day." })
  supportReceived!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether one gave support that day." })
  supportGiven!: boolean | null;
  @Field(() => DateTime, { description: "When it was felt." })
  recordedAt!: Date;
  @Field(() => CalendarDay, { description: "The member's own day it counts for." })
  day!: string;
  @Field(() => DateTime, { description: "When it reached Kith." })
  createdAt!: Date;
}
const PulseCheckInConnection = connectionOf("PulseCheckIn", () => PulseCheckIn);

/** What this feature adds to Viewer. */
@Resolver(() => Viewer)
export class ViewerPulseCheckIns {
  @FieldResolver(() => PulseCheckInConnection, { description: "The viewer's check-ins, the latest felt first." })
  pulseCheckIns(@Args(() => PageArgs) _args: PageArgs): Connection<PulseCheckIn> {
    return selected();
  }
}
