import type { KeyObject } from "node:crypto";
import type pg from "pg";
import { crossPartner } from "../../platform/database/cross-partner.js";
import { aboutSigningKey, unseal } from "../../platform/identity/seal.js";
import { type Finding, fail, ok, warn } from "./finding.js";

const SOON_MS = 7 * 86_400_000;
const MOST_NAMED = 5;

/** Whether the encryption key opens what is stored, and whether every partner has keys that hold. */
export async function* checkKeys(client: pg.Client, encryptionKey: KeyObject | null): AsyncGenerator<Finding> {
  const { rows: sealed } = await client.query(crossPartner.signingKeys);
  if (encryptionKey) {
    const closed = sealed.filter((row) => !opens(encryptionKey, row));
    const what = `${sealed.length - closed.length} of ${sealed.length} signing keys open under KITH_ENCRYPTION_KEY.`;
    yield closed.length === 0
      ? ok("encryption-key", what)
      : fail("encryption-key", what, "Use the key they were made under, or make new signing keys: kith keys create.");
  }

  const { rows: kinds } = await client.query(crossPartner.keysInForce);
  const partners = new Map<string, typeof kinds>();
  for (const row of kinds) partners.set(row.partner_id, [...(partners.get(row.partner_id) ?? []), row]);
  if (partners.size === 0) {
    yield warn("keys", "There is no partner yet.", "Make one: kith partner create.");
    return;
  }
  const without = kinds.filter(({ lasting, ends }) => Number(lasting) === 0 && ends === null);
  const ending = kinds.filter(
    ({ lasting, ends }) => Number(lasting) === 0 && ends !== null && new Date(ends).getTime() < Date.now() + SOON_MS,
  );
  const named = (rows: typeof kinds) =>
    rows
      .slice(0, MOST_NAMED)
      .map(({ partner_id, kind }) => `${partner_id} (${String(kind).toLowerCase()})`)
      .join(", ") + (rows.length > MOST_NAMED ? `, and ${rows.length - MOST_NAMED} more` : "");
  if (without.length > 0) {
    yield warn("keys", `No key in force: ${named(without)}.`, "If that is not meant: kith keys create.");
  }
  if (ending.length > 0) {
    yield warn("keys", `The last key ends within a week: ${named(ending)}.`, "kith keys create, and give it out.");
  }
  if (without.length + ending.length === 0) {
    yield ok("keys", `Each of ${partners.size} partners has a key of each kind in force.`);
  }
}

function opens(
  key: KeyObject,
  row: { readonly partner_id: string; readonly kid: string; readonly secret_encrypted: Buffer },
): boolean {
  try {
    unseal(key, row.secret_encrypted, aboutSigningKey(row.partner_id, row.kid));
    return true;
  } catch {
    return false;
  }
}
