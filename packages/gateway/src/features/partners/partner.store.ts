import type { PartnerId } from "@kith/core/values";
import type { Insertable, Transaction } from "kysely";
import type { Tables } from "../../platform/database/tables.js";

type Trx = Transaction<Tables>;

export async function insertPartner(trx: Trx, partner: Insertable<Tables["partner"]>): Promise<void> {
  await trx.insertInto("partner").values(partner).execute();
}

export async function insertOrigins(trx: Trx, partnerId: PartnerId, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const rows = origins.map((origin) => ({ partnerId, origin }));
  await trx.insertInto("partnerOrigin").values(rows).execute();
}

export async function insertApiKey(trx: Trx, key: Insertable<Tables["apiKey"]>): Promise<void> {
  await trx.insertInto("apiKey").values(key).execute();
}

export async function insertSigningKey(trx: Trx, key: Insertable<Tables["signingKey"]>): Promise<void> {
  await trx.insertInto("signingKey").values(key).execute();
}
