import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { GATEWAY_ROLE, grantRights, type Rights } from "./gateway-role.js";
import { readMigrations } from "./migration-files.js";

export interface Migrated {
  /** The names of those that ran now; none when there was nothing to do. */
  readonly applied: readonly string[];
  /** MISSING: the role does not exist and this user may not create it. Create it, then migrate again. */
  readonly gatewayRole: "GRANTED" | "MISSING";
}

/** Any number; whoever holds it in a database is the one who migrates it. */
const LOCK = 5_648_102_417;

/**
 * Brings a database up to date and gives the gateway's role its rights. All migrations happen or none; of several
 * calls at once, one works and the others wait.
 */
export function migrate(url: string, role = GATEWAY_ROLE): Promise<Migrated> {
  return withMigrator(url, async (migrator, client) => {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) {
      const failed = results.find(({ status }) => status === "Error")?.migrationName;
      throw new Error(failed ? `The migration ${failed} failed.` : "The migrations could not run.", { cause: error });
    }
    const rights = Object.values(await readMigrations()).map((migration) => migration.rights);
    const granted = await grantRights(client, role, Object.assign({}, ...rights) as Rights);
    return {
      applied: results.map(({ migrationName }) => migrationName),
      gatewayRole: granted ? "GRANTED" : "MISSING",
    };
  });
}

/** The names of those that `migrate` would run. Changes nothing. */
export function pendingMigrations(url: string): Promise<string[]> {
  return withMigrator(url, async (migrator) =>
    (await migrator.getMigrations()).filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name),
  );
}

async function withMigrator<T>(
  url: string,
  work: (migrator: Migrator, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: "kith migrate",
    max: 2,
    connectionTimeoutMillis: 10_000,
  });
  // Whoever uses a lost connection hears of it from the statement it runs; the pool listens to those it lent to nobody.
  pool.on("error", () => {});
  try {
    const client = await pool.connect();
    client.on("error", () => {});
    try {
      const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
      return await work(new Migrator({ db, provider: { getMigrations: readMigrations } }), client);
    } finally {
      // Closing the connection gives the lock back.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
