import type { At } from "../../platform/reading/selection.js";

/** The viewer's check-ins that count for these days of theirs, both included, in no order. */
export const pulseDays =
  (first: string, last: string) =>
  ({ viewer, from }: At) =>
    from("pulseCheckIn as k")
      .where("k.memberId", "=", viewer.id)
      .where("k.day", ">=", first)
      .where("k.day", "<=", last)
      .select([
        "k.id",
        "k.day",
        "k.recordedAt",
        "k.mood",
        "k.strain",
        "k.connectedness",
        "k.hope",
        "k.supportReceived",
        "k.supportGiven",
      ]);
