import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from "kysely";
import type pg from "pg";
import { BoundedPool } from "./bounded-pool.js";
import { columnParsers } from "./column-parsers.js";
import { GuardedClient } from "./guarded-client.js";
import type { Tables } from "./tables.js";

/** SQL text with its values; one that has a name is prepared on each connection and kept there. */
export interface Statement {
  readonly text: string;
  readonly values: unknown[];
  readonly name?: string | undefined;
}

export interface Database {
  /** Columns and tables in camelCase. All SQL, by whichever way, passes the statement guard. */
  readonly kysely: Kysely<Tables>;
  /** One row's one column `j`, parsed; undefined when there is no row. */
  fetch(statement: Statement): Promise<unknown>;
  /** Statements on one connection, each a transaction of its own: those begun together are sent together, in that order. */
  inTurn<T>(work: (fetch: Database["fetch"]) => Promise<T>): Promise<T>;
  transaction<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Rejects when the database cannot be asked. */
  ping(): Promise<void>;
  close(): Promise<void>;
  readonly pool: pg.Pool;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections at once. */
  readonly poolSize: number;
  /** How long one statement may run. */
  readonly statementTimeoutMs: number;
  /** A connection that was lost while nobody used it; the pool replaces it by itself. */
  onError(error: Error): void;
}

/**
 * How PostgreSQL plans for a gateway. Statements are kept and run for callers of every size, so they always run the one
 * plan that does not depend on values, which is the one that tests read; and as it must guess how long a page is, it is
 * told to prefer an index over reading a whole table. They are too short to be worth compiling to machine code.
 */
export const SESSION = ["timezone=UTC", "jit=off", "plan_cache_mode=force_generic_plan", "enable_seqscan=off"]
  .map((setting) => `-c ${setting}`)
  .join(" ");

/** What is begun before an answer came is sent at once; the driver's types do not know it yet. */
const PIPELINE = { pipeline: true };

/** How long to wait for a connection, new or busy, before giving up. */
const CONNECT_MS = 1_200;
/** Long, because a closed connection takes its prepared statements with it. */
const IDLE_MS = 60 * 60_000;
/** How much later than PostgreSQL we give up ourselves on a statement: only when the network has died. */
const NETWORK_GRACE_MS = 2_000;
const WAITING_PER_CONNECTION = 100;

export function openDatabase({ url, poolSize, statementTimeoutMs, onError }: DatabaseOptions): Database {
  const pool = new BoundedPool(
    {
      connectionString: url,
      Client: GuardedClient,
      application_name: "kith",
      max: poolSize,
      connectionTimeoutMillis: CONNECT_MS,
      idleTimeoutMillis: IDLE_MS,
      keepAlive: true,
      ...PIPELINE,
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: statementTimeoutMs,
      query_timeout: statementTimeoutMs + NETWORK_GRACE_MS,
      options: SESSION,
      types: columnParsers,
    },
    poolSize * WAITING_PER_CONNECTION,
  );
  pool.on("error", onError);
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const inTurn: Database["inTurn"] = async (work) => {
    // The pool's own query throws away the connection of any statement that fails, and all that was prepared on it.
    const client = (await pool.connect()) as pg.PoolClient & GuardedClient;
    const fetch: Database["fetch"] = async ({ text, values, name }) => {
      const statement = name === undefined ? { text, values } : { name, text, values };
      return (await client.query<{ j: unknown }>(statement)).rows[0]?.j;
    };
    try {
      return await client.inOnePacket(() => work(fetch));
    } finally {
      client.release();
    }
  };
  let closed: Promise<void> | undefined;

  return {
    kysely,
    pool,
    fetch: (statement) => inTurn((fetch) => fetch(statement)),
    inTurn,
    transaction: (work) => kysely.transaction().execute(work),
    ping: () => inTurn(async (fetch) => void (await fetch({ text: "select 1 as j", values: [] }))),
    close() {
      closed ??= pool.end();
      return closed;
    },
  };
}
