/**
 * The statements that may read across partners: each listed here, word for word, with why it must. Nothing else that
 * runs while Kith serves may; the statement guard knows them by their text.
 */
export const crossPartner = {
  /** `kith partner list`: what the operator of a deployment asks for. */
  partners: "select partner_id, name, created_at from partner order by partner_id",
  /** `kith doctor`: whether the deployment's key opens each signing secret that is still in force. */
  signingKeys:
    "select partner_id, kid, secret_encrypted from signing_key where retired_at is null or retired_at > now()",
  /** `kith doctor`: of each partner and kind, how many keys hold without an end, and when the last of the others ends. */
  keysInForce: `select p.partner_id, k.kind, count(*) filter (where h.id is not null and h.ends is null) as lasting, max(h.ends) as ends
    from partner p cross join (values ('PUBLISHABLE'), ('SECRET'), ('SIGNING')) as k (kind)
    left join (select partner_id, id, kind, revoked_at as ends from api_key
      union all select partner_id, kid, 'SIGNING', retired_at from signing_key) h
      on h.partner_id = p.partner_id and h.kind = k.kind and (h.ends is null or h.ends > now())
    group by p.partner_id, k.kind order by p.partner_id, k.kind`,
  /**
   * The outbox in the order of its commits, for all whom a gateway serves. Below the oldest transaction that still runs:
   * whatever commits later stands behind, so that nothing is passed over.
   */
  outbox:
    "select partner_id, id, transaction_id::text, type, object_id, created_at from outbox where (transaction_id, id) > ($1::text::xid8, $2) and transaction_id < pg_snapshot_xmin(pg_current_snapshot()) order by transaction_id, id limit $3",
} as const;

const texts: ReadonlySet<string> = new Set(Object.values(crossPartner));

export const mayCrossPartners = (text: string): boolean => texts.has(text);
