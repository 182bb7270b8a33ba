import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../graphql/context.js";
import { describeError } from "../graphql/describe-error.js";

/** A ring need not wait for a beat; the driver's types do not know it yet. */
const PIPELINE = { pipeline: true };
const BEAT_EVERY = 1000;
/** A beat older than this proves nothing any more: a connection can die without a word. */
const FRESH = 3000;
const CONNECT_WITHIN = 5000;
const RETRY_AFTER = [100, 300, 1000, 2000] as const;

export interface Listener {
  /** Whether everything committed up to a moment ago has come through. */
  heard(): boolean;
  /** An empty notification to all who listen, and to this one; dropped while there is no connection. */
  ring(): void;
  stop(): Promise<void>;
}

/**
 * Listens to one channel with a client of its own: a pooled one would forget that it listens. Each beat is sent down the
 * same channel and must come back, so that a proxy which swallows notifications is noticed too.
 */
export function listen(options: {
  readonly url: string;
  readonly channel: string;
  /** What PostgreSQL calls the connection. */
  readonly name: string;
  readonly log: Log;
  /** Logged while nothing is heard. */
  readonly lost: string;
  onNotification(payload: string): void;
  /** Some may have been missed. */
  onGap(): void;
}): Listener {
  const { url, channel, name, log, lost, onNotification, onGap } = options;
  const stopping = new AbortController();
  let beatHeard = Number.NEGATIVE_INFINITY;
  let connected: pg.Client | null = null;

  async function listenOnce(): Promise<void> {
    const client = new pg.Client({
      connectionString: url,
      application_name: name,
      connectionTimeoutMillis: CONNECT_WITHIN,
      query_timeout: CONNECT_WITHIN,
      keepAlive: true,
      ...PIPELINE,
      // What is sent here changes nothing, so that nobody need wait until it is on disk.
      options: "-c synchronous_commit=off",
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
      else if (!payload.startsWith("beat ")) onNotification(payload);
    });
    const stop = () => void client.end().catch(() => undefined);
    try {
      await client.connect();
      stopping.signal.addEventListener("abort", stop, { once: true });
      await client.query(`listen ${channel}`);
      connected = client;
      onGap();
      while (!stopping.signal.aborted) {
        const beat = `beat ${randomUUID()}`;
        beats.clear();
        beats.set(beat, performance.now());
        await client.query("select pg_notify($1, $2)", [channel, beat]);
        await Promise.race([ended, wait(BEAT_EVERY, undefined, { signal: stopping.signal })]);
      }
    } finally {
      connected = null;
      beatHeard = Number.NEGATIVE_INFINITY;
      stopping.signal.removeEventListener("abort", stop);
      await client.end().catch(() => undefined);
    }
  }

  async function keepListening(): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      const since = performance.now();
      try {
        await listenOnce();
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (performance.now() - since > CONNECT_WITHIN) failures = 0;
        log.warn({ error: describeError(error) }, lost);
      }
      const pause = RETRY_AFTER[Math.min(failures, RETRY_AFTER.length - 1)];
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const done = keepListening();
  return {
    heard: () => performance.now() - beatHeard < FRESH,
    ring: () => void connected?.query("select pg_notify($1, '')", [channel]).catch(() => undefined),
    async stop() {
      stopping.abort();
      await done;
    },
  };
}
