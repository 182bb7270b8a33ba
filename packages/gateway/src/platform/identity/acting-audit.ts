import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.js";
import { isUnavailable } from "../database/unavailable.js";
import type { Log } from "../graphql/context.js";
import { describeError } from "../graphql/describe-error.js";
import { newId } from "../writing/new-id.js";
import type { MemberViewer } from "./viewer.js";

const FLUSH_EVERY = 1000;
const AT_ONCE = 500;
/** Kept while the database is away; past that the oldest are lost, and the log says how many. */
const KEPT = 20_000;

/** Each time a partner's server did or read something as a member, for that member to see. */
export interface ActingAudit {
  /** `field` is a root field of what was asked: it says what was done or read, whatever the caller named it. */
  record(viewer: MemberViewer, field: string, requestId: string, at: Date): void;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

type Row = ReturnType<typeof rowOf>;

/** Written once a second and not while a request waits: an answer is never slower for being accounted for. */
export function actingAudit({ db, log }: { db: Kysely<Tables>; log: Log }): ActingAudit {
  let waiting: Row[] = [];
  let flushing: Promise<void> = Promise.resolve();

  // A row may be there already: a commit can succeed though its answer got lost.
  const insert = (rows: readonly Row[]) =>
    db
      .insertInto("audit")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["partnerId", "id"]).doNothing())
      .execute();

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting.slice(0, AT_ONCE);
      await insert(rows).catch((error: unknown) => (isUnavailable(error) ? Promise.reject(error) : oneByOne(rows)));
      waiting = waiting.slice(rows.length);
    }
  }

  /** One row that cannot stand, such as one about a partner who has just been removed, must not hold up the others. */
  async function oneByOne(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      await insert([row]).catch((error: unknown) => {
        if (isUnavailable(error)) throw error;
        log.error({ error: describeError(error), partnerId: row.partnerId }, "audit row refused");
      });
    }
  }

  function flush(): Promise<void> {
    flushing = flushing.then(writeWaiting).catch((error: unknown) => {
      const lost = Math.max(0, waiting.length - KEPT);
      waiting = waiting.slice(lost);
      log.error({ error: describeError(error), waiting: waiting.length, lost }, "audit not written yet");
    });
    return flushing;
  }

  const timer = setInterval(() => waiting.length > 0 && void flush(), FLUSH_EVERY).unref();
  return {
    record(viewer, field, requestId, at) {
      waiting.push(rowOf(viewer, field, requestId, at));
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

function rowOf(viewer: MemberViewer, action: string, requestId: string, at: Date) {
  return {
    partnerId: viewer.partnerId,
    id: newId("aud"),
    at,
    actorKind: "SERVER" as const,
    actor: viewer.actingKeyId ?? "",
    onBehalfOf: viewer.pseudonym,
    action,
    objectId: null,
    requestId,
  };
}
