import type { KeyObject } from "node:crypto";
import type { Kysely } from "kysely";
import { listen } from "../database/listener.js";
import type { Tables } from "../database/tables.js";
import type { Log } from "../graphql/context.js";
import { type Credentials, identify } from "./identify.js";
import type { Identity } from "./identity.js";
import { identityCache } from "./identity-cache.js";
import { IDENTITY_CHANNEL, type IdentityChange, parseIdentityChange } from "./identity-changes.js";

const CREDENTIALS_KEPT = 20_000;

/** Hears what changed; null when anything may have, unheard. */
export type Watcher = (change: IdentityChange | null) => void;

export interface IdentityDesk {
  /** Who asks, or null if they did not say. A credential that proves nothing throws UNAUTHENTICATED with its reason. */
  identify(credentials: Credentials): Promise<Identity | null>;
  /** What something of this gateway's own has just changed, which it need not wait to hear of. */
  forget(change: IdentityChange): void;
  /** Tells of each change until the function it answers is called. */
  watch(watcher: Watcher): () => void;
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
  const watching = new Set<Watcher>();
  /** Null for anything, anywhere. */
  const changed = (change: IdentityChange | null) => {
    if (change) cache.forget(change);
    else cache.forgetAll();
    for (const watcher of watching) watcher(change);
  };
  const listener = listen({
    url: databaseUrl,
    channel: IDENTITY_CHANNEL,
    name: "kith identity",
    log,
    lost: "revocations are not heard; every credential is checked again",
    onNotification: (payload) => changed(parseIdentityChange(payload)),
    onGap: () => changed(null),
  });
  const cache = identityCache({ max: CREDENTIALS_KEPT, heard: listener.heard, now });
  return {
    identify: (credentials) => identify({ db, encryptionKey, cache, now }, credentials),
    forget: changed,
    watch(watcher) {
      watching.add(watcher);
      return () => void watching.delete(watcher);
    },
    stop: listener.stop,
  };
}
