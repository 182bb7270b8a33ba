import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nthId } from "../../test/people.js";
import { addDays } from "../values/index.js";
import { lastOfEachDay, type PulseDay } from "./last-of-each-day.js";
import { PULSE_DIMENSIONS } from "./pulse-check-in.js";
import { pulseTrend } from "./pulse-trend.js";
import { quantile } from "./quantile.js";

const nothing = {
  mood: null,
  strain: null,
  connectedness: null,
  hope: null,
  supportReceived: null,
  supportGiven: null,
} as const;
const span = { from: "2026-11-01", to: "2026-11-28", timeZone: "Europe/Madrid" };
const moods = (...answers: (number | null)[]): PulseDay[] =>
  answers.map((mood, n) => ({ ...nothing, day: addDays(span.from, n), mood }));

const anyAnswer = fc.option(fc.integer({ min: 1, max: 5 }));
const anyCheckIn = fc
  .record({
    id: fc.integer({ min: 1, max: 500 }).map((n) => nthId("chk", n)),
    hour: fc.integer({ min: 0, max: 35 * 24 }),
    mood: anyAnswer,
    strain: anyAnswer,
    connectedness: anyAnswer,
    hope: anyAnswer,
    supportReceived: fc.option(fc.boolean()),
    supportGiven: fc.option(fc.boolean()),
  })
  .map(({ hour, ...rest }) => ({
    ...rest,
    recordedAt: new Date(Date.UTC(2026, 9, 28) + hour * 3_600_000),
    day: addDays("2026-10-28", Math.floor(hour / 24)),
  }));
const anyCheckIns = fc.uniqueArray(anyCheckIn, { selector: ({ id }) => id, maxLength: 80 });
const shuffledTwice = anyCheckIns.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
);

describe("the last check-in of a day counts", () => {
  test("by when it was felt, not by when it arrived", () => {
    const on = (id: number, time: string, mood: number) => ({
      ...nothing,
      id: nthId("chk", id),
      day: "2026-11-24",
      recordedAt: new Date(`2026-11-24T${time}Z`),
      mood,
    });
    expect(lastOfEachDay([on(1, "09:00:00", 2), on(2, "21:00:00", 4), on(3, "12:00:00", 3)])).toStrictEqual([
      { ...nothing, day: "2026-11-24", mood: 4 },
    ]);
    expect(lastOfEachDay([on(9, "21:00:00", 5), on(4, "21:00:00", 1)])).toMatchObject([{ mood: 5 }]);
  });

  test("its skipped answers are not filled in from an earlier one", () => {
    const day = "2026-11-24";
    const early = { ...nothing, id: nthId("chk", 1), day, recordedAt: new Date(1), mood: 3, hope: 2 };
    const late = { ...nothing, id: nthId("chk", 2), day, recordedAt: new Date(2), mood: 4 };
    expect(lastOfEachDay([early, late])).toStrictEqual([{ ...nothing, day, mood: 4 }]);
  });

  test("one entry a day, earliest first, whatever order they come in", () => {
    fc.assert(
      fc.property(shuffledTwice, ([list, shuffled]) => {
        const days = lastOfEachDay(list);
        expect(lastOfEachDay(shuffled)).toEqual(days);
        expect(days.map(({ day }) => day)).toEqual([...new Set(list.map(({ day }) => day))].sort());
        for (const { day, ...answers } of days) {
          const sorted = list
            .filter((checkIn) => checkIn.day === day)
            .sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1));
          expect(sorted.at(-1)).toMatchObject(answers);
        }
      }),
    );
  });

  test("no check-in, no day", () => {
    expect(lastOfEachDay([])).toEqual([]);
  });
});

/** Quantile type 7 in the words of its definition: the value at rank 1 + (n - 1) p, ranks counted from 1. */
function byDefinition(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = 1 + (sorted.length - 1) * p;
  const weight = rank - Math.trunc(rank);
  const at = (place: number) => sorted[Math.min(place, sorted.length) - 1]!;
  return (1 - weight) * at(Math.trunc(rank)) + weight * at(Math.trunc(rank) + 1);
}

describe("median and quartiles", () => {
  test.each([
    [[1, 2, 3, 4, 5], 2, 3, 4],
    [[5, 4, 3, 2, 1, 1], 1.25, 2.5, 3.75],
    [[3, 3, 3, 3, 3], 3, 3, 3],
    [[1, 1, 1, 1, 5], 1, 1, 1],
    [[1, 2, 2, 3, 4, 4, 5], 2, 3, 4],
    [[1, 2, 4, 5, 5, 3, 2, 1], 1.75, 2.5, 4.25],
  ])("of %j", (answers, lowerQuartile, median, upperQuartile) => {
    expect(pulseTrend(moods(...answers), span).mood).toEqual({
      answered: answers.length,
      median,
      lowerQuartile,
      upperQuartile,
    });
  });

  test("are those of the definition, in order, and within what was answered", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 28 }), (answers) => {
        const { median, lowerQuartile, upperQuartile } = pulseTrend(moods(...answers), span).mood;
        expect(lowerQuartile).toBeCloseTo(byDefinition(answers, 0.25), 10);
        expect(median).toBeCloseTo(byDefinition(answers, 0.5), 10);
        expect(upperQuartile).toBeCloseTo(byDefinition(answers, 0.75), 10);
        expect(Math.min(...answers)).toBeLessThanOrEqual(lowerQuartile!);
        expect(lowerQuartile).toBeLessThanOrEqual(median!);
        expect(median).toBeLessThanOrEqual(upperQuartile!);
        expect(upperQuartile).toBeLessThanOrEqual(Math.max(...answers));
      }),
    );
  });

  test("the ends of a list are its smallest and largest, and nothing has no quantile", () => {
    expect(quantile([1, 4, 9], 0)).toBe(1);
    expect(quantile([1, 4, 9], 1)).toBe(9);
    expect(quantile([7], 0.3)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });

  test("four days say nothing, five do, and skipped days are not answers", () => {
    expect(pulseTrend(moods(1, 2, 3, 4), span).mood).toEqual({
      answered: 4,
      median: null,
      lowerQuartile: null,
      upperQuartile: null,
    });
    expect(pulseTrend(moods(1, null, 2, 3, null, 4), span).mood).toMatchObject({ answered: 4, median: null });
    expect(pulseTrend(moods(1, null, 2, 3, null, 4, 5), span).mood).toMatchObject({ answered: 5, median: 3 });
    expect(pulseTrend(moods(1, 2, 3, 4, 5), span).hope).toMatchObject({ answered: 0, median: null });
  });
});

describe("a trend", () => {
  test("looks at its own span alone, both ends counted", () => {
    const on = (day: string) => ({ ...nothing, day, mood: 3 });
    const days = ["2026-10-31", "2026-11-01", "2026-11-15", "2026-11-28", "2026-11-29"].map(on);
    const trend = pulseTrend(days, span);
    expect(trend.days.map(({ day }) => day)).toEqual(["2026-11-01", "2026-11-15", "2026-11-28"]);
    expect(trend.mood.answered).toBe(3);
    expect(trend).toMatchObject(span);
  });

  test("of nobody's days is empty, not a fault", () => {
    expect(pulseTrend([], span).days).toEqual([]);
    for (const dimension of PULSE_DIMENSIONS) expect(pulseTrend([], span)[dimension].answered).toBe(0);
  });

  test("does not depend on the order of days, and leaves what it was given as it was", () => {
    fc.assert(
      fc.property(shuffledTwice, ([list, shuffled]) => {
        const days = Object.freeze(lastOfEachDay(list));
        const inAnyOrder = Object.freeze(lastOfEachDay(shuffled).reverse());
        expect(pulseTrend(inAnyOrder, span)).toEqual(pulseTrend(days, span));
      }),
    );
  });

  test("counts for each question the days it was answered", () => {
    fc.assert(
      fc.property(anyCheckIns, (list) => {
        const trend = pulseTrend(lastOfEachDay(list), span);
        for (const dimension of PULSE_DIMENSIONS) {
          expect(trend[dimension].answered).toBe(trend.days.filter((day) => day[dimension] !== null).length);
          expect(trend[dimension].median === null).toBe(trend[dimension].answered < 5);
        }
      }),
    );
  });
});
