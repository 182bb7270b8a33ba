import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import { recordPulseCheckInInput } from "./input.js";

const nulls = {
  mood: null,
  strain: null,
  connectedness: null,
  hope: null,
  supportReceived: null,
  supportGiven: null,
  recordedAt: null,
  timeZone: null,
};

describe("recordPulseCheckIn", () => {
  test("one answer is enough, of either kind; what is skipped is null", () => {
    expect(taken(recordPulseCheckInInput, { hope: 5 })).toStrictEqual({ ...nulls, hope: 5 });
    expect(taken(recordPulseCheckInInput, { ...nulls, mood: 1 })).toStrictEqual({ ...nulls, mood: 1 });
    expect(taken(recordPulseCheckInInput, { supportReceived: false })).toStrictEqual({
      ...nulls,
      supportReceived: false,
    });
  });

  test("all of it", () => {
    const all = {
      mood: 1,
      strain: 2,
      connectedness: 3,
      hope: 4,
      supportReceived: true,
      supportGiven: false,
      recordedAt: new Date(0),
      timeZone: "Australia/Lord_Howe",
    };
    expect(taken(recordPulseCheckInInput, { ...all, note: "private" })).toStrictEqual(all);
  });

  test.each([
    [{}, ": NO_ANSWER"],
    [nulls, ": NO_ANSWER"],
    [{ recordedAt: new Date(0), timeZone: "UTC" }, ": NO_ANSWER"],
    [{ mood: 0 }, "mood: OUT_OF_RANGE"],
    [{ mood: 6 }, "mood: OUT_OF_RANGE"],
    [{ mood: 2.5 }, "mood: OUT_OF_RANGE"],
    [{ strain: "3" }, "strain: WRONG_TYPE"],
    [{ mood: 3, supportGiven: "yes" }, "supportGiven: WRONG_TYPE"],
    [{ mood: 3, recordedAt: "2026-11-24" }, "recordedAt: NOT_AN_INSTANT"],
    [{ mood: 3, recordedAt: new Date(Number.NaN) }, "recordedAt: NOT_AN_INSTANT"],
    [{ mood: 3, timeZone: "+01:00" }, "timeZone: NOT_A_TIME_ZONE"],
    [null, ": REQUIRED"],
    ["3", ": WRONG_TYPE"],
  ])("refuses %j", (input, reason) => {
    expect(reasons(recordPulseCheckInInput, input)).toEqual([reason]);
  });
});
