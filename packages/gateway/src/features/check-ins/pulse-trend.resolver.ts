import { lastOfEachDay, pulseTrend } from "@kith/core/check-ins";
import { addDays, localDay } from "@kith/core/values";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { fault } from "../../platform/graphql/errors.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { pulseDays } from "./pulse-days.js";
import { PulseTrend } from "./pulse-trend.type.js";

const LEAST = 7;
const MOST = 366;

@Resolver()
export class PulseTrendResolver {
  @Query(() => PulseTrend, {
    nullable: true,
    description: "How the viewer's own days have gone, up to today; null with a key that acts for nobody.",
  })
  async pulseTrend(
    @Arg("days", () => Int, { defaultValue: 28, description: "How many days back, 7 to 366." }) days: number,
    @Ctx() { viewer, now }: Context,
    @Reads() read: Read,
  ) {
    if (days < LEAST || days > MOST) throw fault("BAD_INPUT", { field: "days", reason: "OUT_OF_RANGE" });
    if (viewer?.kind !== "MEMBER") return null;
    const timeZone = viewer.timeZone ?? "UTC";
    const to = localDay(now(), timeZone);
    const from = addDays(to, 1 - days);
    const checkIns = await read.rows(pulseDays(from, to));
    return read.computed(pulseTrend(lastOfEachDay(checkIns), { from, to, timeZone }));
  }
}
