import { recordPulseCheckIn } from "@kith/core/check-ins";
import { recordPulseCheckInInput } from "@kith/core/check-ins/input";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { memberOf } from "../../platform/writing/callers.js";
import { checkInput } from "../../platform/writing/check-input.js";
import { settle } from "../../platform/writing/settle.js";
import { writeAtOnce } from "../../platform/writing/write.js";
import type { WritingAtOnce } from "../../platform/writing/writing.js";
import { keepTimeZone } from "../members/index.js";
import {
  RecordPulseCheckInInput,
  RecordPulseCheckInPayload,
  recordPulseCheckInPayload,
} from "./pulse-check-in.input.js";
import { insertPulseCheckIn } from "./pulse-check-in.store.js";

@Resolver()
export class PulseCheckInMutations {
  @Mutation(() => RecordPulseCheckInPayload, {
    description: "For members: keeps a check-in. Several a day may be given; the day's last one counts.",
  })
  async recordPulseCheckIn(
    @Arg("input", () => RecordPulseCheckInInput, { description: "The answers." }) input: RecordPulseCheckInInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { memberId, timeZone } = memberOf(context);
    const answers = checkInput(recordPulseCheckInInput, input);
    const record = (w: WritingAtOnce) => {
      const checkIn = settle(recordPulseCheckIn(answers, { now: w.now, timeZone }));
      const id = w.newId("chk");
      w.add(insertPulseCheckIn({ ...checkIn, id, memberId }));
      if (timeZone === null && answers.timeZone !== null) {
        w.add(keepTimeZone(memberId, answers.timeZone, w.now));
        w.identityChanged(memberId);
      }
      w.happened("pulse-check-in.recorded", id);
      return { checkInId: id };
    };
    return writeAtOnce(context, info, input, record, (ids, fetch) =>
      read.payload(recordPulseCheckInPayload, ids, fetch),
    );
  }
}
