import type { MemberState } from "@kith/core/members";
import type { MatchingDial } from "@kith/core/partners";
import type { MemberId, PartnerId } from "@kith/core/values";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.js";
import { newId } from "../writing/new-id.js";
import { newPseudonym } from "./pseudonym.js";

type Db = Kysely<Tables>;

export interface KnownPartner {
  readonly matchingDial: MatchingDial;
  readonly origins: readonly string[];
}

export interface KnownMember {
  readonly id: MemberId;
  readonly isAdult: boolean;
  readonly timeZone: string | null;
  readonly state: MemberState;
  readonly pseudonym: string;
  readonly tokensNotBefore: Date | null;
}

const MEMBER = ["id", "isAdult", "timeZone", "state", "pseudonym", "tokensNotBefore"] as const;

const originsOf = (partnerId: PartnerId) =>
  sql<string[]>`array(select o.origin from partner_origin o where o.partner_id = ${partnerId})`.as("origins");

/**
 * Milliseconds until a key ends, none or fewer when it has; null when no end is set. By the database's clock, which
 * those who end keys and all who check them share: no clock that is behind keeps a revoked key alive.
 */
const endsIn = (column: "k.revokedAt" | "k.retiredAt") =>
  sql<number | null>`(extract(epoch from ${sql.ref(column)} - now()) * 1000)::float8`.as("endsInMs");

/** The key with this hash, revoked or not. */
export function findApiKey(db: Db, partnerId: PartnerId, hash: Buffer) {
  return db
    .selectFrom("apiKey as k")
    .innerJoin("partner as p", "p.partnerId", "k.partnerId")
    .where("k.partnerId", "=", partnerId)
    .where("k.hash", "=", hash)
    .select(["k.id", "k.kind", endsIn("k.revokedAt"), "p.matchingDial", originsOf(partnerId)])
    .executeTakeFirst();
}

/** The key a token says it is signed with, retired or not. */
export function findSigningKey(db: Db, partnerId: PartnerId, kid: string) {
  return db
    .selectFrom("signingKey as k")
    .innerJoin("partner as p", "p.partnerId", "k.partnerId")
    .where("k.partnerId", "=", partnerId)
    .where("k.kid", "=", kid)
    .select(["k.secretEncrypted", endsIn("k.retiredAt"), "p.matchingDial", originsOf(partnerId)])
    .executeTakeFirst();
}

export function findMember(
  db: Db,
  partnerId: PartnerId,
  by: { readonly id: MemberId } | { readonly externalId: string },
): Promise<KnownMember | undefined> {
  const members = db.selectFrom("member").where("partnerId", "=", partnerId).select(MEMBER);
  return (
    "id" in by ? members.where("id", "=", by.id) : members.where("externalId", "=", by.externalId)
  ).executeTakeFirst();
}

/** The member of this name; nameless and of unknown age if this is the first that Kith hears of them. */
export async function meetMember(db: Db, partnerId: PartnerId, externalId: string): Promise<KnownMember> {
  const known = await findMember(db, partnerId, { externalId });
  if (known) return known;
  const made = await db
    .insertInto("member")
    .values({ partnerId, id: newId("mbr"), externalId, pseudonym: newPseudonym() })
    .onConflict((conflict) => conflict.columns(["partnerId", "externalId"]).doNothing())
    .returning(MEMBER)
    .executeTakeFirst();
  // Nothing was made where another request met the same member in the same instant; theirs is there to read now.
  const met = made ?? (await findMember(db, partnerId, { externalId }));
  if (!met) throw new Error("A member was neither made nor found");
  return met;
}
