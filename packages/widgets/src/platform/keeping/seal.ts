/** A value that only its key opens, and only in its place. */
export interface Sealed {
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Seals a JSON value by AES-GCM; `context` is not kept, and has to be the same when it is opened. */
export async function seal(key: CryptoKey, value: unknown, context: string): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { nonce, sealed: await crypto.subtle.encrypt(how(nonce, context), key, text) };
}

/** Rejects where the key or the context is another, or anything was changed. */
export async function open(key: CryptoKey, { nonce, sealed }: Sealed, context: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(how(nonce, context), key, sealed)));
}

function how(iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(context) };
}
