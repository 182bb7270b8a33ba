import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startEmbeddedPostgres } from "./embedded.js";
import { GATEWAY_ROLE } from "./gateway-role.js";
import { migrate } from "./migrator.js";

/** What the migrations make, as PostgreSQL itself says it; each part by name. */
export interface TableSnapshot {
  /** `text collate "C" not null default 'x'` */
  readonly columns: Readonly<Record<string, string>>;
  readonly constraints: Readonly<Record<string, string>>;
  /** Those that are not constraints. */
  readonly indexes: Readonly<Record<string, string>>;
  /** What the gateway's role may do. */
  readonly gateway: string;
}
export type SchemaSnapshot = Readonly<Record<string, TableSnapshot>>;

const FILE = fileURLToPath(new URL("../../../schema.snapshot.json", import.meta.url));

/** Writes `schema.snapshot.json` from a fresh, migrated database; with `check` only compares. True: it was up to date. */
export async function writeSchemaSnapshot({ check }: { readonly check: boolean }): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), "kith-schema-"));
  const server = await startEmbeddedPostgres({ directory, fast: true });
  try {
    await migrate(server.url);
    const text = snapshotText(await readSchema(server.url));
    const same = text === (await keptSnapshot());
    if (!same && !check) await writeFile(FILE, text);
    return same;
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** What is committed; empty when nothing is. */
export const keptSnapshot = (): Promise<string> => readFile(FILE, "utf8").catch(() => "");

export const snapshotText = (schema: SchemaSnapshot): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Reads every table of a migrated database but the migrator's own. */
export async function readSchema(url: string): Promise<SchemaSnapshot> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<TableSnapshot & { name: string }>(SCHEMA, [GATEWAY_ROLE]);
    return Object.fromEntries(rows.map(({ name, ...table }) => [name, table]));
  } finally {
    await client.end();
  }
}

/** `json_object_agg`, not jsonb, as that one keeps its order. */
const SCHEMA = `
select t.relname as name,
  (select json_object_agg(a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
      'collate "' || nullif(l.collname, 'default') || '"',
      case when a.attnotnull then 'not null' end,
      case a.attgenerated when 's' then 'generated as ' || pg_get_expr(d.adbin, d.adrelid)
        else 'default ' || pg_get_expr(d.adbin, d.adrelid) end) order by a.attnum)
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    left join pg_collation l on l.oid = a.attcollation
    where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
  (select coalesce(json_object_agg(c.conname, pg_get_constraintdef(c.oid) order by c.conname collate "C"), '{}')
    from pg_constraint c where c.conrelid = t.oid and c.contype <> 'n') as constraints,
  (select coalesce(json_object_agg(i.relname, pg_get_indexdef(i.oid) order by i.relname collate "C"), '{}')
    from pg_index x join pg_class i on i.oid = x.indexrelid
    where x.indrelid = t.oid and not exists (select from pg_constraint c where c.conindid = i.oid and c.conrelid = t.oid)) as indexes,
  (select coalesce(string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), '')
    from aclexplode(t.relacl) g join pg_roles r on r.oid = g.grantee where r.rolname = $1) as gateway
from pg_class t
where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relname not like 'kysely_migration%'
order by t.relname collate "C"`;
