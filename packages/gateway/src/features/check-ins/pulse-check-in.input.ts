import type { PulseCheckInId } from "@kith/core/values";
import { Field, InputType, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../platform/graphql/scalars.js";
import { one, payload } from "../../platform/reading/selection.js";
import { pulseCheckIn } from "./pulse-check-in.selection.js";
import { PulseCheckIn } from "./pulse-check-in.type.js";

@InputType({ description: "Answers 1 to 5, each may be skipped, at least one is given." })
export class RecordPulseCheckInInput {
  @Field(() => Int, { nullable: true, description: "How one feels, 1 low to 5 good." })
  mood?: number | null;
  @Field(() => Int, { nullable: true, description: "How heavy the day feels, 1 light to 5 very heavy." })
  strain?: number | null;
  @Field(() => Int, { nullable: true, description: "How close one feels to other people, 1 far away to 5 very close." })
  connectedness?: number | null;
  @Field(() => Int, { nullable: true, description: "How hopeful one is, 1 not at all to 5 very." })
  hope?: number | null;
  @Field(() => Boolean, { nullable: true, description: "Whether one received support today." })
  supportReceived?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Whether one gave support today." })
  supportGiven?: boolean | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it was felt: not later than now, at most 30 days ago; now if left out.",
  })
  recordedAt?: Date | null;
  @Field(() => String, {
    nullable: true,
    description:
      "IANA time zone that says which day it was; the member's own if left out. Kept as the member's own when they have none.",
  })
  timeZone?: string | null;
}

@ObjectType({ description: "What `recordPulseCheckIn` answers." })
export class RecordPulseCheckInPayload {
  @Field(() => PulseCheckIn, { description: "The check-in as it was kept." })
  checkIn!: PulseCheckIn;
}

export const recordPulseCheckInPayload = payload<{ checkInId: PulseCheckInId }>()(RecordPulseCheckInPayload, {
  checkIn: one(() => pulseCheckIn, { id: "checkInId" }, { seenWithParent: true }),
});
