import { describe, expect, test } from "vitest";
import { ERROR_CODES, ErrorCode } from "./error-code.js";
import { isRefusal, refuse } from "./refusal.js";

describe("a refusal is told from every answer", () => {
  test("it holds the code, the reason and the field, and nothing it was not given", () => {
    expect(refuse("FORBIDDEN")).toStrictEqual({ refused: true, code: "FORBIDDEN" });
    expect(refuse("CONFLICT", "NOT_A_MEMBER")).toStrictEqual({
      refused: true,
      code: "CONFLICT",
      reason: "NOT_A_MEMBER",
    });
    expect(refuse("BAD_INPUT", "TOO_OLD", "recordedAt")).toStrictEqual({
      refused: true,
      code: "BAD_INPUT",
      reason: "TOO_OLD",
      field: "recordedAt",
    });
  });

  test("every refusal is recognised", () => {
    for (const code of ERROR_CODES) expect(isRefusal(refuse(code))).toBe(true);
  });

  test.each([[null], [undefined], ["refused"], [true], [0], [{}], [[]], [{ refused: false }], [{ refused: "true" }]])(
    "%j is none",
    (answer) => {
      expect(isRefusal(answer)).toBe(false);
    },
  );
});

test("the list of codes is the closed one of the API", () => {
  expect(ERROR_CODES).toEqual(Object.keys(ErrorCode));
  expect(ERROR_CODES).toEqual([
    "UNAUTHENTICATED",
    "FORBIDDEN",
    "NOT_FOUND",
    "BAD_INPUT",
    "CONFLICT",
    "CAPACITY_REACHED",
    "CONSENT_REQUIRED",
    "RATE_LIMITED",
    "QUERY_TOO_COSTLY",
    "IDEMPOTENCY_MISMATCH",
    "UNAVAILABLE",
    "INTERNAL",
  ]);
});
