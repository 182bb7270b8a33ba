import { Field, Float, Int, ObjectType } from "type-graphql";
import { CalendarDay } from "../../platform/graphql/scalars.js";

@ObjectType({ description: "A day with a check-in; the day's last one counts." })
export class PulseDay {
  @Field(() => CalendarDay, { description: "The member's own day." })
  day!: string;
  @Field(() => Int, { nullable: true, description: "1 low to 5 good." })
  mood!: number | null;
  @Field(() => Int, { nullable: true, description: "1 light to 5 very heavy." })
  strain!: number | null;
  @Field(() => Int, { nullable: true, description: "1 far away to 5 very close." })
  connectedness!: number | null;
  @Field(() => Int, { nullable: true, description: "1 not at all to 5 very." })
  hope!: number | null;
  @Field(() => Boolean, { nullable: true, description: "Received support that day." })
  supportReceived!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Gave support that day." })
  supportGiven!: boolean | null;
}

@ObjectType({
  description: "One question's course: median and middle half of the days answered; null below five days.",
})
export class PulseCourse {
  @Field(() => Int, { description: "Days answered." })
  answered!: number;
  @Field(() => Float, { nullable: true, description: "The middle value." })
  median!: number | null;
  @Field(() => Float, { nullable: true, description: "A quarter of the days lie below it." })
  lowerQuartile!: number | null;
  @Field(() => Float, { nullable: true, description: "A quarter of the days lie above it." })
  upperQuartile!: number | null;
}

@ObjectType({ description: "How a person's own days have gone: compared with nobody, and no target to reach." })
export class PulseTrend {
  @Field(() => CalendarDay, { description: "First day looked at." })
  from!: string;
  @Field(() => CalendarDay, { description: "Last day looked at: today, where the member is." })
  to!: string;
  @Field(() => String, { description: "IANA time zone that says which day it is." })
  timeZone!: string;
  @Field(() => [PulseDay], { description: "Days with a check-in, earliest first. A missed day is not a failure." })
  days!: PulseDay[];
  @Field(() => PulseCourse, { description: "How one felt." })
  mood!: PulseCourse;
  @Field(() => PulseCourse, { description: "How heavy the days were." })
  strain!: PulseCourse;
  @Field(() => PulseCourse, { description: "How close one felt to other people." })
  connectedness!: PulseCourse;
  @Field(() => PulseCourse, { description: "How hopeful one was." })
  hope!: PulseCourse;
}
