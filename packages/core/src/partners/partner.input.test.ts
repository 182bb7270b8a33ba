import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import { createPartnerInput } from "./input.js";

describe("createPartner", () => {
  test("needs no more than a name", () => {
    expect(taken(createPartnerInput, { name: " My clinic " })).toEqual({
      name: "My clinic",
      origins: [],
      matchingDial: "PEER_TO_PEER",
    });
  });

  test("keeps each origin once", () => {
    const origins = ["https://clinic.example", "http://localhost:5173", "https://clinic.example"];
    expect(taken(createPartnerInput, { name: "A", origins }).origins).toEqual(origins.slice(0, 2));
  });

  test.each([
    [{}, "name: REQUIRED"],
    [{ name: "" }, "name: EMPTY"],
    [{ name: "A", origins: ["https://clinic.example", "https://clinic.example/"] }, "origins.1: NOT_AN_ORIGIN"],
    [{ name: "A", origins: ["*"] }, "origins.0: NOT_AN_ORIGIN"],
    [{ name: "A", origins: Array(51).fill("https://clinic.example") }, "origins: TOO_MANY"],
    [{ name: "A", matchingDial: "ANYTHING" }, "matchingDial: UNKNOWN_VALUE"],
  ])("refuses %j", (input, reason) => {
    expect(reasons(createPartnerInput, input)).toEqual([reason]);
  });
});
