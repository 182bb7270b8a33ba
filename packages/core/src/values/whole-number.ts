import { check, number, pipe } from "valibot";
import { InputReason, reasonOr } from "./input-reason.js";

/** A whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  pipe(
    number(reasonOr(InputReason.WRONG_TYPE)),
    check((value) => Number.isInteger(value) && value >= least && value <= most, InputReason.OUT_OF_RANGE),
  );
