import type { KeyObject } from "node:crypto";
import { ApiKeyKind } from "@kith/core/partners";
import type { PartnerId } from "@kith/core/values";
import type { Transaction } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import { newApiKey, newSigningKey } from "../../platform/identity/make-keys.js";
import { aboutSigningKey, seal } from "../../platform/identity/seal.js";
import { insertApiKey, insertSigningKey } from "./partner.store.js";

export const KeyKind = { ...ApiKeyKind, SIGNING: "SIGNING" } as const;
export type KeyKind = (typeof KeyKind)[keyof typeof KeyKind];

/** What is shown once: Kith keeps a hash of an `sk_` or `pk_`, and a signing secret only as sealed. */
export interface NewKey {
  /** `kid_…`: names the key in lists, in the audit log and, for a signing key, in the tokens it signs. */
  readonly id: string;
  readonly kind: KeyKind;
  /** The `sk_…` or `pk_…` itself; of a signing key its secret. */
  readonly key: string;
}

/** Makes a key and stores what may be kept of it. */
export async function makeKey(
  trx: Transaction<Tables>,
  encryptionKey: KeyObject,
  partnerId: PartnerId,
  kind: KeyKind,
): Promise<NewKey> {
  if (kind === "SIGNING") {
    const { kid, secret } = newSigningKey(partnerId);
    const secretEncrypted = seal(encryptionKey, secret, aboutSigningKey(partnerId, kid));
    await insertSigningKey(trx, { partnerId, kid, secretEncrypted });
    return { id: kid, kind, key: secret };
  }
  const { id, text, hash, hint } = newApiKey(kind, partnerId);
  await insertApiKey(trx, { partnerId, id, kind, hash, hint });
  return { id, kind, key: text };
}
