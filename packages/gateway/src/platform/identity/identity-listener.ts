import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../graphql/context.js";
import { describeError } from "../graphql/describe-error.js";
import { IDENTITY_CHANNEL, type IdentityChange, parseIdentityChange } from "./identity-changes.js";

const BEAT_EVERY = 1000;
/** A beat older than this proves nothing any more: a connection can die without a word. */
const FRESH = 3000;
const CONNECT_WITHIN = 5000;
const RETRY_AFTER = [100, 300, 1000, 2000] as const;

export interface IdentityListener {
  /** Whether every change committed up to a moment ago has come through. */
  heard(): boolean;
  stop(): Promise<void>;
}

/**
 * Listens with a client of its own: a pooled one would forget that it listens. Each beat is sent down the same channel
 * and must come back, so that a proxy which swallows notifications is noticed too.
 */
export function listenForIdentityChanges(options: {
  readonly url: string;
  readonly log: Log;
  onChange(change: IdentityChange): void;
  /** Changes may have been missed. */
  onGap(): void;
}): IdentityListener {
  const { url, log, onChange, onGap } = options;
  const stopping = new AbortController();
  let beatHeard = Number.NEGATIVE_INFINITY;

  async function listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: "kith identity",
      connectionTimeoutMillis: CONNECT_WITHIN,
      query_timeout: CONNECT_WITHIN,
      keepAlive: true,
    });
    const beats = new Map<string, number>();
    const ended = new Promise<never>((_, reject) => {
      client.on("error", reject);
      client.on("end", () => reject(new Error("The connection ended")));
    });
    ended.catch(() => undefined);
    client.on("notification", ({ payload = "" }) => {
      const sentAt = beats.get(payload);
      if (sentAt !== undefined) beatHeard = sentAt;
      else if (!payload.startsWith("beat ")) onChange(parseIdentityChange(payload));
    });
    const stop = () => void client.end().catch(() => undefined);
    try {
      await client.connect();
      stopping.signal.addEventListener("abort", stop, { once: true });
      await client.query(`listen ${IDENTITY_CHANNEL}`);
      onGap();
      while (!stopping.signal.aborted) {
        const beat = `beat ${randomUUID()}`;
        beats.clear();
        beats.set(beat, performance.now());
        await client.query("select pg_notify($1, $2)", [IDENTITY_CHANNEL, beat]);
        await Promise.race([ended, wait(BEAT_EVERY, undefined, { signal: stopping.signal })]);
      }
    } finally {
      beatHeard = Number.NEGATIVE_INFINITY;
      stopping.signal.removeEventListener("abort", stop);
      await client.end().catch(() => undefined);
    }
  }

  async function keepListening(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      const since = performance.now();
      try {
        await listen();
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (performance.now() - since > CONNECT_WITHIN) failures = 0;
        log.warn({ error: describeError(error) }, "revocations are not heard; every credential is checked again");
      }
      const pause = RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)];
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const done = keepListening();
  return {
    heard: () => performance.now() - beatHeard < FRESH,
    async stop() {
      stopping.abort();
      await done;
    },
  };
}
