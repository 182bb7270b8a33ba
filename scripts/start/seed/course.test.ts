import { expect, test } from "vitest";
import { readCourse } from "./course.ts";
import { harbourClinic } from "./harbour-clinic.ts";
import { northfieldCollege } from "./northfield-college.ts";

test("the last word is yesterday, and a gap is a day without a check-in", () => {
  expect(readCourse("34-2rg . 5125")).toEqual([
    { daysAgo: 3, mood: 3, strain: 4, hope: 2, supportReceived: true, supportGiven: true },
    { daysAgo: 1, mood: 5, strain: 1, connectedness: 2, hope: 5 },
  ]);
});

test("a slip of the pen is not a day", () => {
  expect(() => readCourse("3422 3462")).toThrow("3462");
});

test.for([harbourClinic, northfieldCollege])("$name: nobody is named who is not there", (partner) => {
  const people = new Set(partner.people.map(({ externalId }) => externalId));
  const communities = new Set(partner.communities.map(({ name }) => name));
  const named = [
    ...partner.communities.flatMap(({ facilitators, members }) => [...facilitators, ...members]),
    ...partner.offers.flatMap(({ author, exchanges = [] }) => [author, ...exchanges.map(({ recipient }) => recipient)]),
    ...Object.keys(partner.courses),
  ];
  expect(named.filter((externalId) => !people.has(externalId))).toEqual([]);
  expect(partner.offers.flatMap(({ community }) => community ?? []).filter((name) => !communities.has(name))).toEqual(
    [],
  );
});

test.for([harbourClinic, northfieldCollege])("$name: every role, kind and state is there to be seen", (partner) => {
  expect(new Set(partner.people.map(({ role }) => role))).toEqual(
    new Set(["MEMBER", "FACILITATOR", "MODERATOR", "CARE_TEAM"]),
  );
  expect(partner.people.length).toBeGreaterThanOrEqual(8);
  expect(partner.people.some(({ ageBand }) => ageBand === "MINOR")).toBe(true);
  expect(new Set(partner.offers.flatMap(({ kinds }) => kinds)).size).toBe(4);
});

test.for([harbourClinic, northfieldCollege])(
  "$name: check-ins reach back four weeks and no further than 30 days",
  (partner) => {
    const courses = Object.values(partner.courses).map(readCourse);
    expect(Math.max(...courses.flat().map(({ daysAgo }) => daysAgo))).toBe(28);
    for (const course of courses) expect(course.length).toBeLessThan(28);
  },
);
