import { CommandError, EXIT } from "./exit.js";

const SAID = {
  NO_SUCH_PARTNER: "There is no such partner: kith partner list shows all there are.",
  NO_SUCH_KEY: "There is no such key: kith keys list shows a partner's.",
  NO_SUCH_SIGNING_KEY: "There is no such signing key in force: kith keys list shows a partner's.",
  KEY_NOT_OPENED: "KITH_ENCRYPTION_KEY does not open this signing key: it was made under another.",
  ENDS_ALREADY: "This key has ended or is about to: rotate the one that follows it, or make one with kith keys create.",
  IN_THE_PAST: "The old key cannot end in the past: to end it now, use kith keys revoke.",
  TOO_MANY: "A partner may have 50 origins: take some away first.",
} as const;

/** What was done; throws what to say if it was refused. */
export function orRefused<T extends object>(result: T): Exclude<T, { readonly refused: string }> {
  if ("refused" in result) throw new CommandError(SAID[result.refused as keyof typeof SAID], EXIT.FAILED);
  return result as Exclude<T, { readonly refused: string }>;
}
