import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal, localDay } from "../values/index.js";
import { recordPulseCheckIn } from "./record-pulse-check-in.js";

const now = new Date("2026-11-24T08:30:00Z");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);

const answers = {
  mood: 4,
  strain: null,
  connectedness: null,
  hope: null,
  supportReceived: true,
  supportGiven: null,
} as const;
const input = { ...answers, recordedAt: null, timeZone: null };

describe("a check-in counts for the day it was felt, where the member was", () => {
  test("now, in the member's own zone, if nothing else is said", () => {
    expect(recordPulseCheckIn(input, { now, timeZone: "Pacific/Kiritimati" })).toStrictEqual({
      ...answers,
      recordedAt: now,
      day: "2026-11-24",
      timeZone: "Pacific/Kiritimati",
      createdAt: now,
    });
    expect(recordPulseCheckIn(input, { now, timeZone: "Pacific/Niue" })).toMatchObject({ day: "2026-11-23" });
  });

  test("the zone sent along goes before the member's own, and UTC stands in for none", () => {
    const travelling = { ...input, timeZone: "Pacific/Niue" };
    expect(recordPulseCheckIn(travelling, { now, timeZone: "Pacific/Kiritimati" })).toMatchObject({
      day: "2026-11-23",
      timeZone: "Pacific/Niue",
    });
    expect(recordPulseCheckIn(input, { now, timeZone: null })).toMatchObject({ day: "2026-11-24", timeZone: "UTC" });
  });

  test("one kept on a device while offline counts for the day it was felt, not the day it arrived", () => {
    const late = { ...input, recordedAt: before(3 * DAY) };
    expect(recordPulseCheckIn(late, { now, timeZone: "UTC" })).toMatchObject({
      recordedAt: before(3 * DAY),
      day: "2026-11-21",
      createdAt: now,
    });
  });
});

describe("nobody checks in for a day to come", () => {
  test("a device up to two minutes ahead is taken to mean now", () => {
    for (const ahead of [1, 2 * MINUTE]) {
      expect(recordPulseCheckIn({ ...input, recordedAt: before(-ahead) }, { now, timeZone: "UTC" })).toMatchObject({
        recordedAt: now,
      });
    }
    // Else a clock a little ahead would, at midnight, write into tomorrow.
    const midnight = new Date("2026-11-24T23:59:30Z");
    const ahead = { ...input, recordedAt: new Date("2026-11-25T00:00:30Z") };
    expect(recordPulseCheckIn(ahead, { now: midnight, timeZone: "UTC" })).toMatchObject({ day: "2026-11-24" });
  });

  test("more is refused", () => {
    expect(
      recordPulseCheckIn({ ...input, recordedAt: before(-2 * MINUTE - 1) }, { now, timeZone: "UTC" }),
    ).toStrictEqual({ refused: true, code: "BAD_INPUT", reason: "IN_THE_FUTURE", field: "recordedAt" });
  });

  test("30 days ago is taken, earlier is refused", () => {
    expect(recordPulseCheckIn({ ...input, recordedAt: before(30 * DAY) }, { now, timeZone: "UTC" })).toMatchObject({
      day: "2026-10-25",
    });
    expect(recordPulseCheckIn({ ...input, recordedAt: before(30 * DAY + 1) }, { now, timeZone: "UTC" })).toStrictEqual({
      refused: true,
      code: "BAD_INPUT",
      reason: "TOO_OLD",
      field: "recordedAt",
    });
  });
});

test("whatever is kept is not later than now, at most 30 days old, and on the day of its own instant and zone", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -40 * DAY, max: 40 * DAY }),
      fc.constantFrom("UTC", "Pacific/Kiritimati", "Australia/Lord_Howe", "America/New_York"),
      (offset, timeZone) => {
        const row = recordPulseCheckIn(
          { ...input, recordedAt: new Date(now.getTime() + offset), timeZone },
          { now, timeZone: null },
        );
        expect(isRefusal(row)).toBe(offset > 2 * MINUTE || offset < -30 * DAY);
        if (isRefusal(row)) return;
        expect(row.recordedAt.getTime()).toBe(now.getTime() + Math.min(offset, 0));
        expect(row.day).toBe(localDay(row.recordedAt, timeZone));
        expect(row.createdAt).toBe(now);
      },
    ),
  );
});
