import { localDay, type RefusalOf, refuse } from "../values/index.js";
import type { PulseAnswers, PulseCheckIn } from "./pulse-check-in.js";

/** How far a device's clock may run ahead of ours, in milliseconds. */
const CLOCK_TOLERANCE = 2 * 60_000;
/** How late a check-in kept on a device may still arrive, in days. */
export const LATEST_ARRIVAL_DAYS = 30;
const DAY_LENGTH = 86_400_000;

/** A check-in before it has an id and a member. */
export type NewPulseCheckIn = Omit<PulseCheckIn, "id" | "memberId">;

/** Why a check-in is not kept. */
export type RecordPulseCheckInRefusal = RefusalOf<"BAD_INPUT", "IN_THE_FUTURE" | "TOO_OLD">;

/**
 * The check-in to keep for what was answered. It counts for the day it was felt where the member was then: the zone
 * sent along, else the member's own, else UTC. `recordedAt` is now if left out, at most 30 days ago and never later
 * than now; a device up to 2 minutes ahead is taken to mean now.
 */
export function recordPulseCheckIn(
  {
    recordedAt,
    timeZone: zoneThere,
    ...answers
  }: PulseAnswers & { readonly recordedAt: Date | null; readonly timeZone: string | null },
  { now, timeZone }: { readonly now: Date; readonly timeZone: string | null },
): NewPulseCheckIn | RecordPulseCheckInRefusal {
  const felt = (recordedAt ?? now).getTime();
  if (felt > now.getTime() + CLOCK_TOLERANCE) return refuse("BAD_INPUT", "IN_THE_FUTURE", "recordedAt");
  if (felt < now.getTime() - LATEST_ARRIVAL_DAYS * DAY_LENGTH) return refuse("BAD_INPUT", "TOO_OLD", "recordedAt");
  const when = new Date(Math.min(felt, now.getTime()));
  const zone = zoneThere ?? timeZone ?? "UTC";
  return { ...answers, recordedAt: when, day: localDay(when, zone), timeZone: zone, createdAt: now };
}
