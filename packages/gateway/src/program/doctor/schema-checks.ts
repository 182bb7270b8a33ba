import { readFile } from "node:fs/promises";
import type pg from "pg";
import { GATEWAY_ROLE } from "../../platform/database/gateway-role.js";
import { readMigrations } from "../../platform/database/migration-files.js";
import { type Finding, fail, ok, warn } from "./finding.js";

/** What migrations make, and what the gateway may do with it. */
export async function* checkSchema(client: pg.Client): AsyncGenerator<Finding> {
  const migrations = await readMigrations();
  const { rows: tables } = await client.query("select to_regclass('public.kysely_migration') is not null as there");
  const { rows } = tables[0].there
    ? await client.query("select name from kysely_migration order by name")
    : { rows: [] };
  const run = new Set(rows.map(({ name }) => name as string));
  const pending = Object.keys(migrations).filter((name) => !run.has(name));
  const unknown = [...run].filter((name) => !(name in migrations));
  if (pending.length > 0) {
    yield fail("migrations", `Not up to date: ${pending.join(", ")} to run.`, "Run kith migrate.");
    return;
  }
  yield unknown.length > 0
    ? warn("migrations", `The database is ahead: ${unknown.join(", ")}.`, "Upgrade this program to what migrated it.")
    : ok("migrations", `Up to date: ${run.size} run.`);
  const rights = Object.assign({}, ...Object.values(migrations).map((migration) => migration.rights ?? {}));
  yield* checkRights(client, rights);
  yield await checkIndexes(client);
}

async function* checkRights(client: pg.Client, rights: Readonly<Record<string, string>>): AsyncGenerator<Finding> {
  const wanted = Object.entries(rights).flatMap(([table, allowed]) =>
    allowed.split(", ").map((right) => ({ table, right })),
  );
  const { rows } = await client.query(
    `select w.name, w.allowed from unnest($1::text[], $2::text[]) as w (name, allowed)
     where not has_table_privilege(current_user, format('public.%I', w.name), w.allowed)`,
    [wanted.map(({ table }) => table), wanted.map(({ right }) => right)],
  );
  if (rows.length > 0) {
    const missing = rows.map(({ name, allowed }) => `${allowed} on ${name}`).join(", ");
    const todo = `Run kith migrate as the owner, then: grant ${GATEWAY_ROLE} to this user.`;
    yield fail("rights", `The database user lacks rights: ${missing}.`, todo);
  } else yield ok("rights", "The database user has every right that serving needs.");

  const { rows: more } = await client.query(`select
    (select rolsuper from pg_roles where rolname = current_user)
    or exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and pg_has_role(current_user, relowner, 'member')) as structure`);
  yield more[0].structure
    ? warn(
        "role",
        "The database user may change the tables' structure.",
        `Serve as a login of your own in role ${GATEWAY_ROLE}; keep the owner for kith migrate.`,
      )
    : ok("role", "The database user may not change the tables' structure.");
}

/** An index that is missing or broken makes no error: only everything slow. */
async function checkIndexes(client: pg.Client): Promise<Finding> {
  const snapshot = JSON.parse(
    await readFile(new URL("../../../schema.snapshot.json", import.meta.url), "utf8"),
  ) as Readonly<Record<string, { readonly indexes: Readonly<Record<string, string>> }>>;
  const wanted = Object.values(snapshot).flatMap(({ indexes }) => Object.keys(indexes));
  const { rows } = await client.query(
    `select w.name from unnest($1::text[]) as w (name)
     where not exists (select from pg_index x join pg_class i on i.oid = x.indexrelid
       where i.relname = w.name and i.relnamespace = 'public'::regnamespace and x.indisvalid)`,
    [wanted],
  );
  if (rows.length === 0) return ok("indexes", `All ${wanted.length} indexes are there and valid.`);
  const names = rows.map(({ name }) => name).join(", ");
  return fail("indexes", `Missing or not valid: ${names}.`, "Make them anew as schema.snapshot.json says (reindex).");
}
