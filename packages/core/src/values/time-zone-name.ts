import { check, pipe, string } from "valibot";
import { InputReason, reasonOr } from "./input-reason.js";
import { isTimeZone } from "./time-zone.js";

/** An IANA time zone, kept as it was written. */
export const timeZoneName = () =>
  pipe(string(reasonOr(InputReason.WRONG_TYPE)), check(isTimeZone, InputReason.NOT_A_TIME_ZONE));
