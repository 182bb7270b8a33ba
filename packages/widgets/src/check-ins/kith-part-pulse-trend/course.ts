/** A day and the answer given on it, 1 to 5; null where the question was left out. */
export interface DayAnswer {
  readonly day: string;
  readonly value: number | null;
}

/** A point of the chart: days from its first one, and steps down from the highest answer. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const HIGHEST = 5;
const DAY = 86_400_000;

/** Whole days from one calendar day to another, each `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** How many steps below the highest answer an answer lies. */
export function depth(value: number): number {
  return HIGHEST - value;
}

/** The course in runs of neighbouring days: a day without an answer ends a run, and is never bridged. */
export function runsOf(days: readonly DayAnswer[], from: string): Point[][] {
  const runs: Point[][] = [];
  let last = Number.NaN;
  for (const { day, value } of days) {
    if (value === null) continue;
    const x = daysBetween(from, day);
    if (x !== last + 1) runs.push([]);
    runs.at(-1)?.push({ x, y: depth(value) });
    last = x;
  }
  return runs;
}

/** An SVG path: a line along each run; a run of one day is a dot, which round line ends make of a line of no length. */
export function pathOf(runs: readonly (readonly Point[])[]): string {
  return runs.map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join("L")}${run.length === 1 ? "h0" : ""}`).join("");
}
