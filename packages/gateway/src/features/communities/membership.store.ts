import type { CommunityId, MemberId, PartnerId } from "@kith/core/values";
import type { Insertable, Selectable, Transaction } from "kysely";
import type { Tables } from "../../platform/database/tables.js";

export type MembershipRow = Selectable<Tables["membership"]>;
type Trx = Transaction<Tables>;

export async function membershipOf(
  trx: Trx,
  partnerId: PartnerId,
  communityId: CommunityId,
  memberId: MemberId,
): Promise<MembershipRow | null> {
  const row = await trx
    .selectFrom("membership")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("memberId", "=", memberId)
    .where("communityId", "=", communityId)
    .executeTakeFirst();
  return row ?? null;
}

/** All memberships of one member, whatever their state. */
export function membershipsOf(trx: Trx, partnerId: PartnerId, memberId: MemberId): Promise<MembershipRow[]> {
  return trx
    .selectFrom("membership")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("memberId", "=", memberId)
    .execute();
}

/** How memberships stand now: a member has one in a community, however often they join. Only under its lock. */
export async function keepMemberships(trx: Trx, rows: readonly Insertable<Tables["membership"]>[]): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto("membership")
    .values(rows)
    .onConflict((known) =>
      known.columns(["partnerId", "memberId", "communityId"]).doUpdateSet((row) => ({
        role: row.ref("excluded.role"),
        state: row.ref("excluded.state"),
        joinedAt: row.ref("excluded.joinedAt"),
        updatedAt: row.ref("excluded.updatedAt"),
      })),
    )
    .execute();
}
