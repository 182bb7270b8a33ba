import { array, check, maxLength, minLength, picklist, pipe } from "valibot";
import { reasonOr } from "./input-reason.js";

/** One of the values listed. */
export const oneOf = <const Value extends string>(values: readonly Value[]) =>
  picklist(values, reasonOr("UNKNOWN_VALUE"));

/** At least `least` of the values listed, each once, in the order given. */
export const someOf = <const Value extends string>(values: readonly Value[], least: 0 | 1) =>
  pipe(
    array(oneOf(values), reasonOr("WRONG_TYPE")),
    minLength(least, "TOO_FEW"),
    // Before looking for repeats, so that a huge list is refused for its length.
    maxLength(values.length, "TOO_MANY"),
    check((chosen) => new Set(chosen).size === chosen.length, "REPEATED"),
  );
