/**
 * The statements that may read across partners: each listed here, word for word, with why it must. Nothing else that
 * runs while Kith serves may; the statement guard knows them by their text.
 */
export const crossPartner = {
  /** `kith partner list`: what the operator of a deployment asks for. */
  partners: "select partner_id, name, created_at from partner order by partner_id",
  /**
   * The outbox in the order of its commits, for all whom a gateway serves. Below the oldest transaction that still runs:
   * whatever commits later stands behind, so that nothing is passed over.
   */
  outbox:
    "select partner_id, id, transaction_id::text, type, object_id, created_at from outbox where (transaction_id, id) > ($1::text::xid8, $2) and transaction_id < pg_snapshot_xmin(pg_current_snapshot()) order by transaction_id, id limit $3",
} as const;

const texts: ReadonlySet<string> = new Set(Object.values(crossPartner));

export const mayCrossPartners = (text: string): boolean => texts.has(text);
