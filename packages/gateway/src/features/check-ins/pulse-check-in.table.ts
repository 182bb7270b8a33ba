import type { MemberId, PartnerId, PulseCheckInId } from "@kith/core/values";
import type { Fixed, FixedStamp } from "../../platform/database/columns.js";

/** Answers are 1 to 5, null where skipped. */
export interface PulseCheckInTable {
  partnerId: Fixed<PartnerId>;
  id: Fixed<PulseCheckInId>;
  memberId: Fixed<MemberId>;
  mood: Fixed<number | null>;
  strain: Fixed<number | null>;
  connectedness: Fixed<number | null>;
  hope: Fixed<number | null>;
  supportReceived: Fixed<boolean | null>;
  supportGiven: Fixed<boolean | null>;
  /** When it was felt. */
  recordedAt: Fixed<Date>;
  /** The member's own day it counts for: `2026-11-24`. */
  day: Fixed<string>;
  /** The zone that day was told in. */
  timeZone: Fixed<string>;
  createdAt: FixedStamp;
}

declare module "../../platform/database/tables.js" {
  interface Tables {
    pulseCheckIn: PulseCheckInTable;
  }
}
