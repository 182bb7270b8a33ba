import type { SupportOffer } from "@kith/sdk";
import { type ElementStates, never, refused } from "../../testing/gallery/gallery-state.js";
import { anExchange, anOffer, listOf } from "../../testing/testing-data.js";

const offers = (nodes: readonly SupportOffer[]) => () => ({ data: { supportOffers: listOf(nodes) } });
const FIRST = anOffer();
const ALL = [
  FIRST,
  anOffer({
    kinds: ["INSTRUMENTAL", "INFORMATIONAL"],
    title: "Forms and letters",
    description: "I worked at the housing office. I can sit down with you and fill in the forms. ".repeat(8),
    community: { id: "com_1", name: "Carers" },
    author: { id: "mbr_2", displayName: "Tomasz" },
    seatsLeft: 0,
  }),
  anOffer({ kinds: ["COMPANIONSHIP"], title: "Morning walk by the river", author: { id: "mbr_3", displayName: null } }),
  anOffer({ viewerCan: [], viewerExchange: { id: "exc_1", state: "PROPOSED", viewerCan: ["WITHDRAW"] } }),
  anOffer({ viewerCan: [], viewerExchange: { id: "exc_2", state: "ACCEPTED", viewerCan: ["COMPLETE", "END"] } }),
  anOffer({ viewerCan: ["EDIT", "PAUSE", "CLOSE"], description: null, expiresAt: "2026-12-20T10:00:00Z" }),
];
const memberships = ["Carers", "New parents"].map((name, index) => ({
  role: "MEMBER",
  state: "ACTIVE",
  community: { id: `com_${index + 1}`, name },
}));
const FORM = {
  SupportOffers: offers([]),
  Viewer: () => ({ data: { viewer: { member: { id: "mbr_me", displayName: "Me", languages: ["en", "es", "ar"] } } } }),
  ViewerMemberships: () => ({ data: { viewer: { memberships: listOf(memberships) } } }),
};
const EXCHANGES = [
  anExchange(),
  anExchange({ viewerRole: "RECIPIENT", viewerCan: ["WITHDRAW"] }),
  anExchange({ state: "ACCEPTED", viewerCan: ["COMPLETE", "END"], acceptedAt: "2026-11-23T10:00:00Z" }),
  anExchange({ state: "DECLINED", viewerCan: [], closedAt: "2026-11-23T10:00:00Z" }),
];
const OWN = {
  SupportOffers: offers([]),
  Exchanges: ({ variables }: { variables: { states: readonly string[] } }) => ({
    data: { viewer: { exchanges: listOf(EXCHANGES.filter(({ state }) => variables.states.includes(state))) } },
  }),
  ViewerSupportOffers: () => ({
    data: { viewer: { supportOffers: listOf([anOffer({ viewerCan: ["EDIT", "PAUSE", "CLOSE"] })]) } },
  }),
};
const NONE = {
  SupportOffers: offers([]),
  Exchanges: () => ({ data: { viewer: { exchanges: listOf([]) } } }),
  ViewerSupportOffers: () => ({ data: { viewer: { supportOffers: listOf([]) } } }),
};

const OFFER = ".card > .stack > .row > .primary";
const YOURS = "nav > button:nth-of-type(2)";
const SEND = "form .primary";

export const states: ElementStates = {
  element: "kith-support-board",
  markup: `<kith-support-board community-id="com_1"></kith-support-board>`,
  states: [
    { name: "loading", answers: { SupportOffers: never }, shows: ".bone" },
    { name: "offers", answers: { SupportOffers: offers(ALL) }, shows: ".list" },
    { name: "empty", answers: { SupportOffers: offers([]) }, shows: ".acts" },
    {
      name: "none of this kind",
      answers: { SupportOffers: offers([]) },
      reach: ["[role=group] > button:nth-of-type(4)"],
      shows: ".acts > .quiet",
    },
    { name: "out of reach", answers: { SupportOffers: refused("UNAVAILABLE") }, shows: ".problem" },
    {
      name: "asking failed",
      answers: { SupportOffers: offers([FIRST]), ProposeExchange: refused("CONFLICT", "SUPPORT_OFFER_NOT_OPEN") },
      reach: ["[data-act] > button"],
      shows: "li .problem",
    },
    { name: "offering", answers: FORM, reach: [OFFER], shows: "#communityId" },
    { name: "something missing", answers: FORM, reach: [OFFER, "#communityId", SEND], shows: ".fault:not(:empty)" },
    {
      name: "opening failed",
      answers: { ...FORM, CreateSupportOffer: refused("INTERNAL") },
      reach: [OFFER, "[type=checkbox]", { fill: "#title", with: "I can listen in the evening" }, SEND],
      shows: "form .problem",
    },
    { name: "yours", answers: OWN, reach: [YOURS], shows: ".list" },
    { name: "earlier", answers: OWN, reach: [YOURS, "[aria-expanded]"], shows: "[aria-expanded=true]" },
    { name: "are you sure", answers: OWN, reach: [YOURS, "[data-action=END]"], shows: "[data-sure]" },
    {
      name: "no place left",
      answers: { ...OWN, AcceptExchange: refused("CAPACITY_REACHED", "NO_SEATS") },
      reach: [YOURS, "[data-action=ACCEPT]"],
      shows: "li .problem",
    },
    { name: "changing an offer", answers: { ...FORM, ...OWN }, reach: [YOURS, "[data-action=EDIT]"], shows: "#title" },
    { name: "nothing of yours", answers: NONE, reach: [YOURS], shows: "kith-part-own-support >> strong" },
    { name: "signed out", session: "SIGNED_OUT", shows: "strong" },
  ],
};
