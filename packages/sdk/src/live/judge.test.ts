import { describe, expect, test } from "vitest";
import { KithError } from "../errors.js";
import { judge } from "./judge.js";

const closed = (code: number, reason = "") => ({ code, reason });

describe("what ends a stream for good", () => {
  test.each([
    [4400, "BAD_INPUT"],
    [4401, "UNAUTHENTICATED"],
    [4403, "FORBIDDEN"],
  ])("a socket closed with %d", (code, expected) => {
    expect(judge(closed(code, "ORIGIN_NOT_ALLOWED"), 0, 0)).toMatchObject({
      code: expected,
      reason: "ORIGIN_NOT_ALLOWED",
    });
    expect(judge(closed(code, "some sentence"), 0, 0)).toMatchObject({ code: expected, reason: undefined });
  });

  test("what the gateway answers with, unless it passes by itself", () => {
    const gone = new KithError("NOT_FOUND", "");
    expect(judge(gone, 0, 0)).toBe(gone);
    expect(judge(new KithError("UNAVAILABLE", ""), 0, 0)).toBeTypeOf("number");
    expect(judge(new KithError("UNAUTHENTICATED", "", { reason: "TOKEN_CALLBACK" }), 0, 0)).toBeTypeOf("number");
  });
});

describe("how long it is waited", () => {
  test.each([[1006], [1001], [1011], [1013], [4408], [4499], [4500], [4504]])(
    "twice as long each time after %d",
    (code) => {
      const waits = [0, 1, 2, 3].map((failures) => judge(closed(code), failures, 1));
      expect(waits).toEqual([500, 1_000, 2_000, 4_000]);
    },
  );

  test("never more than half a minute, never none", () => {
    for (const failures of [0, 5, 50, 5_000]) {
      expect(judge(closed(1006), failures, 1)).toBeLessThanOrEqual(30_000);
      expect(judge(closed(1006), failures, 0)).toBeGreaterThanOrEqual(250);
    }
  });

  test("they do not all come back at the same instant from a restart, and at once if they can", () => {
    expect(judge(closed(1012), 0, 0)).toBe(0);
    expect(judge(closed(1012), 0, 0.7)).toBe(700);
    expect(judge(closed(1012), 3, 1)).toBe(4_000);
  });

  test("longer where there were too many", () => {
    expect(judge(closed(4429), 0, 0)).toBeGreaterThanOrEqual(4_000);
  });

  test("as long as the gateway asks for", () => {
    expect(judge(new KithError("RATE_LIMITED", "", { retryAfter: 20 }), 0, 0)).toBe(20_000);
  });

  test("a network that fails without saying how", () => {
    expect(judge(new Event("error"), 0, 1)).toBe(500);
  });
});
