import type { PartnerId } from "@kith/core/values";
import { crossPartner } from "../database/cross-partner.js";
import type { Database } from "../database/database.js";
import type { Log } from "../graphql/context.js";
import { describeError } from "../graphql/describe-error.js";
import type { Happened } from "./live.js";
import type { Position } from "./position.js";

/** What all of these touch is held for everyone it concerns at once. */
const AT_ONCE = 200;
/** After something happened, the next look comes soon: a transaction that still ran may have held others back. */
const SOON_MS = 25;
const LATEST_MS = 1000;

export interface OutboxEvent extends Happened, Position {
  readonly partnerId: PartnerId;
  readonly createdAt: Date;
}

export interface OutboxReader {
  /** All up to here was handed over; while nobody needed it, from here on. Rejects if the database is away. */
  position(): Promise<Position>;
  /** Something was written: look now rather than later. */
  ring(): void;
  stop(): Promise<void>;
}

/**
 * Hands over what happens at all partners, in the order of commits, each event at least once. While nobody needs it, it
 * asks nothing of the database.
 */
export function readOutbox(options: {
  readonly database: Database;
  readonly log: Log;
  isNeeded(): boolean;
  /** If it rejects, the same events come again. */
  onEvents(events: readonly OutboxEvent[]): Promise<void>;
}): OutboxReader {
  const { database, log, isNeeded, onEvents } = options;
  let position: Position | null = null;
  let starting: Promise<Position> | null = null;
  let stopped = false;
  let rung = false;
  let wake = () => {};

  /** Asked for once by however many come at once: a later answer would pass over what the first of them waits for. */
  async function here(): Promise<Position> {
    if (position) return position;
    starting ??= horizon(database).finally(() => {
      starting = null;
    });
    const start = await starting;
    return (position ??= start);
  }

  async function look(): Promise<"MORE" | "SOME" | "NONE"> {
    const { transactionId, eventId } = await here();
    const { rows } = await database.pool.query<OutboxRow>(crossPartner.outbox, [transactionId, eventId, AT_ONCE]);
    const events = rows.map(eventOf);
    const last = events.at(-1);
    if (!last) return "NONE";
    await onEvents(events);
    position = { transactionId: last.transactionId, eventId: last.eventId };
    return events.length === AT_ONCE ? "MORE" : "SOME";
  }

  async function keepLooking(): Promise<void> {
    let pause = SOON_MS;
    while (!stopped) {
      rung = false;
      if (isNeeded()) {
        const found = await look().catch((error: unknown) => {
          if (!stopped) log.warn({ error: describeError(error) }, "live updates wait for the database");
          return "FAILED" as const;
        });
        if (found === "MORE") continue;
        pause = found === "SOME" ? SOON_MS : found === "FAILED" ? LATEST_MS : Math.min(2 * pause, LATEST_MS);
      } else {
        position = null;
        pause = LATEST_MS;
      }
      if (await rest(pause)) pause = SOON_MS;
    }
  }

  /** True if something rang meanwhile. */
  async function rest(ms: number): Promise<boolean> {
    if (!rung && !stopped) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return rung;
  }

  function ring(): void {
    rung = true;
    wake();
  }

  const done = keepLooking();
  return {
    async position() {
      const from = await here();
      ring();
      return from;
    },
    ring,
    async stop() {
      stopped = true;
      wake();
      await done;
    },
  };
}

/** Before everything that has not ended yet. */
export async function horizon(database: Database): Promise<Position> {
  const transactionId = await database.fetch({
    text: "select to_json(pg_snapshot_xmin(pg_current_snapshot())::text) as j",
    values: [],
  });
  return { transactionId: String(transactionId), eventId: "" };
}

interface OutboxRow {
  readonly partner_id: PartnerId;
  readonly id: string;
  readonly transaction_id: string;
  readonly type: string;
  readonly object_id: string;
  readonly created_at: Date;
}

function eventOf(row: OutboxRow): OutboxEvent {
  return {
    partnerId: row.partner_id,
    eventId: row.id,
    transactionId: row.transaction_id,
    type: row.type,
    objectId: row.object_id,
    createdAt: row.created_at,
  };
}
