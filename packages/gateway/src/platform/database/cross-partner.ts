/**
 * The statements that may read across partners: each listed here, word for word, with why it must. Nothing else that
 * runs while Kith serves may; the statement guard knows them by their text.
 */
export const crossPartner = {
  /** `kith partner list`: what the operator of a deployment asks for. */
  partners: "select partner_id, name, created_at from partner order by partner_id",
} as const;

const texts: ReadonlySet<string> = new Set(Object.values(crossPartner));

export const mayCrossPartners = (text: string): boolean => texts.has(text);
