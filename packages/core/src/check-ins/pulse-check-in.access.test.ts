import { expect, test } from "vitest";
import { nthId } from "../../test/people.js";
import { pulseCheckInAccess } from "./pulse-check-in.access.js";

test("a check-in is seen by its member and by nobody else, the partner's server included", () => {
  const checkIn = { memberId: nthId("mbr", 1) };
  expect(pulseCheckInAccess(checkIn, { kind: "MEMBER", memberId: nthId("mbr", 1), isAdult: true })).toBe("SELF");
  expect(pulseCheckInAccess(checkIn, { kind: "MEMBER", memberId: nthId("mbr", 2), isAdult: true })).toBeNull();
  expect(pulseCheckInAccess(checkIn, { kind: "SERVER" })).toBeNull();
  expect(pulseCheckInAccess(checkIn, { kind: "PUBLIC" })).toBeNull();
});
