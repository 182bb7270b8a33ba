import type { Exchange, PulseTrend, SupportOffer } from "@kith/sdk";

let count = 0;

/** An id of the right shape; each call gives another. */
function someId(prefix: string): string {
  count++;
  return `${prefix}_${String(count).padStart(26, "0")}`;
}

const PAGE_INFO = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

/** A connection of these, of which there may be more. */
export function listOf<Node>(nodes: readonly Node[], hasNextPage = false) {
  return { nodes, pageInfo: { ...PAGE_INFO, hasNextPage, endCursor: nodes.length ? `after-${nodes.length}` : null } };
}

/** An offer by Rosa that the reader may ask for, but for what is said. */
export function anOffer(given: Partial<SupportOffer> = {}): SupportOffer {
  return {
    id: someId("sof"),
    kinds: ["EMOTIONAL"],
    title: "I can listen on weekday evenings",
    description:
      "I lost my mother two years ago. If you want to talk about grief, or be quiet with someone, I am here.",
    topics: [],
    languages: ["en", "es"],
    waysToMeet: ["MESSAGE", "CALL"],
    capacity: 2,
    seatsLeft: 2,
    state: "OPEN",
    expiresAt: null,
    createdAt: "2026-11-20T10:00:00+00:00",
    updatedAt: "2026-11-20T10:00:00+00:00",
    viewerCan: ["PROPOSE"],
    author: { id: someId("mbr"), displayName: "Rosa" },
    community: null,
    viewerExchange: null,
    ...given,
  };
}

/** A proposal that Sam made to the reader's own offer, but for what is said. */
export function anExchange(given: Partial<Exchange> = {}): Exchange {
  return {
    id: someId("exc"),
    state: "PROPOSED",
    proposedBy: "RECIPIENT",
    viewerRole: "SUPPORTER",
    viewerCan: ["ACCEPT", "DECLINE"],
    proposedAt: "2026-11-20T10:00:00+00:00",
    expiresAt: "2026-12-04T10:00:00+00:00",
    acceptedAt: null,
    closedAt: null,
    supporter: { id: someId("mbr"), displayName: "Rosa" },
    recipient: { id: someId("mbr"), displayName: "Sam" },
    supportOffer: { id: someId("sof"), title: "Forms and letters", kinds: ["INSTRUMENTAL"], state: "OPEN" },
    ...given,
  };
}

/** Four weeks up to 24 November 2026 in which the days listed were answered, by their number from 0 to 27. */
export function aTrend(days: readonly number[]): PulseTrend {
  const step = (day: number, seed: number) => ((day * seed + Math.floor(day / 9) + 1) % 3) + 1 + Math.floor(day / 14);
  const course = { answered: days.length, median: 3, lowerQuartile: 2.25, upperQuartile: 3.5 };
  const none = { answered: days.length, median: null, lowerQuartile: null, upperQuartile: null };
  const known = days.length < 5 ? none : course;
  return {
    from: "2026-10-28",
    to: "2026-11-24",
    timeZone: "Europe/Madrid",
    days: days.map((day) => ({
      day: new Date(Date.parse("2026-10-28") + day * 86_400_000).toISOString().slice(0, 10),
      mood: step(day, 1),
      strain: 6 - step(day, 2),
      connectedness: day % 6 === 5 ? null : step(day, 4),
      hope: step(day, 5),
      supportReceived: day % 7 === 2,
      supportGiven: day % 5 === 0 ? null : false,
    })),
    mood: known,
    strain: known,
    connectedness: known,
    hope: known,
  };
}
