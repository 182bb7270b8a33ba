import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAgeBand } from "../../test/people.js";
import { isAdult, mayMeet } from "./may-meet.js";
import { AgeBand } from "./member.js";

describe("no adult meets a minor", () => {
  test.each([
    [AgeBand.ADULT, AgeBand.ADULT, true],
    [AgeBand.MINOR, AgeBand.MINOR, true],
    [AgeBand.MINOR, null, true],
    [null, null, true],
    [AgeBand.ADULT, AgeBand.MINOR, false],
    [AgeBand.ADULT, null, false],
  ])("%s with %s: %s", (one, other, may) => {
    expect(mayMeet({ ageBand: one }, { ageBand: other })).toBe(may);
    expect(mayMeet({ ageBand: other }, { ageBand: one })).toBe(may);
  });

  test("it is the same asked from either side, and whoever is unknown counts as a minor", () => {
    fc.assert(
      fc.property(anyAgeBand, anyAgeBand, (one, other) => {
        const asked = mayMeet({ ageBand: one }, { ageBand: other });
        expect(mayMeet({ ageBand: other }, { ageBand: one })).toBe(asked);
        expect(mayMeet({ ageBand: one ?? AgeBand.MINOR }, { ageBand: other ?? AgeBand.MINOR })).toBe(asked);
      }),
    );
  });

  test("knowing only whether someone is an adult comes to the same", () => {
    fc.assert(
      fc.property(anyAgeBand, anyAgeBand, (one, other) => {
        expect(mayMeet({ isAdult: one === AgeBand.ADULT }, { ageBand: other })).toBe(
          mayMeet({ ageBand: one }, { ageBand: other }),
        );
      }),
    );
    expect(isAdult({ isAdult: false })).toBe(false);
    expect(isAdult({ ageBand: null })).toBe(false);
  });

  test("a word that is no age band does not make an adult", () => {
    expect(isAdult({ ageBand: "adult" as AgeBand })).toBe(false);
  });
});
