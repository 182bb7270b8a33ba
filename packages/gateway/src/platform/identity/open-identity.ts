import type { KeyObject } from "node:crypto";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.js";
import type { Log } from "../graphql/context.js";
import { type Credentials, identify } from "./identify.js";
import type { Identity } from "./identity.js";
import { identityCache } from "./identity-cache.js";
import type { IdentityChange } from "./identity-changes.js";
import { listenForIdentityChanges } from "./identity-listener.js";

const CREDENTIALS_KEPT = 20_000;

export interface IdentityDesk {
  /** Who asks, or null if they did not say. A credential that proves nothing throws UNAUTHENTICATED with its reason. */
  identify(credentials: Credentials): Promise<Identity | null>;
  /** What something of this gateway's own has just changed, which it need not wait to hear of. */
  forget(change: IdentityChange): void;
  stop(): Promise<void>;
}

/** Proves credentials, and remembers what they proved for as long as it would hear of a change. */
export function openIdentity(options: {
  readonly db: Kysely<Tables>;
  readonly databaseUrl: string;
  readonly encryptionKey: KeyObject;
  readonly log: Log;
  now(): Date;
}): IdentityDesk {
  const { db, databaseUrl, encryptionKey, log, now } = options;
  const listener = listenForIdentityChanges({
    url: databaseUrl,
    log,
    onChange: (change) => cache.forget(change),
    onGap: () => cache.forgetAll(),
  });
  const cache = identityCache({ max: CREDENTIALS_KEPT, heard: listener.heard, now });
  return {
    identify: (credentials) => identify({ db, encryptionKey, cache, now }, credentials),
    forget: cache.forget,
    stop: listener.stop,
  };
}
