import type { CommunityId, PartnerId } from "@kith/core/values";
import type { Insertable, Selectable, Transaction } from "kysely";
import type { Tables } from "../../platform/database/tables.js";

export type CommunityRow = Selectable<Tables["community"]>;
type Trx = Transaction<Tables>;

export function communityById(trx: Trx, partnerId: PartnerId, id: CommunityId): Promise<CommunityRow | undefined> {
  return trx
    .selectFrom("community")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Whoever joins, leaves or is removed waits here for the one before. */
export function lockCommunity(trx: Trx, partnerId: PartnerId, id: CommunityId): Promise<CommunityRow | undefined> {
  return trx
    .selectFrom("community")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function insertCommunity(trx: Trx, made: Insertable<Tables["community"]>): Promise<void> {
  await trx.insertInto("community").values(made).execute();
}

/** Only under the community's lock. */
export async function addToMemberCount(
  trx: Trx,
  { partnerId, id }: Pick<CommunityRow, "partnerId" | "id">,
  by: number,
): Promise<void> {
  await trx
    .updateTable("community")
    .set((row) => ({ memberCount: row("memberCount", "+", by) }))
    .where("partnerId", "=", partnerId)
    .where("id", "=", id)
    .execute();
}
