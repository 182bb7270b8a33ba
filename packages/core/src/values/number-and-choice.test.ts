import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import { oneOf, someOf } from "./some-of.js";
import { SUPPORT_KINDS } from "./support-kind.js";
import { timeZoneName } from "./time-zone-name.js";
import { wholeNumber } from "./whole-number.js";

describe("a whole number", () => {
  const capacity = wholeNumber(1, 20);

  test("is taken from the least to the most", () => {
    for (const good of [1, 2, 20]) expect(taken(capacity, good)).toBe(good);
  });

  test.each([0, -1, 21, 1.5, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER])("%s is out of range", (number) => {
    expect(reasons(capacity, number)).toEqual([": OUT_OF_RANGE"]);
  });

  test("a number written as text, and what is none, are not numbers", () => {
    for (const other of ["3", Number.NaN, 3n, true, [3]]) expect(reasons(capacity, other)).toEqual([": WRONG_TYPE"]);
    expect(reasons(capacity, null)).toEqual([": REQUIRED"]);
  });
});

describe("a choice of values", () => {
  const kinds = someOf(SUPPORT_KINDS, 1);

  test("is taken in the order given", () => {
    expect(taken(kinds, ["INSTRUMENTAL", "EMOTIONAL"])).toEqual(["INSTRUMENTAL", "EMOTIONAL"]);
    expect(taken(kinds, SUPPORT_KINDS)).toEqual([...SUPPORT_KINDS]);
    expect(taken(someOf(SUPPORT_KINDS, 0), [])).toEqual([]);
  });

  test("needs one, each only once, of those listed", () => {
    expect(reasons(kinds, [])).toEqual([": TOO_FEW"]);
    expect(reasons(kinds, ["EMOTIONAL", "EMOTIONAL"])).toEqual([": REPEATED"]);
    expect(reasons(kinds, ["EMOTIONAL", "MONEY", "emotional", "toString"])).toEqual([
      "1: UNKNOWN_VALUE",
      "2: UNKNOWN_VALUE",
      "3: UNKNOWN_VALUE",
    ]);
    expect(reasons(kinds, "EMOTIONAL")).toEqual([": WRONG_TYPE"]);
    expect(reasons(kinds, null)).toEqual([": REQUIRED"]);
    expect(reasons(kinds, Array(500).fill("EMOTIONAL"))).toContain(": TOO_MANY");
    expect(reasons(oneOf(["A", "B"]), "C")).toEqual([": UNKNOWN_VALUE"]);
  });
});

test("a time zone is kept as written, and what is none is refused", () => {
  expect(taken(timeZoneName(), "Asia/Kolkata")).toBe("Asia/Kolkata");
  expect(reasons(timeZoneName(), "Asia/Nowhere")).toEqual([": NOT_A_TIME_ZONE"]);
  expect(reasons(timeZoneName(), null)).toEqual([": REQUIRED"]);
});
