import { setTimeout as wait } from "node:timers/promises";
import type { TestStream } from "../platform/events/testing.live.js";
import type { Caller, Outcome } from "./access-table.js";
import { offerBy } from "./attempts.js";
import type { AccessWorld } from "./world.js";

/** What a subscription of the table brings, and what then happens. */
interface Change {
  readonly query: string;
  /** The offer it is about, with a proposal where it needs one: made anew for each caller, before they subscribe. */
  readonly proposed: boolean;
  /** Answers the id of what changed. */
  happen(world: AccessWorld, made: { offerId: string; exchangeId: string }): Promise<string>;
}
const EXCHANGES = "subscription { exchangeChanged { exchange { id } } }";
const OFFERS = "subscription { supportOfferChanged { supportOffer { id } } }";
const propose = (world: AccessWorld, supportOfferId: string) =>
  world.make("proposeExchange", { supportOfferId }, world.asker, "exchange.id");

/** Keyed as the table is. */
export const CHANGES: Readonly<Record<string, Change>> = {
  "Subscription.exchangeChanged": {
    query: EXCHANGES,
    proposed: false,
    happen: (world, { offerId }) => propose(world, offerId),
  },
  "Subscription.supportOfferChanged": {
    query: OFFERS,
    proposed: false,
    happen: (world) => offerBy(world, "member"),
  },
  "Subscription.supportOfferChanged:asked": {
    query: OFFERS,
    proposed: false,
    async happen(world, { offerId }) {
      await propose(world, offerId);
      return offerId;
    },
  },
  "Subscription.supportOfferChanged:seatTaken": {
    query: OFFERS,
    proposed: true,
    async happen(world, { offerId, exchangeId }) {
      await world.make("acceptExchange", { exchangeId }, world.member, "exchange.id");
      return offerId;
    },
  },
};

/** By when they have heard of something later, they have heard all that they will hear. */
async function allHeard(world: AccessWorld, caller: Caller, stream: TestStream): Promise<void> {
  const last = await world.offerToAll(caller);
  while ((await stream.next()).supportOffer.id !== last);
  await wait(50);
}

/** What this caller hears of it, by when they have heard of an offer to everyone that was made later. */
export async function heardBy(world: AccessWorld, entry: string, caller: Caller): Promise<Outcome | string> {
  const { query, proposed, happen } = CHANGES[entry] as Change;
  const offerId = await offerBy(world, "member");
  const made = { offerId, exchangeId: proposed ? await propose(world, offerId) : "" };
  const stream = world.follow(caller, query);
  const later = world.follow(caller, OFFERS);
  try {
    const first = await stream.next().catch(() => "it was not let in");
    if (Array.isArray(first)) return first[0].extensions.code;
    if (first === "it was not let in") return (await stream.ended) === 401 ? "UNAUTHENTICATED" : first;
    await later.next();
    // What was made just before may still come.
    await allHeard(world, caller, later);
    stream.came.length = 0;
    const id = await happen(world, made);
    await allHeard(world, caller, later);
    return JSON.stringify(stream.came).includes(id) ? "OK" : "EMPTY";
  } finally {
    stream.stop();
    later.stop();
  }
}
