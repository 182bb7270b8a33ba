import type { MemberId, PulseCheckInId } from "../values/index.js";

/** The four questions answered 1 to 5. */
export const PULSE_DIMENSIONS = ["mood", "strain", "connectedness", "hope"] as const;
/** One of those questions. */
export type PulseDimension = (typeof PULSE_DIMENSIONS)[number];

/** What was answered; null where skipped. */
export interface PulseAnswers {
  /** How one feels, 1 low to 5 good. */
  readonly mood: number | null;
  /** How heavy the day feels, 1 light to 5 very heavy. */
  readonly strain: number | null;
  /** How close one feels to other people, 1 far away to 5 very close. */
  readonly connectedness: number | null;
  /** How hopeful one is, 1 not at all to 5 very. */
  readonly hope: number | null;
  /** Whether one received support that day. */
  readonly supportReceived: boolean | null;
  /** Whether one gave support that day. */
  readonly supportGiven: boolean | null;
}

/** Kith's own short daily check-in. */
export interface PulseCheckIn extends PulseAnswers {
  readonly id: PulseCheckInId;
  readonly memberId: MemberId;
  /** When it was felt. */
  readonly recordedAt: Date;
  /** The member's own day it counts for, `YYYY-MM-DD`. */
  readonly day: string;
  /** The IANA zone that day was told in. */
  readonly timeZone: string;
  /** When it reached Kith. */
  readonly createdAt: Date;
}
