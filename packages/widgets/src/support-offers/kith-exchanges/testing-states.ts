import type { Exchange } from "@kith/sdk";
import { type ElementStates, never, refused } from "../../testing/gallery/gallery-state.js";
import { anExchange, listOf } from "../../testing/testing-data.js";

const ALL = [
  anExchange(),
  anExchange({ viewerRole: "RECIPIENT", proposedBy: "SUPPORTER", recipient: { id: "mbr_1", displayName: null } }),
  anExchange({
    state: "ACCEPTED",
    viewerRole: "RECIPIENT",
    viewerCan: ["COMPLETE", "END"],
    acceptedAt: "2026-11-23T10:00:00Z",
  }),
  anExchange({ viewerRole: "RECIPIENT", viewerCan: ["WITHDRAW"] }),
  anExchange({ state: "COMPLETED", viewerCan: [], closedAt: "2026-11-23T10:00:00Z" }),
  anExchange({ state: "EXPIRED", viewerCan: [] }),
];
const listed = (nodes: readonly Exchange[]) => ({
  Exchanges: ({ variables }: { variables: { states: readonly string[] } }) => ({
    data: { viewer: { exchanges: listOf(nodes.filter(({ state }) => variables.states.includes(state))) } },
  }),
});

export const states: ElementStates = {
  element: "kith-exchanges",
  markup: `<kith-exchanges><a href="https://helplines.example/">Harbour Clinic’s own line</a></kith-exchanges>`,
  states: [
    { name: "loading", answers: { Exchanges: never }, shows: ".bone" },
    { name: "some of each", answers: listed(ALL), shows: "li" },
    { name: "earlier", answers: listed(ALL), reach: ["[aria-expanded]"], shows: "[aria-expanded=true]" },
    { name: "are you sure", answers: listed(ALL), reach: ["[data-action=END]"], shows: "[data-sure]" },
    {
      name: "no place left",
      answers: { ...listed(ALL), AcceptExchange: refused("CAPACITY_REACHED", "NO_SEATS") },
      reach: ["[data-action=ACCEPT]"],
      shows: "li .problem",
    },
    { name: "empty", answers: listed([]), shows: "kith-part-own-support >> strong" },
    { name: "out of reach", answers: { Exchanges: refused("UNAVAILABLE") }, shows: ".problem" },
    { name: "signed out", session: "SIGNED_OUT", shows: "strong" },
    { name: "no answer from the site", session: "FAILED", shows: ".problem" },
  ],
};
