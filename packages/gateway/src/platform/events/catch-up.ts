import type { KeyObject } from "node:crypto";
import { encodeId } from "@kith/core/values";
import { sql } from "kysely";
import type { Database } from "../database/database.js";
import type { Context } from "../graphql/context.js";
import { memberOf } from "../writing/callers.js";
import type { LiveKind } from "./live.js";
import { horizon, type OutboxEvent } from "./outbox-reader.js";
import { unsealCursor } from "./position.js";

const OLDEST_MS = 60 * 60_000;
/** How much earlier than it was committed an event may have been made, by a gateway whose clock is behind. */
const MARGIN_MS = 10 * 60_000;
const MOST = 200;

/** What happened since a cursor was given out; null if it is none, or too much or too long ago. */
export async function missedSince(
  after: string,
  { database, encryptionKey, now }: { database: Database; encryptionKey: KeyObject; now(): Date },
  context: Context,
  live: LiveKind,
): Promise<readonly OutboxEvent[] | null> {
  const { partnerId } = memberOf(context);
  const cursor = unsealCursor(encryptionKey, partnerId, after);
  if (!cursor || cursor.issuedAt < now().getTime() - OLDEST_MS) return null;
  const { transactionId, eventId } = cursor;
  // A database put back from a copy counts its transactions anew.
  if (BigInt(transactionId) > BigInt((await horizon(database)).transactionId)) return null;
  const events = await database.kysely
    .selectFrom("outbox")
    .select([
      "partnerId",
      "id as eventId",
      sql<string>`transaction_id::text`.as("transactionId"),
      "type",
      "objectId",
      "createdAt",
    ])
    .where("partnerId", "=", partnerId)
    // Ids grow with time: this spares reading what the partner did all year.
    .where("id", ">", idFrom(cursor.issuedAt - MARGIN_MS))
    .where(sql<boolean>`(transaction_id, id) > (${transactionId}::text::xid8, ${eventId})`)
    .where(sql<boolean>`transaction_id < pg_snapshot_xmin(pg_current_snapshot())`)
    .where(sql<boolean>`type ~ ${live.hears.source}`)
    .orderBy(sql`transaction_id`)
    .orderBy("id")
    .limit(MOST + 1)
    .execute();
  return events.length > MOST ? null : events;
}

/** Where the ids of events made at this time begin. */
function idFrom(time: number) {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.max(0, time)) << 16n);
  return encodeId("evt", bytes);
}
