import { expect, test } from "vitest";
import { COUNTRIES } from "./countries.js";
import { emergencyNumber, MOBILE_EMERGENCY } from "./emergency-number.js";

test("no country gets a number nobody stated for it", () => {
  const known = COUNTRIES.filter((country) => emergencyNumber(country) !== null);
  // 27 members of the union, seven of their territories, and five countries more.
  expect(known).toHaveLength(27 + 7 + 5);
  expect(COUNTRIES.filter((country) => emergencyNumber(country) === "911")).toEqual(["CA", "US"]);
  expect(emergencyNumber("CH")).toBeNull();
  expect(emergencyNumber("toString")).toBeNull();
  expect(MOBILE_EMERGENCY).toBe("112");
});
