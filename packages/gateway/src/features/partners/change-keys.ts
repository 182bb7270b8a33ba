import type { KeyObject } from "node:crypto";
import { parseSigningKeyId } from "@kith/core/partners";
import type { PartnerId } from "@kith/core/values";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "../../platform/database/database.js";
import { notifyIdentityChanged } from "../../platform/identity/identity-changes.js";
import { type KeyKind, makeKey, type NewKey } from "./key.js";
import { endKey, listKeys, lockKey } from "./key.store.js";
import { operatorDeed } from "./operator-deed.js";
import { isPartner } from "./partner.store.js";

/** When a key that was rotated ends: so long from now, or at an instant. */
export type EndsWhen = { readonly afterSeconds: number } | { readonly at: Date };

export type KeyRefusal = "NO_SUCH_PARTNER" | "NO_SUCH_KEY" | "ENDS_ALREADY" | "IN_THE_PAST";
export interface Refused {
  readonly refused: KeyRefusal;
}
export interface EndingKey {
  readonly id: string;
  readonly endsAt: Date;
}

/** A further key beside those there are. */
export function createKey(
  database: Database,
  encryptionKey: KeyObject,
  partnerId: PartnerId,
  kind: KeyKind,
): Promise<NewKey | Refused> {
  return database.transaction(async (trx) => {
    if (!(await isPartner(trx, partnerId))) return { refused: "NO_SUCH_PARTNER" };
    const created = await makeKey(trx, encryptionKey, partnerId, kind);
    await operatorDeed(trx, partnerId, { action: "createKey", objectId: created.id });
    return created;
  });
}

/**
 * A new key of the same kind; the old one holds until its time, so that both work while a partner changes over. Every
 * gateway hears of it at the commit, and ends the old one when its time has come.
 */
export function rotateKey(
  database: Database,
  encryptionKey: KeyObject,
  id: string,
  when: EndsWhen,
): Promise<{ readonly created: NewKey; readonly ending: EndingKey } | Refused> {
  const partnerId = parseSigningKeyId(id)?.partnerId;
  return database.transaction(async (trx) => {
    const old = partnerId && (await lockKey(trx, partnerId, id));
    if (!old) return { refused: "NO_SUCH_KEY" };
    if (old.endsAt !== null) return { refused: "ENDS_ALREADY" };
    const { rows } = await sql<{ past: boolean }>`select ${instantOf(when)} <= now() as past`.execute(trx);
    if (rows[0]?.past) return { refused: "IN_THE_PAST" };
    const created = await makeKey(trx, encryptionKey, partnerId, old.kind);
    const endsAt = await endKey(trx, partnerId, old, instantOf(when));
    await operatorDeed(trx, partnerId, { action: "rotateKey", objectId: id });
    await notifyIdentityChanged(trx, partnerId, null);
    return { created, ending: { id, endsAt } };
  });
}

/** Ends a key now, on every running gateway; one that has ended stays as it is. `left`: keys of its kind still in force. */
export function revokeKey(
  database: Database,
  id: string,
): Promise<(EndingKey & { readonly kind: KeyKind; readonly left: number }) | Refused> {
  const partnerId = parseSigningKeyId(id)?.partnerId;
  return database.transaction(async (trx) => {
    const key = partnerId && (await lockKey(trx, partnerId, id));
    if (!key) return { refused: "NO_SUCH_KEY" };
    const { kind } = key;
    let { endsAt } = key;
    if (endsAt === null || !key.hasEnded) {
      endsAt = await endKey(trx, partnerId, key, sql<Date>`now()`);
      await operatorDeed(trx, partnerId, { action: "revokeKey", objectId: id });
      await notifyIdentityChanged(trx, partnerId, null);
    }
    const left = (await listKeys(trx, partnerId)).filter((one) => one.kind === kind && !one.hasEnded).length;
    return { id, endsAt, kind, left };
  });
}

function instantOf(when: EndsWhen): RawBuilder<Date> {
  if ("at" in when) return sql<Date>`${when.at}::timestamptz`;
  return sql<Date>`now() + make_interval(secs => ${when.afterSeconds}::float8)`;
}
