/**
 * Many open subscriptions in a process of its own. Reads what to do from its input; tells on stdout, a JSON line each,
 * when all are open, and of every offer when the first and when the last of them had it.
 */
import { createInterface } from "node:readline";
import { createClient as sseClient } from "graphql-sse";
import { type Client, createClient as wsClient } from "graphql-ws";
import { WebSocket } from "ws";
import type { Asker } from "./operations.ts";

export interface Crowd {
  readonly url: string;
  readonly transport: "websocket" | "sse";
  readonly subscribers: readonly Pick<Asker, "token" | "communityId">[];
  /** How many connect at once. */
  readonly atOnce: number;
}
export type Told =
  | { readonly open: number }
  | { readonly lost: string }
  /** In ms since the epoch, with fractions. */
  | { readonly offer: string; readonly first: number; readonly last: number };

const query = `subscription Offers($communityId: ID!) {
  supportOfferChanged(communityId: $communityId) {
    cursor
    mayHaveMissed
    supportOffer { id title kinds seatsLeft createdAt author { id displayName } viewerCan }
  }
}`;
interface Changed {
  readonly supportOfferChanged: { readonly supportOffer: { readonly id: string } | null };
}

const now = () => performance.timeOrigin + performance.now();
const tell = (told: Told) => process.stdout.write(`${JSON.stringify(told)}\n`);
const lost = (error: unknown) => tell({ lost: error instanceof Error ? error.message : JSON.stringify(error) });

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const crowd = JSON.parse((await lines.next()).value as string) as Crowd;
const seen = new Map<string, { first: number; count: number }>();

function had(offer: string): void {
  const had = seen.get(offer) ?? { first: now(), count: 0 };
  had.count++;
  seen.set(offer, had);
  if (had.count === crowd.subscribers.length) tell({ offer, first: had.first, last: now() });
}

function clientFor({ token }: Crowd["subscribers"][number]): Pick<Client, "subscribe"> {
  const authorization = `Bearer ${token}`;
  if (crowd.transport === "sse") {
    const url = `${crowd.url}/graphql/stream`;
    return sseClient({ url, headers: { authorization }, retryAttempts: 0 }) as Pick<Client, "subscribe">;
  }
  const url = `${crowd.url.replace("http", "ws")}/graphql`;
  return wsClient({ url, webSocketImpl: WebSocket, connectionParams: { authorization }, retryAttempts: 0 });
}

/** Resolves at the first event, which says that nothing is missed from here on. */
function open(subscriber: Crowd["subscribers"][number]): Promise<void> {
  const { communityId } = subscriber;
  return new Promise((resolve) =>
    clientFor(subscriber).subscribe<Changed>(
      { query, variables: { communityId } },
      {
        next({ data, errors }) {
          const offer = data?.supportOfferChanged.supportOffer;
          if (errors || !data) lost(errors);
          else if (offer) had(offer.id);
          else resolve();
        },
        error: lost,
        complete: () => lost("ended"),
      },
    ),
  );
}

const waiting = [...crowd.subscribers];
await Promise.all(
  Array.from({ length: crowd.atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await open(next);
  }),
);
tell({ open: crowd.subscribers.length });
// lives until its input ends
await lines.next();
process.exit(0);
