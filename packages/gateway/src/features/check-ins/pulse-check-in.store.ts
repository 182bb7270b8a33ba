import type { PulseCheckIn } from "@kith/core/check-ins";
import { insertRows, type Part } from "../../platform/writing/together.js";

export const insertPulseCheckIn = ({ id, ...checkIn }: PulseCheckIn): Part =>
  insertRows("pulse_check_in", [
    {
      id,
      member_id: checkIn.memberId,
      mood: checkIn.mood,
      strain: checkIn.strain,
      connectedness: checkIn.connectedness,
      hope: checkIn.hope,
      support_received: checkIn.supportReceived,
      support_given: checkIn.supportGiven,
      recorded_at: checkIn.recordedAt,
      day: checkIn.day,
      time_zone: checkIn.timeZone,
      created_at: checkIn.createdAt,
    },
  ]);
