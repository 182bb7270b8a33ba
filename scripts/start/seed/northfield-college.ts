import type { DemoPartner } from "./demo-partner.ts";

const student = { ageBand: "ADULT", role: "MEMBER", timeZone: "America/Toronto" } as const;

/** A college whose students support one another: the demo's second partner, which must never meet the first. */
export const northfieldCollege: DemoPartner = {
  name: "Northfield College",
  people: [
    { ...student, externalId: "nf-301", displayName: "Priya Raman", languages: ["en", "ta"] },
    { ...student, externalId: "nf-302", displayName: "Mateo Cruz", languages: ["es", "en"] },
    { ...student, externalId: "nf-303", displayName: "Hanna Virtanen", languages: ["fi", "en"] },
    { ...student, externalId: "nf-304", displayName: "Sam", languages: ["en"] },
    { ...student, externalId: "nf-305", displayName: "Kwame Mensah", languages: ["en", "fr"], role: "FACILITATOR" },
    { ...student, externalId: "nf-306", displayName: "Jules", languages: ["fr", "en"], ageBand: "MINOR" },
    { ...student, externalId: "nf-307", displayName: "Mei Tanaka", languages: ["en"], ageBand: "MINOR" },
    { ...student, externalId: "nf-401", displayName: "Olu Bankole", languages: ["en"], role: "FACILITATOR" },
    { ...student, externalId: "nf-402", displayName: "Grace Tam", role: "MODERATOR", roles: ["MODERATOR"] },
    { ...student, externalId: "nf-403", displayName: "Dr. Ruth Adeyemi", role: "CARE_TEAM", roles: ["CARE_TEAM"] },
  ],
  communities: [
    {
      name: "New in town",
      description: "You know the timetable and nobody's name. So did we.",
      guidelines: "Answer the first message someone sends, even if late.",
      topics: ["moving", "homesick"],
      facilitators: ["nf-401"],
      members: ["nf-301", "nf-302", "nf-303", "nf-304", "nf-306", "nf-307"],
    },
    {
      name: "Exam weeks",
      description: "Plans, panic and breaks, in that order.",
      topics: ["exams", "sleep"],
      facilitators: ["nf-401"],
      members: ["nf-301", "nf-303", "nf-305", "nf-307"],
    },
    {
      name: "First in the family",
      description: "For students whose parents cannot tell them how college works.",
      topics: ["family", "money", "first generation"],
      seats: 20,
      facilitators: ["nf-305"],
      members: ["nf-302", "nf-304"],
    },
  ],
  offers: [
    {
      title: "Show you around by voice",
      author: "nf-301",
      community: "New in town",
      kinds: ["COMPANIONSHIP", "INFORMATIONAL"],
      description: "Call me from the bus stop and I talk you to the library, the cheap lunch and the quiet bench.",
      topics: ["moving"],
      waysToMeet: ["CALL"],
      capacity: 3,
      exchanges: [{ recipient: "nf-303", afterwards: ["ACCEPT", "COMPLETE"] }, { recipient: "nf-304" }],
    },
    {
      title: "Study in silence, cameras off",
      author: "nf-303",
      community: "Exam weeks",
      kinds: ["COMPANIONSHIP"],
      description: "Fifty minutes, ten off, twice. I keep the clock.",
      topics: ["exams"],
      waysToMeet: ["CALL"],
      capacity: 6,
      exchanges: [{ recipient: "nf-301", afterwards: ["ACCEPT"] }],
    },
    {
      title: "Funding letters, read before you send them",
      author: "nf-305",
      community: "First in the family",
      kinds: ["INSTRUMENTAL", "INFORMATIONAL"],
      description: "I have been refused twice and granted once, so I know what they look at.",
      topics: ["money"],
      waysToMeet: ["MESSAGE"],
      capacity: 2,
      exchanges: [{ recipient: "nf-302", afterwards: ["ACCEPT"] }],
    },
    {
      title: "When home is far and the room is loud",
      author: "nf-302",
      kinds: ["EMOTIONAL"],
      description: "Spanish or English, after nine in the evening. I miss mine too.",
      topics: ["homesick"],
      languages: ["es", "en"],
      waysToMeet: ["CALL", "MESSAGE"],
      exchanges: [{ recipient: "nf-304", afterwards: ["DECLINE"] }],
    },
    {
      title: "Lab reports without tears",
      author: "nf-307",
      community: "Exam weeks",
      kinds: ["INFORMATIONAL"],
      description: "The layout they want, in one page.",
      waysToMeet: ["MESSAGE"],
    },
    {
      title: "Lunch at the same table of the internet",
      author: "nf-306",
      community: "New in town",
      kinds: ["COMPANIONSHIP"],
      description: "12:20, bring your own soup.",
      waysToMeet: ["CALL"],
      exchanges: [{ recipient: "nf-307", afterwards: ["ACCEPT"] }],
    },
  ],
  courses: {
    "nf-301": `3333 3323 4233g . 3333 4234 4244 . 3333 3423 3332r . 3333 4244 4233 . . 3423 2422 3333r 3333 4244 . 4244g
      4234 . 4344 4244`,
    "nf-304": `2412 . 2421 2422 . 3322 2422r . . 2421 3332 . 2422 3323r . 3333 . 2423 . 3332 3333 . 3323r . 3333 . 3333
      3323`,
    "nf-305": `. 3323g 3333 . . 4234g 3333 . 3333 . 4244 3334g . . 3333 . 4244 4234 . 3333g . 4244 . 4344 . 4244 . 4234`,
  },
};
