import { createHash, randomBytes } from "node:crypto";
import { type ApiKeyKind, formatApiKey, formatSigningKeyId } from "@kith/core/partners";
import type { PartnerId } from "@kith/core/values";

const HINT = 4;

export interface NewApiKey {
  readonly id: string;
  /** Shown once, kept by nobody but the partner. */
  readonly text: string;
  readonly hash: Buffer;
  readonly hint: string;
}

export interface NewSigningKey {
  readonly kid: string;
  /** Tokens are signed with these very characters' bytes, as every JWT library does with a secret that is text. */
  readonly secret: string;
}

/** Keys carry their partner's id, so looking one up is a partner's statement like any other. */
export function newApiKey(kind: ApiKeyKind, partnerId: PartnerId): NewApiKey {
  const text = formatApiKey({ kind, partnerId, secret: randomBytes(24).toString("hex") });
  return { id: newKeyId(partnerId), text, hash: hashOf(text), hint: text.slice(-HINT) };
}

export function newSigningKey(partnerId: PartnerId): NewSigningKey {
  return { kid: newKeyId(partnerId), secret: randomBytes(32).toString("base64url") };
}

/** SHA-256 is enough: what is hashed is as random as the hash is long, so there is nothing to guess. */
export function hashOf(credential: string): Buffer {
  return createHash("sha256").update(credential).digest();
}

function newKeyId(partnerId: PartnerId): string {
  return formatSigningKeyId(partnerId, randomBytes(8).toString("hex"));
}
