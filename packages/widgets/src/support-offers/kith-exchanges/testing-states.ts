import type { Exchange } from "@kith/sdk";
import { type ElementStates, never, refused } from "../../testing/gallery/gallery-state.js";
import { anExchange, listOf } from "../../testing/testing-data.js";

const answer =
  (all: readonly Exchange[]) =>
  ({ variables }: { readonly variables: { readonly states: readonly string[] } }) => ({
    data: { viewer: { exchanges: listOf(all.filter(({ state }) => variables.states.includes(state))) } },
  });
const ALL = answer([
  anExchange(),
  anExchange({ state: "ACCEPTED", viewerCan: ["COMPLETE", "END"], acceptedAt: "2026-11-23T10:00:00Z" }),
  anExchange({ viewerRole: "RECIPIENT", viewerCan: ["WITHDRAW"], supporter: { id: "mbr_1", displayName: null } }),
  anExchange({ state: "DECLINED", viewerCan: [], closedAt: "2026-11-23T10:00:00Z" }),
]);

export const states: ElementStates = {
  element: "kith-exchanges",
  markup: `<kith-exchanges><a href="https://helplines.example/">Harbour Clinic’s own line</a></kith-exchanges>`,
  states: [
    { name: "loading", answers: { Exchanges: never }, shows: ".bone" },
    { name: "all kinds", answers: { Exchanges: ALL }, shows: ".list" },
    { name: "earlier", answers: { Exchanges: ALL }, reach: ["[aria-expanded]"], shows: "[aria-expanded=true]" },
    { name: "are you sure", answers: { Exchanges: ALL }, reach: ["[data-action=END]"], shows: "[data-sure]" },
    {
      name: "answering failed",
      answers: { Exchanges: ALL, AcceptExchange: refused("INTERNAL") },
      reach: ["[data-action=ACCEPT]"],
      shows: "li .problem",
    },
    { name: "empty", answers: { Exchanges: answer([]) }, shows: "kith-part-own-support >> strong" },
    { name: "out of reach", answers: { Exchanges: refused("UNAVAILABLE") }, shows: ".problem" },
    { name: "signed out", session: "SIGNED_OUT", shows: "strong" },
  ],
};
