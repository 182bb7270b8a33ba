import type { MemberId } from "@kith/core/values";
import type { ExecutionResult } from "graphql";
import type { Reading } from "../reading/read.js";
import { type Rereading, reread } from "../reading/reread.js";
import { runRows } from "../reading/run-rows.js";
import type { OutboxEvent } from "./outbox-reader.js";
import type { Position } from "./position.js";
import { type Subscriber, viewerOf } from "./subscriber.js";

const VIEWERS_AT_ONCE = 500;

export interface Delivering {
  readonly reading: Reading;
  cursorAt(subscriber: Subscriber, position: Position): string;
  /** An answer for this subscriber, about an object that last changed by this event. */
  hand(subscriber: Subscriber, objectId: string, answer: ExecutionResult, event: OutboxEvent): void;
  /** What these ask for could not be read. If it throws, nothing more is read for the others either. */
  failed(subscribers: readonly Subscriber[], error: unknown): void;
}

/** An object that changed, and for whom it might have. */
interface Change {
  readonly objectId: string;
  readonly roomId: string | null;
  event: OutboxEvent;
  /** Null for anyone. */
  members: Set<MemberId> | null;
}

/**
 * Reads what changed again for those it might concern, and hands it to those who may see it. All subscribers are of one
 * partner and of one kind of subscription, and so are the events.
 */
export async function deliver(
  { reading, cursorAt, hand, failed }: Delivering,
  subscribers: readonly Subscriber[],
  events: readonly OutboxEvent[],
): Promise<void> {
  const changes = await changesFor(reading, subscribers, events);
  const concerned = new Map<Subscriber, Change[]>();
  for (const subscriber of subscribers) {
    const theirs = changes.filter((change) => concerns(change, subscriber));
    if (theirs.length > 0) concerned.set(subscriber, theirs);
  }
  for (const group of groupBy(concerned.keys(), ({ asks }) => asks).values()) {
    const alike = await stillThere(group);
    const wanted = wantedBy(alike, changes, concerned);
    try {
      for (let at = 0; at < wanted.length; at += VIEWERS_AT_ONCE) {
        await readFor(wanted.slice(at, at + VIEWERS_AT_ONCE));
      }
    } catch (error) {
      failed(alike, error);
    }
  }

  async function readFor(wanted: readonly Wanted[]): Promise<void> {
    const [first] = wanted;
    if (!first) return;
    const cursors = new Map<Change, string>();
    const asked = wanted.map(({ change, readers: [reader] }): Rereading => {
      let cursor = cursors.get(change);
      if (cursor === undefined) cursors.set(change, (cursor = cursorAt(reader, change.event)));
      return { viewer: viewerOf(reader), objectId: change.objectId, cursor };
    });
    const { info, live } = first.readers[0];
    const answers = await reread(reading, info, live, asked);
    for (const [n, { change, readers }] of wanted.entries()) {
      const answer = answers[n];
      if (answer) for (const reader of readers) hand(reader, change.objectId, answer, change.event);
    }
  }
}

/** One thing to read: an object for a member, whatever the number of their subscriptions that ask for it alike. */
interface Wanted {
  readonly change: Change;
  readonly readers: [Subscriber, ...Subscriber[]];
}

/** In the order of the changes. */
function wantedBy(
  alike: readonly Subscriber[],
  changes: readonly Change[],
  concerned: ReadonlyMap<Subscriber, readonly Change[]>,
): Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const change of changes) {
    for (const subscriber of alike) {
      if (!concerned.get(subscriber)?.includes(change)) continue;
      const { memberId, isAdult } = viewerOf(subscriber);
      const key = `${change.objectId} ${memberId} ${isAdult}`;
      const known = wanted.get(key);
      if (known) known.readers.push(subscriber);
      else wanted.set(key, { change, readers: [subscriber] });
    }
  }
  return [...wanted.values()];
}

/** Each object once, in the order in which they last changed: a cursor then never passes over what is still to come. */
async function changesFor(
  reading: Reading,
  subscribers: readonly Subscriber[],
  events: readonly OutboxEvent[],
): Promise<Change[]> {
  const [first] = subscribers;
  if (!first) return [];
  const last = new Map(events.map((event, n) => [event.objectId, { event, n }]));
  const happened = events.map(({ type, objectId }) => ({ type, objectId }));
  const members = [...new Set(subscribers.map((subscriber) => viewerOf(subscriber).memberId))];
  const touched = await runRows(reading.database, viewerOf(first), (at) => first.live.touched(at, happened, members));

  const changes = new Map<string, Change & { n: number }>();
  for (const { causeId, objectId, memberId, roomId } of touched) {
    const cause = last.get(causeId);
    if (!cause) continue;
    const { event, n } = cause;
    let change = changes.get(objectId);
    if (!change) changes.set(objectId, (change = { objectId, roomId, event, n, members: new Set() }));
    if (n > change.n) Object.assign(change, { event, n });
    if (memberId === null) change.members = null;
    else change.members?.add(memberId);
  }
  return [...changes.values()].sort((a, b) => a.n - b.n);
}

/** As before each answer: whoever would be turned away now is sent nothing more. */
async function stillThere(subscribers: readonly Subscriber[]): Promise<Subscriber[]> {
  const there = await Promise.all(subscribers.map(async ({ context }) => context.standing?.prove()));
  return subscribers.filter((_, n) => there[n]);
}

function concerns({ members, roomId }: Change, subscriber: Subscriber): boolean {
  if (members && !members.has(viewerOf(subscriber).memberId)) return false;
  return subscriber.wants({ roomId });
}

function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
