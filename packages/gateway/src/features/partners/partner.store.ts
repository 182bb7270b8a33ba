import type { PartnerId } from "@kith/core/values";
import type { Insertable, Kysely, Transaction } from "kysely";
import type { Tables } from "../../platform/database/tables.js";

type Trx = Transaction<Tables>;

export async function insertPartner(trx: Trx, partner: Insertable<Tables["partner"]>): Promise<void> {
  await trx.insertInto("partner").values(partner).execute();
}

export async function insertOrigins(trx: Trx, partnerId: PartnerId, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const rows = origins.map((origin) => ({ partnerId, origin }));
  await trx
    .insertInto("partnerOrigin")
    .values(rows)
    .onConflict((same) => same.columns(["partnerId", "origin"]).doNothing())
    .execute();
}

export async function deleteOrigins(trx: Trx, partnerId: PartnerId, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await trx.deleteFrom("partnerOrigin").where("partnerId", "=", partnerId).where("origin", "in", origins).execute();
}

/** By name. */
export async function listOrigins(db: Kysely<Tables>, partnerId: PartnerId): Promise<string[]> {
  const origins = db.selectFrom("partnerOrigin").where("partnerId", "=", partnerId).select("origin");
  return (await origins.orderBy("origin").execute()).map(({ origin }) => origin);
}

export async function isPartner(db: Kysely<Tables>, partnerId: PartnerId): Promise<boolean> {
  const found = db.selectFrom("partner").where("partnerId", "=", partnerId).select("partnerId");
  return (await found.executeTakeFirst()) !== undefined;
}

export async function insertApiKey(trx: Trx, key: Insertable<Tables["apiKey"]>): Promise<void> {
  await trx.insertInto("apiKey").values(key).execute();
}

export async function insertSigningKey(trx: Trx, key: Insertable<Tables["signingKey"]>): Promise<void> {
  await trx.insertInto("signingKey").values(key).execute();
}
