import type { Tables } from "./tables.js";

/** Every table, all of which belong to partners; the statement guard knows no other. By its name in code. */
const tables: { readonly [T in keyof Tables]: true } = {
  partner: true,
  partnerOrigin: true,
  apiKey: true,
  signingKey: true,
  member: true,
  community: true,
  membership: true,
  supportOffer: true,
  supportOfferKind: true,
  exchange: true,
  exchangeParticipant: true,
  pulseCheckIn: true,
  outbox: true,
  audit: true,
  idempotency: true,
};

const inSql = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** By their names in SQL. */
export const tenantTables: ReadonlySet<string> = new Set(Object.keys(tables).map(inSql));
