import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import { createCommunityInput, joinCommunityInput, leaveCommunityInput, removeMemberInput } from "./input.js";

describe("createCommunity", () => {
  test("needs no more than a name", () => {
    expect(taken(createCommunityInput, { name: " Living with long Covid " })).toStrictEqual({
      name: "Living with long Covid",
      description: null,
      guidelines: null,
      topics: [],
      visibility: "PUBLIC",
      seats: null,
      facilitatorIds: [],
    });
  });

  test("takes null for everything that may be left out but visibility", () => {
    const nulls = { description: null, guidelines: null, topics: null, seats: null, facilitatorIds: null };
    expect(taken(createCommunityInput, { name: "A", ...nulls })).toMatchObject({ topics: [], facilitatorIds: [] });
    expect(taken(createCommunityInput, { name: "A", description: " \n " }).description).toBeNull();
  });

  test("names a facilitator once and keeps seats for them", () => {
    expect(taken(createCommunityInput, { name: "A", seats: 2, facilitatorIds: ["a", "b", "a"] })).toMatchObject({
      seats: 2,
      facilitatorIds: ["a", "b"],
    });
    expect(reasons(createCommunityInput, { name: "A", seats: 1, facilitatorIds: ["a", "b"] })).toEqual([
      "facilitatorIds: COMMUNITY_FULL",
    ]);
  });

  test.each([
    [{}, "name: REQUIRED"],
    [{ name: null }, "name: REQUIRED"],
    [{ name: "\u200b" }, "name: EMPTY"],
    [{ name: "x".repeat(121) }, "name: TOO_LONG"],
    [{ name: "A", description: "x".repeat(2001) }, "description: TOO_LONG"],
    [{ name: "A", guidelines: "a\0b" }, "guidelines: CONTROL_CHARACTER"],
    [{ name: "A", topics: ["grief", ""] }, "topics.1: EMPTY"],
    [{ name: "A", visibility: "SECRET" }, "visibility: UNKNOWN_VALUE"],
    [{ name: "A", visibility: null }, "visibility: REQUIRED"],
    [{ name: "A", seats: 0 }, "seats: OUT_OF_RANGE"],
    [{ name: "A", seats: 1.5 }, "seats: OUT_OF_RANGE"],
    [{ name: "A", seats: 1_000_001 }, "seats: OUT_OF_RANGE"],
    [{ name: "A", facilitatorIds: [7] }, "facilitatorIds.0: WRONG_TYPE"],
    [{ name: "A", facilitatorIds: Array(51).fill("a") }, "facilitatorIds: TOO_MANY"],
  ])("refuses %j", (input, reason) => {
    expect(reasons(createCommunityInput, input)).toEqual([reason]);
  });
});

test("joining, leaving and removing name whom and where", () => {
  for (const schema of [joinCommunityInput, leaveCommunityInput]) {
    expect(taken(schema, { communityId: "com_x", role: "FACILITATOR" })).toStrictEqual({ communityId: "com_x" });
    expect(reasons(schema, {})).toEqual(["communityId: REQUIRED"]);
  }
  expect(taken(removeMemberInput, { communityId: "c", memberId: "m" })).toEqual({ communityId: "c", memberId: "m" });
  expect(reasons(removeMemberInput, { communityId: "c" })).toEqual(["memberId: REQUIRED"]);
});
