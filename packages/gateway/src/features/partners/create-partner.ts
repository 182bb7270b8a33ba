import type { KeyObject } from "node:crypto";
import type { MatchingDial } from "@kith/core/partners";
import type { PartnerId } from "@kith/core/values";
import type { Database } from "../../platform/database/database.js";
import type { NewSigningKey } from "../../platform/identity/make-keys.js";
import { newId } from "../../platform/writing/new-id.js";
import { makeKey } from "./key.js";
import { insertOrigins, insertPartner } from "./partner.store.js";

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
  return database.transaction(async (trx) => {
    await insertPartner(trx, { partnerId, name, matchingDial });
    await insertOrigins(trx, partnerId, origins);
    const publishable = await makeKey(trx, encryptionKey, partnerId, "PUBLISHABLE");
    const secret = await makeKey(trx, encryptionKey, partnerId, "SECRET");
    const signing = await makeKey(trx, encryptionKey, partnerId, "SIGNING");
    return {
      partnerId,
      publishableKey: publishable.key,
      secretKey: secret.key,
      signingKey: { kid: signing.id, secret: signing.key },
    };
  });
}
