import type { KeyObject } from "node:crypto";
import type { MatchingDial } from "@kith/core/partners";
import type { PartnerId } from "@kith/core/values";
import type { Database } from "../../platform/database/database.js";
import { type NewSigningKey, newApiKey, newSigningKey } from "../../platform/identity/make-keys.js";
import { aboutSigningKey, seal } from "../../platform/identity/seal.js";
import { newId } from "../../platform/writing/new-id.js";
import { insertApiKey, insertOrigins, insertPartner, insertSigningKey } from "./partner.store.js";

export interface NewPartner {
  readonly name: string;
  readonly origins: readonly string[];
  readonly matchingDial: MatchingDial;
}

/** Shown once: Kith keeps hashes of the keys and the signing secret only as sealed. */
export interface CreatedPartner {
  readonly partnerId: PartnerId;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly signingKey: NewSigningKey;
}

/** A partner with all it needs to begin. The input is one that core's `createPartnerInput` has passed. */
export function createPartner(
  database: Database,
  encryptionKey: KeyObject,
  { name, origins, matchingDial }: NewPartner,
): Promise<CreatedPartner> {
  const partnerId = newId("prt");
  const publishable = newApiKey("PUBLISHABLE", partnerId);
  const secret = newApiKey("SECRET", partnerId);
  const signingKey = newSigningKey(partnerId);
  const sealed = seal(encryptionKey, signingKey.secret, aboutSigningKey(partnerId, signingKey.kid));
  return database.transaction(async (trx) => {
    await insertPartner(trx, { partnerId, name, matchingDial });
    await insertOrigins(trx, partnerId, origins);
    await insertApiKey(trx, {
      partnerId,
      id: publishable.id,
      kind: "PUBLISHABLE",
      hash: publishable.hash,
      hint: publishable.hint,
    });
    await insertApiKey(trx, { partnerId, id: secret.id, kind: "SECRET", hash: secret.hash, hint: secret.hint });
    await insertSigningKey(trx, { partnerId, kid: signingKey.kid, secretEncrypted: sealed });
    return { partnerId, publishableKey: publishable.text, secretKey: secret.text, signingKey };
  });
}
