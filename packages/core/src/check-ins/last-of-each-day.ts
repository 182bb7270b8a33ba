import type { PulseAnswers, PulseCheckIn } from "./pulse-check-in.js";

/** What counts for a day. */
export interface PulseDay extends PulseAnswers {
  /** The member's own day, `YYYY-MM-DD`. */
  readonly day: string;
}

type Recorded = PulseAnswers & Pick<PulseCheckIn, "id" | "day" | "recordedAt">;

/**
 * The check-in that counts for each day: the one felt last, and of those felt at the same instant the one kept last.
 * Earliest day first. The order of what is given does not matter.
 */
export function lastOfEachDay(checkIns: readonly Recorded[]): PulseDay[] {
  const last = new Map<string, Recorded>();
  for (const checkIn of checkIns) {
    const other = last.get(checkIn.day);
    if (!other || isLater(checkIn, other)) last.set(checkIn.day, checkIn);
  }
  return [...last.values()].sort((a, b) => (a.day < b.day ? -1 : 1)).map(asDay);
}

function isLater(one: Recorded, other: Recorded): boolean {
  const difference = one.recordedAt.getTime() - other.recordedAt.getTime();
  return difference === 0 ? one.id > other.id : difference > 0;
}

function asDay({ day, mood, strain, connectedness, hope, supportReceived, supportGiven }: Recorded): PulseDay {
  return { day, mood, strain, connectedness, hope, supportReceived, supportGiven };
}
