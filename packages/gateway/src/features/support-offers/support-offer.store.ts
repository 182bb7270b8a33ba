import type { ExchangeId, PartnerId, SupportKind, SupportOfferId } from "@kith/core/values";
import type { Insertable, Selectable, Transaction, Updateable } from "kysely";
import type { Tables } from "../../platform/database/tables.js";

export type SupportOfferRow = Selectable<Tables["supportOffer"]>;
type Trx = Transaction<Tables>;

/** Whoever changes the offer, proposes on it or takes one of its seats waits here for the one before. */
export function lockSupportOffer(
  trx: Trx,
  partnerId: PartnerId,
  id: SupportOfferId,
): Promise<SupportOfferRow | undefined> {
  return trx
    .selectFrom("supportOffer")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** The offer that an exchange belongs to, locked before the exchange itself. */
export function lockSupportOfferOf(
  trx: Trx,
  partnerId: PartnerId,
  exchangeId: ExchangeId,
): Promise<SupportOfferRow | undefined> {
  return trx
    .selectFrom("supportOffer")
    .selectAll()
    .where("partnerId", "=", partnerId)
    .where("id", "=", (from) =>
      from.selectFrom("exchange").select("offerId").where("partnerId", "=", partnerId).where("id", "=", exchangeId),
    )
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** The offer and, for lists that filter by kind, a row for each of its kinds. */
export async function insertSupportOffer(trx: Trx, made: Insertable<Tables["supportOffer"]>): Promise<void> {
  await trx
    .with("made", (also) => also.insertInto("supportOffer").values(made))
    .insertInto("supportOfferKind")
    .values(kindRows(made))
    .execute();
}

export async function changeSupportOffer(
  trx: Trx,
  offer: Pick<SupportOfferRow, "partnerId" | "id">,
  changes: Updateable<Tables["supportOffer"]>,
): Promise<void> {
  await trx
    .updateTable("supportOffer")
    .set(changes)
    .where("partnerId", "=", offer.partnerId)
    .where("id", "=", offer.id)
    .execute();
}

/** Only under the offer's lock. */
export async function addToAcceptedCount(
  trx: Trx,
  { partnerId, id }: Pick<SupportOfferRow, "partnerId" | "id">,
  by: number,
): Promise<void> {
  await trx
    .updateTable("supportOffer")
    .set((row) => ({ acceptedCount: row("acceptedCount", "+", by) }))
    .where("partnerId", "=", partnerId)
    .where("id", "=", id)
    .execute();
}

/** One row a kind it has now, none it no longer has. */
export async function changeKinds(
  trx: Trx,
  offer: Pick<SupportOfferRow, "partnerId" | "id" | "communityId">,
  kinds: readonly SupportKind[],
): Promise<void> {
  await trx
    .deleteFrom("supportOfferKind")
    .where("partnerId", "=", offer.partnerId)
    .where("offerId", "=", offer.id)
    .where("kind", "not in", kinds)
    .execute();
  await trx
    .insertInto("supportOfferKind")
    .values(kindRows({ ...offer, kinds }))
    .onConflict((known) => known.doNothing())
    .execute();
}

const kindRows = (offer: {
  readonly partnerId: PartnerId;
  readonly id: SupportOfferId;
  readonly communityId?: SupportOfferRow["communityId"];
  readonly kinds: readonly SupportKind[];
}): Insertable<Tables["supportOfferKind"]>[] =>
  offer.kinds.map((kind) => ({
    partnerId: offer.partnerId,
    audienceId: offer.communityId ?? offer.partnerId,
    kind,
    offerId: offer.id,
  }));
