import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import { externalIdFault, isExternalId } from "./external-id.js";
import { externalId } from "./input.js";

describe("an external id names nobody to outsiders", () => {
  test.each([
    "7",
    "patient-000123",
    "auth0|5f7c8ec7c33c6c004bbafe82",
    "019361e9-0f4e-7b8a-9c1d-2e3f4a5b6c7d",
    "user 12",
    "@handle",
    "a@b",
    "الرقم-٧",
    "😀".repeat(128),
    "e\u0301",
  ])("%s is taken as it is", (text) => {
    expect(externalIdFault(text)).toBeNull();
    expect(taken(externalId(), text)).toBe(text);
  });

  test.each([
    "rosa@clinic.example",
    "ROSA@CLINIC.EXAMPLE",
    "rosa.b+kith@mail.clinic.example",
    "Rosa <rosa@clinic.example>",
    "mailto:rosa@clinic.example",
    "rosa＠clinic．example",
    "rosa@clinic。example",
    "rosa%40clinic.example",
    "rosa%40clinic%2Eexample",
    "rosá@clínica.example",
    "id=7;mail=rosa@clinic.example",
  ])("%s looks like an e-mail address", (text) => {
    expect(externalIdFault(text)).toBe("LOOKS_LIKE_EMAIL");
    expect(isExternalId(text)).toBe(false);
    expect(reasons(externalId(), text)).toEqual([": LOOKS_LIKE_EMAIL"]);
  });

  test("no e-mail address gets through", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        fc.pre(address.length <= 128);
        expect(externalIdFault(address)).toBe("LOOKS_LIKE_EMAIL");
      }),
    );
  });

  test.each([
    ["", "EMPTY"],
    ["  ", "EMPTY"],
    [" 7", "NOT_TRIMMED"],
    ["7 ", "NOT_TRIMMED"],
    ["\ufeff7", "NOT_TRIMMED"],
    ["a\0b", "CONTROL_CHARACTER"],
    ["a\nb", "CONTROL_CHARACTER"],
    ["a\tb", "CONTROL_CHARACTER"],
    ["a\u2028b", "CONTROL_CHARACTER"],
    ["7\n", "CONTROL_CHARACTER"],
    ["a\ud83d", "BROKEN_TEXT"],
    ["x".repeat(129), "TOO_LONG"],
    ["😀".repeat(129), "TOO_LONG"],
    ["x".repeat(100_000), "TOO_LONG"],
  ])("%j is refused", (text, reason) => {
    expect(externalIdFault(text)).toBe(reason);
  });

  test("two ids are never made one by tidying", () => {
    expect(taken(externalId(), "Rose\u0301")).not.toBe(taken(externalId(), "Ros\u00e9"));
  });

  test("what is no text is refused as such", () => {
    expect(reasons(externalId(), 7)).toEqual([": WRONG_TYPE"]);
    expect(reasons(externalId(), null)).toEqual([": REQUIRED"]);
  });
});
