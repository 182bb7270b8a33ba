import type { MemberId, PartnerId } from "@kith/core/values";
import type { Insertable, Selectable, Transaction, Updateable } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import type { Part } from "../../platform/writing/together.js";

export type MemberRow = Selectable<Tables["member"]>;
type Trx = Transaction<Tables>;

/** These members by id. Whoever would change them waits for the commit, so what a rule was told still holds then. */
export async function holdMembers(
  trx: Trx,
  partnerId: PartnerId,
  ids: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, MemberRow>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("member")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("id", "in", ids)
    .orderBy("id")
    .forShare()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whoever changes the member waits here for the one before. */
export function lockMember(
  trx: Trx,
  partnerId: PartnerId,
  by: { readonly id: MemberId } | { readonly externalId: string },
): Promise<MemberRow | undefined> {
  const members = trx.selectFrom("member").selectAll().where("partnerId", "=", partnerId).forNoKeyUpdate();
  return (
    "id" in by ? members.where("id", "=", by.id) : members.where("externalId", "=", by.externalId)
  ).executeTakeFirst();
}

/** Makes the member; where another made them in the same instant, changes those. Answers their id. */
export async function insertMember(
  trx: Trx,
  made: Insertable<Tables["member"]>,
  changes: Omit<Updateable<Tables["member"]>, "pseudonym">,
): Promise<MemberId> {
  const { id } = await trx
    .insertInto("member")
    .values({ ...made, ...changes })
    .onConflict((known) => known.columns(["partnerId", "externalId"]).doUpdateSet(changes))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeMember(
  trx: Trx,
  { partnerId, id }: Pick<MemberRow, "partnerId" | "id">,
  changes: Updateable<Tables["member"]>,
): Promise<void> {
  await trx.updateTable("member").set(changes).where("partnerId", "=", partnerId).where("id", "=", id).execute();
}

/** The zone becomes the member's own where they have none. */
export const keepTimeZone =
  (id: MemberId, timeZone: string, now: Date): Part =>
  (bind) =>
    `update member set time_zone = ${bind(timeZone)}, updated_at = ${bind(now)}
      where partner_id = ${bind.partner} and id = ${bind(id)} and time_zone is null`;
