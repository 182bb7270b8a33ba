import { expectTypeOf } from "vitest";
import type { RecordPulseCheckInInput } from "./input.js";
import type { PulseCheckIn } from "./pulse-check-in.js";
import type { NewPulseCheckIn, RecordPulseCheckInRefusal, recordPulseCheckIn } from "./record-pulse-check-in.js";

// What the schema gives is what the rule takes, and with an id and a member it is what is kept.
expectTypeOf<RecordPulseCheckInInput>().toExtend<Parameters<typeof recordPulseCheckIn>[0]>();
expectTypeOf<NewPulseCheckIn & Pick<PulseCheckIn, "id" | "memberId">>().toExtend<PulseCheckIn>();
expectTypeOf<RecordPulseCheckInRefusal["reason"]>().toEqualTypeOf<"IN_THE_FUTURE" | "TOO_OLD">();
