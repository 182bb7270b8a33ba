import type { Exchange, PulseTrend, SupportOffer } from "@kith/sdk";

const DAY = 86_400_000;
const id = (prefix: string, number: number) => `${prefix}_${String(number).padStart(26, "0")}`;
const ago = (days: number) => new Date(Date.now() - days * DAY).toISOString();
export const ME = { id: id("mbr", 1), displayName: "You" };

export function sampleOffers(): SupportOffer[] {
  const offer = (number: number, displayName: string, given: Partial<SupportOffer>): SupportOffer => ({
    id: id("sof", number),
    kinds: ["EMOTIONAL"],
    title: "",
    description: null,
    topics: [],
    languages: ["en"],
    waysToMeet: ["MESSAGE"],
    capacity: 2,
    seatsLeft: 2,
    state: "OPEN",
    expiresAt: null,
    createdAt: ago(number),
    updatedAt: ago(number),
    viewerCan: ["PROPOSE"],
    author: { id: id("mbr", number + 10), displayName },
    community: null,
    viewerExchange: null,
    ...given,
  });
  return [
    offer(1, "Rosa", {
      title: "I can listen on weekday evenings",
      description:
        "I lost my mother two years ago. If you want to talk about grief, or be quiet with someone, I am here.",
      languages: ["en", "es"],
      waysToMeet: ["MESSAGE", "CALL"],
    }),
    offer(2, "Tomasz", {
      kinds: ["INSTRUMENTAL", "INFORMATIONAL"],
      title: "Forms and letters",
      description: "I used to work at the housing office. I can go through the forms with you.",
      seatsLeft: 1,
    }),
    offer(3, "Amina", { kinds: ["COMPANIONSHIP"], title: "A call while we both cook", waysToMeet: ["CALL"] }),
    offer(4, "Jon", { kinds: ["INFORMATIONAL"], title: "Sleeping badly: what I tried", seatsLeft: 0 }),
  ];
}

/** Sam has asked for the reader's own offer and waits. */
export function sampleExchange(): Exchange {
  return {
    id: id("exc", 1),
    state: "PROPOSED",
    proposedBy: "RECIPIENT",
    viewerRole: "SUPPORTER",
    viewerCan: ["ACCEPT", "DECLINE"],
    proposedAt: ago(1),
    expiresAt: new Date(Date.now() + 13 * DAY).toISOString(),
    acceptedAt: null,
    closedAt: null,
    supporter: ME,
    recipient: { id: id("mbr", 20), displayName: "Sam" },
    supportOffer: { id: id("sof", 9), title: "A walk by the river", kinds: ["COMPANIONSHIP"], state: "OPEN" },
  };
}

/** Four weeks up to today with some days left out, slowly getting lighter. */
export function sampleTrend(): PulseTrend {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const dayOf = (back: number) => ago(back).slice(0, 10);
  const answered = Array.from({ length: 28 }, (_, back) => 27 - back).filter(
    (back) => ![3, 11, 12, 19, 24].includes(back),
  );
  const level = (back: number, seed: number) =>
    Math.min(5, Math.max(1, Math.round(3.7 - back / 14 + Math.sin(back * seed))));
  const course = { answered: answered.length, median: 3, lowerQuartile: 2, upperQuartile: 4 };
  return {
    from: dayOf(27),
    to: dayOf(0),
    timeZone,
    days: answered.map((back) => ({
      day: dayOf(back),
      mood: level(back, 1.3),
      strain: 6 - level(back, 2.1),
      connectedness: level(back, 0.7),
      hope: level(back, 1.9),
      supportReceived: back % 6 === 2,
      supportGiven: back % 9 === 4,
    })),
    mood: course,
    strain: course,
    connectedness: course,
    hope: course,
  };
}
