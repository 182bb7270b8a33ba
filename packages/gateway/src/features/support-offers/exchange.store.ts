import type { ExchangeId, MemberId, PartnerId, SupportOfferId } from "@kith/core/values";
import type { Insertable, Selectable, Transaction, Updateable } from "kysely";
import type { Tables } from "../../platform/database/tables.js";

export type ExchangeRow = Selectable<Tables["exchange"]>;
type Trx = Transaction<Tables>;

/** Only under the lock of its offer. */
export function lockExchange(trx: Trx, partnerId: PartnerId, id: ExchangeId): Promise<ExchangeRow | undefined> {
  return trx
    .selectFrom("exchange")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** The exchange that bars another one between this offer and this recipient, as it is stored. */
export async function lockOpenExchange(
  trx: Trx,
  partnerId: PartnerId,
  offerId: SupportOfferId,
  recipientId: MemberId,
): Promise<ExchangeRow | null> {
  const row = await trx
    .selectFrom("exchange")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("offerId", "=", offerId)
    .where("recipientId", "=", recipientId)
    .where("state", "in", ["PROPOSED", "ACCEPTED"])
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Whether the two are, or were, the sides of an exchange. */
export async function haveExchanged(trx: Trx, partnerId: PartnerId, one: MemberId, other: MemberId): Promise<boolean> {
  const row = await trx
    .selectFrom("exchangeParticipant as mine")
    .innerJoin("exchangeParticipant as theirs", (on) =>
      on.onRef("theirs.partnerId", "=", "mine.partnerId").onRef("theirs.exchangeId", "=", "mine.exchangeId"),
    )
    .select("mine.exchangeId")
    .where("mine.partnerId", "=", partnerId)
    .where("mine.memberId", "=", one)
    .where("theirs.memberId", "=", other)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The exchange and, for lists of one's own, a row for each of its two sides. */
export async function insertExchange(trx: Trx, made: Insertable<Tables["exchange"]>): Promise<void> {
  const { partnerId, id: exchangeId, offerId } = made;
  await trx
    .with("made", (also) => also.insertInto("exchange").values(made))
    .insertInto("exchangeParticipant")
    .values([made.supporterId, made.recipientId].map((memberId) => ({ partnerId, memberId, exchangeId, offerId })))
    .execute();
}

export async function changeExchange(
  trx: Trx,
  exchange: Pick<ExchangeRow, "partnerId" | "id">,
  changes: Updateable<Tables["exchange"]>,
): Promise<void> {
  await trx
    .updateTable("exchange")
    .set(changes)
    .where("partnerId", "=", exchange.partnerId)
    .where("id", "=", exchange.id)
    .execute();
}
