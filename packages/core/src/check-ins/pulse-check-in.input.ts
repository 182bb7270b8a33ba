import { boolean, check, date, type InferOutput, nullish, object, pipe } from "valibot";
import { reasonOr, timeZoneName, wholeNumber } from "../values/index.js";

const answer = nullish(wholeNumber(1, 5), null);
const yesOrNo = nullish(boolean("WRONG_TYPE"), null);

/**
 * Answers 1 to 5 and two of yes or no: each may be skipped (left out or null), at least one of the six is given.
 * `recordedAt`: when it was felt, a Date; null for now. `timeZone`: the IANA zone its day is told in; null for the
 * member's own.
 */
export const recordPulseCheckInInput = pipe(
  object(
    {
      mood: answer,
      strain: answer,
      connectedness: answer,
      hope: answer,
      supportReceived: yesOrNo,
      supportGiven: yesOrNo,
      recordedAt: nullish(date("NOT_AN_INSTANT"), null),
      timeZone: nullish(timeZoneName(), null),
    },
    reasonOr("WRONG_TYPE"),
  ),
  check(
    (given) =>
      [given.mood, given.strain, given.connectedness, given.hope, given.supportReceived, given.supportGiven].some(
        (answer) => answer !== null,
      ),
    "NO_ANSWER",
  ),
);
/** What `recordPulseCheckInInput` gives once it took the input. */
export type RecordPulseCheckInInput = InferOutput<typeof recordPulseCheckInInput>;
