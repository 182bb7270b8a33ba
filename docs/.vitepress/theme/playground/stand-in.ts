import type { Exchange, SupportOffer } from "@kith/sdk";
import { ME, sampleExchange, sampleOffers, sampleTrend } from "./sample-data.ts";
import { standInForSockets } from "./stand-in-socket.ts";

/** Where the playground's elements believe their gateway to be. The name leads nowhere, so nothing can leave the page. */
export const ENDPOINT = "https://playground.invalid/";
export type Mood = "ready" | "empty" | "slow" | "problem";

/** A token that names nobody. */
export const TOKEN = `e30.${btoa(JSON.stringify({ iss: "prt_playground", sub: "visitor" })).replaceAll("=", "")}.x`;

/** All that any operation of the elements may send; each reads what is its own. */
interface Variables {
  readonly input: Partial<SupportOffer> & { exchangeId: string; supportOfferId: string };
  readonly filter?: { kind?: SupportOffer["kinds"][number] | null };
  readonly states?: Exchange["state"][] | null;
}
type Answer = (variables: Variables) => object;
const PAGE = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
const listOf = <Node>(nodes: readonly Node[]) => ({ nodes, pageInfo: PAGE, totalCount: nodes.length });

/** Answers in this page what a gateway would, from made-up people. Gives what ends it. */
export function standIn(mood: () => Mood): () => void {
  const real = window.fetch;
  const answers = answersOf(() => mood() === "empty");
  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(ENDPOINT)) return real(input, init);
    await new Promise((resolve) => setTimeout(resolve, mood() === "slow" ? 1e8 : 250));
    const { query, variables } = JSON.parse(init?.body as string) as { query: string; variables: Variables };
    const answer = mood() === "problem" ? null : answers[/^\w+ (\w+)/.exec(query)?.[1] ?? ""]?.(variables);
    const body = answer
      ? { data: answer }
      : { data: null, errors: [{ message: "", extensions: { code: "INTERNAL", requestId: "playground" } }] };
    return Response.json(body);
  };
  const endSockets = standInForSockets(new URL(ENDPOINT).host);
  return () => {
    window.fetch = real;
    endSockets();
  };
}

function answersOf(isEmpty: () => boolean): Record<string, Answer> {
  const offers = sampleOffers();
  const own: SupportOffer[] = [];
  let exchanges = [sampleExchange()];
  let count = 100;
  const id = (prefix: string) => `${prefix}_${String(++count).padStart(26, "0")}`;

  function change(name: string, state: Exchange["state"], viewerCan: Exchange["viewerCan"]): Answer {
    return ({ input }) => {
      exchanges = exchanges.map((one) => (one.id === input.exchangeId ? { ...one, state, viewerCan } : one));
      const exchange = exchanges.find((one) => one.id === input.exchangeId);
      for (const offer of offers) if (offer.viewerExchange?.id === exchange?.id) Object.assign(offer, NOT_ASKED);
      return { [name]: { exchange } };
    };
  }

  function changeOwn(name: string, state: SupportOffer["state"], viewerCan: SupportOffer["viewerCan"]): Answer {
    return ({ input }) => {
      const supportOffer = own.find((one) => one.id === input.supportOfferId);
      return { [name]: { supportOffer: supportOffer && Object.assign(supportOffer, { state, viewerCan }) } };
    };
  }

  return {
    SupportOffers({ filter }) {
      const { kind } = filter ?? {};
      return {
        supportOffers: listOf(
          isEmpty() ? [] : [...own, ...offers].filter(({ kinds }) => !kind || kinds.includes(kind)),
        ),
      };
    },
    ViewerSupportOffers: () => ({ viewer: { supportOffers: listOf(isEmpty() ? [] : own) } }),
    Exchanges({ states }) {
      const asked = exchanges.filter(({ state }) => !states || states.includes(state));
      return { viewer: { exchanges: listOf(isEmpty() ? [] : asked) } };
    },
    ViewerMemberships: () => ({ viewer: { memberships: listOf([]) } }),
    Viewer: () => ({
      viewer: {
        member: {
          ...ME,
          externalId: "visitor",
          ageBand: "ADULT",
          languages: ["en"],
          roles: [],
          state: "ACTIVE",
          timeZone: null,
        },
      },
    }),
    PulseTrend: () => ({ pulseTrend: isEmpty() ? { ...sampleTrend(), days: [] } : sampleTrend() }),
    RecordPulseCheckIn: ({ input }) => ({
      recordPulseCheckIn: {
        checkIn: { ...input, id: id("chk"), day: new Date().toISOString().slice(0, 10) },
      },
    }),
    CreateSupportOffer({ input }) {
      const [first] = sampleOffers();
      const viewerCan: SupportOffer["viewerCan"] = ["EDIT", "PAUSE", "CLOSE"];
      const made = { ...first, languages: [], waysToMeet: ["MESSAGE"], ...input, id: id("sof"), author: ME, viewerCan };
      own.unshift({ ...made, seatsLeft: made.capacity } as SupportOffer);
      return { createSupportOffer: { supportOffer: own[0] } };
    },
    ProposeExchange({ input }) {
      const offer = offers.find((one) => one.id === input.supportOfferId);
      const exchange: Exchange = {
        ...sampleExchange(),
        id: id("exc"),
        viewerRole: "RECIPIENT",
        viewerCan: ["WITHDRAW"],
        recipient: ME,
        ...(offer && { supporter: offer.author, supportOffer: inShort(offer) }),
      };
      exchanges = [exchange, ...exchanges];
      if (offer) Object.assign(offer, { viewerExchange: exchange, viewerCan: [] });
      return { proposeExchange: { exchange } };
    },
    UpdateSupportOffer({ input: { supportOfferId, exchangeId: _, ...changes } }) {
      const supportOffer = own.find((one) => one.id === supportOfferId);
      return { updateSupportOffer: { supportOffer: supportOffer && Object.assign(supportOffer, changes) } };
    },
    PauseSupportOffer: changeOwn("pauseSupportOffer", "PAUSED", ["EDIT", "RESUME", "CLOSE"]),
    ResumeSupportOffer: changeOwn("resumeSupportOffer", "OPEN", ["EDIT", "PAUSE", "CLOSE"]),
    CloseSupportOffer: changeOwn("closeSupportOffer", "CLOSED", []),
    AcceptExchange: change("acceptExchange", "ACCEPTED", ["COMPLETE", "END"]),
    DeclineExchange: change("declineExchange", "DECLINED", []),
    WithdrawExchange: change("withdrawExchange", "WITHDRAWN", []),
    CompleteExchange: change("completeExchange", "COMPLETED", []),
    EndExchange: change("endExchange", "ENDED_EARLY", []),
  };
}

const inShort = ({ id, title, kinds, state }: SupportOffer) => ({ id, title, kinds, state });
const NOT_ASKED: Pick<SupportOffer, "viewerExchange" | "viewerCan"> = { viewerExchange: null, viewerCan: ["PROPOSE"] };
