import type { PulseDay } from "./last-of-each-day.js";
import type { PulseDimension } from "./pulse-check-in.js";
import { quantile } from "./quantile.js";

/** Fewer days than this say nothing about a person's usual range. */
export const LEAST_DAYS = 5;

/** One question's course over the days looked at. */
export interface PulseCourse {
  /** Days on which it was answered. */
  readonly answered: number;
  /** 1 to 5; null below 5 days, as are the quartiles. */
  readonly median: number | null;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
}

/** The days looked at: first and last, both counted, and the IANA zone they are told in. */
export interface PulseSpan {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** How a person's own days have gone. Compared with nobody, and no target to reach. */
export interface PulseTrend extends PulseSpan, Readonly<Record<PulseDimension, PulseCourse>> {
  /** Days with a check-in from `from` to `to`, earliest first. A missed day is not there, and not a failure. */
  readonly days: readonly PulseDay[];
}

/**
 * The course of each question over the days from `from` to `to`: median and middle half (quartiles by Hyndman and Fan's
 * type 7) of the days it was answered. Takes one entry a day, as `lastOfEachDay` gives them, in any order; days outside
 * the span are left out.
 */
export function pulseTrend(days: readonly PulseDay[], { from, to, timeZone }: PulseSpan): PulseTrend {
  const within = days.filter(({ day }) => from <= day && day <= to).sort((a, b) => (a.day < b.day ? -1 : 1));
  const course = (dimension: PulseDimension) => courseOf(within.map((day) => day[dimension]));
  return {
    from,
    to,
    timeZone,
    days: within,
    mood: course("mood"),
    strain: course("strain"),
    connectedness: course("connectedness"),
    hope: course("hope"),
  };
}

function courseOf(answers: readonly (number | null)[]): PulseCourse {
  const sorted = answers.filter((answer) => answer !== null).sort((a, b) => a - b);
  const at = (share: number) => (sorted.length < LEAST_DAYS ? null : quantile(sorted, share));
  return { answered: sorted.length, median: at(0.5), lowerQuartile: at(0.25), upperQuartile: at(0.75) };
}
