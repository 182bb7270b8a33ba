import type { KeyObject } from "node:crypto";
import type { PartnerId } from "@kith/core/values";
import type { ExecutionResult, GraphQLResolveInfo } from "graphql";
import type { Database } from "../database/database.js";
import { isUnavailable, tookTooLong } from "../database/unavailable.js";
import type { Context, Log } from "../graphql/context.js";
import { describeError } from "../graphql/describe-error.js";
import { fault, internal } from "../graphql/errors.js";
import type { Reading } from "../reading/read.js";
import { reader } from "../reading/reader.js";
import { checkReread } from "../reading/reread.js";
import { memberOf } from "../writing/callers.js";
import { missedSince } from "./catch-up.js";
import { deliver } from "./deliver.js";
import { doorbell } from "./doorbell.js";
import { Feed } from "./feed.js";
import type { Live, LiveArgs, LiveKind } from "./live.js";
import { type OutboxEvent, readOutbox } from "./outbox-reader.js";
import { isAfter, type Position, sealCursor } from "./position.js";
import { asksOf, type Subscriber, viewerOf } from "./subscriber.js";

/** Objects that may wait for one slow reader. */
const MOST_WAITING = 500;
const FIRST = "first";

export interface LiveDesk {
  /** What a subscription brings, from the first event on. For members; throws as a query would. */
  open<Args extends LiveArgs>(live: Live<Args>, args: Args, context: Context, info: GraphQLResolveInfo): Promise<Feed>;
  /** This gateway has committed something. */
  changed(): void;
  /** Ends every subscription. */
  stop(): Promise<void>;
}

export interface LiveBooks {
  subscriptions(change: 1 | -1): void;
  delivered(event: OutboxEvent): void;
}

/** Knows who subscribes to what at this gateway, and brings each what happens. */
export function openLive(options: {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly encryptionKey: KeyObject;
  readonly reading: Reading;
  readonly log: Log;
  readonly books: LiveBooks;
  now(): Date;
}): LiveDesk {
  const { database, databaseUrl: url, encryptionKey, reading, log, books, now } = options;
  const open = new Map<PartnerId, Set<Subscriber>>();
  let stopped = false;

  const cursorAt = (subscriber: Pick<Subscriber, "context">, position: Position): string =>
    sealCursor(encryptionKey, memberOf(subscriber.context).partnerId, { ...position, issuedAt: now().getTime() });

  const delivering = {
    reading,
    cursorAt,
    hand({ feed, context, told }: Subscriber, objectId: string, answer: ExecutionResult, event: OutboxEvent): void {
      if (told && !isAfter(event, told)) return;
      if (feed.push(objectId, answer)) books.delivered(event);
      else context.standing?.end(fault("RATE_LIMITED", { reason: "READS_TOO_SLOWLY" }));
    },
    /** What takes too long for some would, tried again, hold up all others for as long as they stay. */
    failed(subscribers: readonly Subscriber[], error: unknown): void {
      if (!tookTooLong(error)) return failed(subscribers, error);
      log.warn({ error: describeError(error), subscriptions: subscribers.length }, "a live update took too long");
      for (const { context } of subscribers) context.standing?.end(fault("UNAVAILABLE"));
    },
  };

  const outbox = readOutbox({
    database,
    log,
    isNeeded: () => open.size > 0,
    async onEvents(events) {
      for (const [partnerId, subscribers] of open) {
        const theirs = events.filter((event) => event.partnerId === partnerId);
        if (theirs.length > 0) for (const alike of byKind(subscribers)) await tell(alike, theirs);
      }
    },
  });

  /** A database that is away is waited for; what we do wrong ends these streams, not everyone's. */
  function failed(subscribers: readonly Subscriber[], error: unknown): void {
    if (isUnavailable(error)) throw error;
    log.error({ error: describeError(error) }, "unexpected error in a live update");
    for (const { feed, context } of subscribers) feed.end(internal(context.requestId));
  }

  /** All of one kind. */
  async function tell(subscribers: readonly Subscriber[], events: readonly OutboxEvent[]): Promise<void> {
    const hears = subscribers[0]?.live.hears;
    const heard = events.filter(({ type }) => hears?.test(type));
    if (heard.length === 0) return;
    try {
      await deliver(delivering, subscribers, heard);
    } catch (error) {
      failed(subscribers, error);
    }
  }

  const bell = doorbell({ url, log, onRing: outbox.ring });

  function register<Args>(live: Live<Args>, args: Args, context: Context, info: GraphQLResolveInfo): Subscriber {
    const { partnerId } = memberOf(context);
    const theirs = open.get(partnerId) ?? new Set();
    open.set(partnerId, theirs);
    const feed = new Feed(MOST_WAITING, () => {
      theirs.delete(subscriber);
      if (theirs.size === 0 && open.get(partnerId) === theirs) open.delete(partnerId);
      books.subscriptions(-1);
    });
    const wants: Subscriber["wants"] = (touched) => live.wants?.(args, touched) ?? true;
    const subscriber: Subscriber = { live, wants, context, info, asks: asksOf(info), feed, told: null };
    theirs.add(subscriber);
    books.subscriptions(1);
    return subscriber;
  }

  /** What must come first: where this begins, and what was missed since `after`. */
  async function begin(subscriber: Subscriber, after: string | null): Promise<void> {
    const { feed, context, info, live } = subscriber;
    checkReread(reading, info, live, viewerOf(subscriber));
    const here = await outbox.position();
    const missed = after === null ? [] : await missedSince(after, { database, encryptionKey, now }, context, live);
    const cursor = after === null || missed === null ? cursorAt(subscriber, here) : after;
    const first = reader(reading, viewerOf(subscriber), info).computed({ cursor, mayHaveMissed: missed === null });
    const items: [string, ExecutionResult][] = [[FIRST, { data: { [info.path.key]: first } }]];
    if (missed && missed.length > 0) {
      const hand = (_: Subscriber, objectId: string, answer: ExecutionResult) => void items.push([objectId, answer]);
      const failed = (_: unknown, error: unknown) => {
        throw error;
      };
      await deliver({ ...delivering, hand, failed }, [subscriber], missed);
      subscriber.told = missed.at(-1) ?? null;
    }
    feed.begin(items);
  }

  return {
    async open(live, args, context, info) {
      if (stopped) throw fault("UNAVAILABLE");
      // From here on what happens is kept for it; what happened before is what it will read.
      const subscriber = register(live, args, context, info);
      try {
        await begin(subscriber, args.after ?? null);
      } catch (error) {
        subscriber.feed.end();
        throw error;
      }
      return subscriber.feed;
    },
    changed: bell.press,
    async stop() {
      stopped = true;
      for (const subscribers of open.values()) for (const { feed } of subscribers) feed.end();
      await Promise.all([bell.stop(), outbox.stop()]);
    },
  };
}

function byKind(subscribers: Iterable<Subscriber>): Iterable<Subscriber[]> {
  const kinds = new Map<LiveKind, Subscriber[]>();
  for (const subscriber of subscribers) {
    const alike = kinds.get(subscriber.live);
    if (alike) alike.push(subscriber);
    else kinds.set(subscriber.live, [subscriber]);
  }
  return kinds.values();
}
