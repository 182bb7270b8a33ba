import { check, number, pipe } from "valibot";
import { reasonOr } from "./input-reason.js";

/** A whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  pipe(
    number(reasonOr("WRONG_TYPE")),
    check((value) => Number.isInteger(value) && value >= least && value <= most, "OUT_OF_RANGE"),
  );
