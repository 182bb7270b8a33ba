/** What only the people who build the page can mend, by the gateway's reason. */
const THEIRS: Readonly<Record<string, string>> = {
  ORIGIN_NOT_ALLOWED: "this page's origin is not on the partner's list of allowed origins.",
  SECRET_KEY_IN_BROWSER: "a secret key (sk_) was sent from a page. Revoke it, and use the publishable key (pk_).",
  KEY_UNKNOWN: "no such key. Is `publishable-key` from another gateway?",
  KEY_REVOKED: "the publishable key has been revoked.",
  TOKEN_INVALID: "the member token is not one, or not signed by a key of the partner's.",
  TOKEN_NOT_YET_VALID: "the member token begins later than now. Is the server's clock right?",
  TOKEN_TOO_LONG_LIVED: "the member token lives longer than an hour.",
  TOKEN_WRONG_AUDIENCE: "the member token's `aud` is not `kith`.",
  TOKEN_WRONG_ISSUER: "the member token's `iss` is not the partner whose key signed it.",
  TOKEN_SUBJECT_INVALID: "the member token's `sub` is not an opaque id of 1 to 128 characters.",
  TOKEN_CARRIES_ROLE: "the member token carries a role or scope. It may only name a person.",
};

const told = new Set<string>();

/**
 * Says in the console, once for each, what a page's developer has to mend: its reader can do nothing about it, and is
 * told no more than that something is not open to them. No token, key or name is ever part of it.
 * Fetched only where something was refused.
 */
export function tellDeveloper(reason: string | undefined): void {
  const fault = reason && Object.hasOwn(THEIRS, reason) ? THEIRS[reason] : undefined;
  if (!reason || !fault || told.has(reason)) return;
  told.add(reason);
  console.warn(`Kith: ${fault} (${reason})`);
}
