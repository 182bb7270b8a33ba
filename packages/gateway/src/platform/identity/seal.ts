import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

const FORM = 1;
const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM. `about` says what is sealed and is checked on opening, so that a sealed secret moved to another row does
 * not open. The first byte names the form, for the day there is another.
 */
export function seal(key: KeyObject, secret: string, about: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(FORM), nonce, cipher.getAuthTag(), sealed]);
}

/** Throws if it was sealed under another key, about something else, or was changed. */
export function unseal(key: KeyObject, sealed: Buffer, about: string): string {
  if (sealed[0] !== FORM) throw new Error("Sealed in a form this version does not know");
  const nonce = sealed.subarray(1, 1 + NONCE);
  const tag = sealed.subarray(1 + NONCE, 1 + NONCE + TAG);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(about));
  decipher.setAuthTag(tag);
  return decipher.update(sealed.subarray(1 + NONCE + TAG), undefined, "utf8") + decipher.final("utf8");
}

/** What a signing secret is sealed about. */
export function aboutSigningKey(partnerId: string, kid: string): string {
  return `${partnerId} ${kid}`;
}
