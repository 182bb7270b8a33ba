import type { PartnerId } from "@kith/core/values";
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import type { KeyKind } from "./key.js";

type Db = Kysely<Tables>;
type Trx = Transaction<Tables>;

/** A key as it may be told of: never the key itself. */
export interface KeptKey {
  readonly id: string;
  readonly kind: KeyKind;
  /** An API key's last four characters. */
  readonly hint: string | null;
  readonly createdAt: Date;
  /** When it ends or ended; null while nobody said. */
  readonly endsAt: Date | null;
  readonly hasEnded: boolean;
}

/** By the database's clock, as gateways judge it. */
const ended = (column: "revokedAt" | "retiredAt") =>
  sql<boolean>`coalesce(${sql.ref(column)} <= now(), false)`.as("hasEnded");

/** All keys of a partner, oldest first: API keys, then signing keys. */
export async function listKeys(db: Db, partnerId: PartnerId): Promise<KeptKey[]> {
  const api = await apiKeys(db, partnerId).orderBy("createdAt").orderBy("id").execute();
  const signing = await signingKeys(db, partnerId).orderBy("createdAt").orderBy("kid").execute();
  return [...api, ...signing.map(signingKey)];
}

/** One key, held until the transaction ends so that nobody else ends or rotates it meanwhile. */
export async function lockKey(trx: Trx, partnerId: PartnerId, id: string): Promise<KeptKey | undefined> {
  const api = await apiKeys(trx, partnerId).where("id", "=", id).forUpdate().executeTakeFirst();
  if (api) return api;
  const signing = await signingKeys(trx, partnerId).where("kid", "=", id).forUpdate().executeTakeFirst();
  return signing && signingKey(signing);
}

/** Sets when it ends; answers that instant. */
export async function endKey(
  trx: Trx,
  partnerId: PartnerId,
  { id, kind }: Pick<KeptKey, "id" | "kind">,
  at: RawBuilder<Date>,
): Promise<Date> {
  const { endsAt } =
    kind === "SIGNING"
      ? await trx
          .updateTable("signingKey")
          .set({ retiredAt: at })
          .where("partnerId", "=", partnerId)
          .where("kid", "=", id)
          .returning("retiredAt as endsAt")
          .executeTakeFirstOrThrow()
      : await trx
          .updateTable("apiKey")
          .set({ revokedAt: at })
          .where("partnerId", "=", partnerId)
          .where("id", "=", id)
          .returning("revokedAt as endsAt")
          .executeTakeFirstOrThrow();
  return endsAt as Date;
}

const apiKeys = (db: Db, partnerId: PartnerId) =>
  db
    .selectFrom("apiKey")
    .where("partnerId", "=", partnerId)
    .select(["id", "kind", "hint", "createdAt", "revokedAt as endsAt", ended("revokedAt")]);

const signingKeys = (db: Db, partnerId: PartnerId) =>
  db
    .selectFrom("signingKey")
    .where("partnerId", "=", partnerId)
    .select(["kid as id", "createdAt", "retiredAt as endsAt", ended("retiredAt")]);

const signingKey = (row: Omit<KeptKey, "kind" | "hint">): KeptKey => ({ ...row, kind: "SIGNING", hint: null });
