import { check, pipe, string } from "valibot";
import { reasonOr } from "./input-reason.js";
import { isTimeZone } from "./time-zone.js";

/** An IANA time zone, kept as it was written. */
export const timeZoneName = () => pipe(string(reasonOr("WRONG_TYPE")), check(isTimeZone, "NOT_A_TIME_ZONE"));
