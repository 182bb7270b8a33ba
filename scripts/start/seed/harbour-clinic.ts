import type { DemoPartner } from "./demo-partner.ts";
import { harbourOffers } from "./harbour-offers.ts";

const adult = { ageBand: "ADULT", timeZone: "Europe/Dublin" } as const;

/** A clinic for grief and long illness. Everyone and everything in it is invented. */
export const harbourClinic: DemoPartner = {
  name: "Harbour Clinic",
  people: [
    { ...adult, externalId: "hc-1001", displayName: "Rosa Lindqvist", role: "MEMBER", languages: ["en", "es"] },
    { ...adult, externalId: "hc-1002", displayName: "Desmond Achebe", role: "MEMBER", languages: ["en"] },
    {
      ...adult,
      externalId: "hc-1003",
      displayName: "Leila Haddad",
      role: "FACILITATOR",
      languages: ["ar", "fr", "en"],
    },
    { ...adult, externalId: "hc-1004", displayName: "Piotr Zielinski", role: "MEMBER", languages: ["pl", "en"] },
    { ...adult, externalId: "hc-1005", displayName: "Margo", role: "MEMBER", languages: ["en"] },
    { ...adult, externalId: "hc-1006", displayName: "Wren", role: "MEMBER", languages: ["en", "de"] },
    { ...adult, externalId: "hc-1007", displayName: "Beatriz Moura", role: "MEMBER", languages: ["pt", "en"] },
    { ...adult, externalId: "hc-2001", displayName: "Tomas Brandt", role: "FACILITATOR", languages: ["en", "de"] },
    {
      ...adult,
      externalId: "hc-2002",
      displayName: "Joon Park",
      role: "MODERATOR",
      roles: ["MODERATOR"],
      languages: ["en"],
    },
    {
      ...adult,
      externalId: "hc-2003",
      displayName: "Amara Okoye",
      role: "CARE_TEAM",
      roles: ["CARE_TEAM"],
      languages: ["en", "fr"],
    },
    {
      ...adult,
      ageBand: "MINOR",
      externalId: "hc-1008",
      displayName: "Callum",
      role: "MEMBER",
      languages: ["en"],
    },
    { ...adult, ageBand: "MINOR", externalId: "hc-1009", displayName: "Ines", role: "MEMBER", languages: ["pt", "en"] },
  ],
  communities: [
    {
      name: "First year after a loss",
      description: "For the year of first times: the first birthday, the first holiday, the first quiet Sunday.",
      guidelines: "Nobody here needs to be further along.\nListen before you advise.\nWhat is said here stays here.",
      topics: ["grief", "widowhood", "firsts"],
      facilitators: ["hc-2001"],
      members: ["hc-1001", "hc-1002", "hc-1003", "hc-1005", "hc-1006", "hc-1008", "hc-1009"],
    },
    {
      name: "Living with heart failure",
      description: "Salt, stairs, pills and plans. People who count their steps for the same reason.",
      guidelines: "Share what works for you; leave doses to your doctor.",
      topics: ["heart failure", "fatigue", "medicines"],
      facilitators: ["hc-2001"],
      members: ["hc-1002", "hc-1004", "hc-1007", "hc-1001"],
    },
    {
      name: "Carers' kitchen table",
      description: "For those who look after someone at home, and are sometimes tired of being asked how they manage.",
      guidelines: "Bring the bad days too.",
      topics: ["caring", "respite", "paperwork"],
      seats: 12,
      facilitators: ["hc-1003"],
      members: ["hc-1001", "hc-1004", "hc-1006", "hc-1007"],
    },
    {
      name: "Those who look after it",
      description: "Where facilitators, moderators and the care team ask one another for a hand.",
      topics: ["facilitating"],
      visibility: "MEMBERS_ONLY",
      facilitators: ["hc-2001", "hc-2002", "hc-2003", "hc-1003"],
      members: [],
    },
  ],
  offers: harbourOffers,
  courses: {
    "hc-1001": `2412 2421 . 2321r 3322 3422 . 2512 2421 3322r 3332 . . 3323r 3333g 2423 3332 4333r . 3333 3233g 4234r
      4343 . 3333 4244r 4243g 4244`,
    "hc-1002": `3322 3332 3323 . 3333g 4233 3332 . 3323 2423 2432 3322r . 3333 3323 4233g 3333 . 4234 3333 3323 . . 4233
      4244g 3334 4233 3343`,
    "hc-1003": `2522 . . 2421r 2522 . 3422 2421 . 2532r . . 3422 3332g 2422 . 3332 . 3423r 3332 . . 2422 3332 3323r .
      3333 .`,
    "hc-1005": `. 1511 1511 2511r . 2421 1521 . 2412 2421r 2422 . . 2422 3332r 2422 . 2423 3322 2432r . 3333 2423 3333r 3323
      . 3333g 3334`,
    "hc-1008": `3323 . 2423 . . 3332r 3323 . 2422 . 3333 . . 3333r 4234 . . 3333 . 4243g 3-33 . . 4234 . 3333 . 4244`,
  },
};
