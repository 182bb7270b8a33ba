import { createSecretKey, type KeyObject } from "node:crypto";
import { parseSigningKeyId } from "@kith/core/partners";
import type { PartnerId } from "@kith/core/values";
import { SignJWT } from "jose";
import type { Database } from "../../platform/database/database.js";
import { findMember, findSigningKey } from "../../platform/identity/identity.store.js";
import { aboutSigningKey, unseal } from "../../platform/identity/seal.js";
import { operatorDeed } from "./operator-deed.js";

export interface MintedToken {
  readonly token: string;
  readonly partnerId: PartnerId;
  readonly expiresAt: Date;
}

/**
 * A member's token, signed here with the partner's own key as its server would: whoever holds it is that member until
 * it ends. For trying; the audit log says that it was made.
 */
export async function mintToken(
  database: Database,
  encryptionKey: KeyObject,
  asked: { readonly kid: string; readonly externalId: string; readonly expiresIn: number; readonly now: Date },
): Promise<MintedToken | { readonly refused: "NO_SUCH_SIGNING_KEY" | "KEY_NOT_OPENED" }> {
  const { kid, externalId, expiresIn, now } = asked;
  const partnerId = parseSigningKeyId(kid)?.partnerId;
  const key = partnerId && (await findSigningKey(database.kysely, partnerId, kid));
  if (!key || (key.endsInMs !== null && key.endsInMs <= 0)) return { refused: "NO_SUCH_SIGNING_KEY" };
  const secret = opened(() => unseal(encryptionKey, key.secretEncrypted, aboutSigningKey(partnerId, kid)));
  if (secret === null) return { refused: "KEY_NOT_OPENED" };
  const issuedAt = Math.floor(now.getTime() / 1000);
  const token = await new SignJWT()
    .setProtectedHeader({ alg: "HS256", kid, typ: "JWT" })
    .setIssuer(partnerId)
    .setAudience("kith")
    .setSubject(externalId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + expiresIn)
    .sign(createSecretKey(secret, "utf8"));
  await database.transaction(async (trx) => {
    const member = await findMember(trx, partnerId, { externalId });
    await operatorDeed(trx, partnerId, { action: "mintToken", objectId: kid, onBehalfOf: member?.pseudonym ?? null });
  });
  return { token, partnerId, expiresAt: new Date((issuedAt + expiresIn) * 1000) };
}

function opened(unseal: () => string): string | null {
  try {
    return unseal();
  } catch {
    return null;
  }
}
