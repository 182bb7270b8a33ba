import { isId, type PartnerId } from "../values/index.js";

/** Secret keys stay on the partner's server; publishable ones stand in pages. */
export const ApiKeyKind = { SECRET: "SECRET", PUBLISHABLE: "PUBLISHABLE" } as const;
export type ApiKeyKind = (typeof ApiKeyKind)[keyof typeof ApiKeyKind];

const PREFIX = { SECRET: "sk", PUBLISHABLE: "pk" } as const satisfies Record<ApiKeyKind, string>;
const KEY = /^(sk|pk)_([^_]{26})_([A-Za-z0-9_-]{16,128})$/;
const KID = /^kid_([^_]{26})_[A-Za-z0-9_-]{1,64}$/;

/** A key as it reads, before anything is known of it. */
export interface ApiKey {
  readonly kind: ApiKeyKind;
  /** Whose key it says it is: nothing is proved until its hash is found there. */
  readonly partnerId: PartnerId;
  /** 16 to 128 characters of A-Z, a-z, 0-9, `_`, `-`. */
  readonly secret: string;
}

/** Reads `sk_` or `pk_`, the 26 characters of the partner's id, `_`, the secret part; null for anything else. */
export function parseApiKey(text: string): ApiKey | null {
  const [, prefix, partner, secret] = KEY.exec(text) ?? [];
  const partnerId = partnerIdOf(partner);
  if (partnerId === null || secret === undefined) return null;
  return { kind: prefix === PREFIX.SECRET ? ApiKeyKind.SECRET : ApiKeyKind.PUBLISHABLE, partnerId, secret };
}

/** Writes a key; `parseApiKey` reads it back. */
export function formatApiKey({ kind, partnerId, secret }: ApiKey): string {
  return `${PREFIX[kind]}_${partnerId.slice("prt_".length)}_${secret}`;
}

/**
 * Whose signing key a `kid` names: `kid_`, the 26 characters of the partner's id, `_`, 1 to 64 characters of A-Z, a-z,
 * 0-9, `_`, `-`. Null for anything else.
 */
export function parseSigningKeyId(kid: string): { readonly partnerId: PartnerId } | null {
  const partnerId = partnerIdOf(KID.exec(kid)?.[1]);
  return partnerId === null ? null : { partnerId };
}

/** Writes a `kid`; `parseSigningKeyId` reads it back. */
export function formatSigningKeyId(partnerId: PartnerId, random: string): string {
  return `kid_${partnerId.slice("prt_".length)}_${random}`;
}

function partnerIdOf(body: string | undefined): PartnerId | null {
  const id = `prt_${body ?? ""}`;
  return isId("prt", id) ? id : null;
}
