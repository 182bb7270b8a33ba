import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { GATEWAY_ROLE } from "./gateway-role.js";
import { readMigrations } from "./migration-files.js";
import { migrate, pendingMigrations } from "./migrator.js";
import { testDatabase } from "./testing.js";
import { onServer, urlOf } from "./testing.template.js";

const server = process.env.KITH_TEST_DATABASE_URL!;
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function emptyDatabase(): Promise<string> {
  const name = `kith_empty_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name}`);
  endings.push(() => onServer(server, `drop database ${name} with (force)`));
  return urlOf(server, name);
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

async function migrateInProcess(url: string): Promise<string[]> {
  const script = `import { migrate } from ${JSON.stringify(source("migrator.ts"))};
    console.log(JSON.stringify((await migrate(${JSON.stringify(url)})).applied));`;
  const args = ["--import", source("testing.sources.mjs"), "--input-type=module", "--eval", script];
  return JSON.parse((await promisify(execFile)(process.execPath, args, { cwd: "/" })).stdout);
}

/** All there are, and the first of them. */
const MIGRATIONS = Object.keys(await readMigrations());
const FOUNDATION = MIGRATIONS[0]!;

test("five replicas that start at once migrate once, and none fails", async () => {
  const url = await emptyDatabase();
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrateInProcess(url)));
  expect(applied.flat()).toEqual(MIGRATIONS);
  expect(await query(url, "select name from kysely_migration order by name")).toEqual(MIGRATIONS.map((name) => [name]));
});

test("what is pending is told without changing anything", async () => {
  const url = await emptyDatabase();
  expect(await pendingMigrations(url)).toEqual(MIGRATIONS);
  expect(await query(url, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
  await migrate(url);
  expect(await pendingMigrations(url)).toEqual([]);
  expect((await migrate(url)).applied).toEqual([]);
});

test("the gateway, with its own rights, can tell whether the database is up to date", async () => {
  const { url, drop } = await testDatabase();
  endings.push(drop);
  expect(await pendingMigrations(url)).toEqual([]);
  await expect(migrate(url)).rejects.toMatchObject({ cause: { code: "42501" } });
});

test("a migration that fails half-way leaves nothing behind, and the next attempt works", async () => {
  const url = await emptyDatabase();
  await query(url, "create table outbox (only_here int)");
  await expect(migrate(url)).rejects.toThrow(FOUNDATION);
  expect(
    await query(url, "select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'"),
  ).toEqual([["outbox"]]);
  await query(url, "drop table outbox");
  expect((await migrate(url)).applied).toEqual(MIGRATIONS);
});

test("a replica that dies while migrating does not lock the others out", async () => {
  const url = await emptyDatabase();
  const holder = new pg.Client(url);
  holder.on("error", () => {});
  await holder.connect();
  await holder.query("select pg_advisory_lock(5648102417)");
  const waiting = migrate(url);
  await query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = ''
    and pid <> pg_backend_pid()`,
  );
  expect((await waiting).applied).toEqual(MIGRATIONS);
  await holder.end();
});

test("a user who may not create roles can migrate, is told that the role is missing, and can grant to it later", async () => {
  const url = await emptyDatabase();
  const database = new URL(url).pathname.slice(1);
  const mark = randomBytes(4).toString("hex");
  const [owner, role] = [`kith_owner_${mark}`, `Gateway's "${mark}"`];
  await onServer(server, `create role ${owner} login password 'p'`, `alter database ${database} owner to ${owner}`);
  endings.push(() => onServer(server, `drop role ${owner}`));
  endings.push(() => onServer(url, `reassign owned by ${owner} to current_user`));
  const asOwner = urlOf(server, database, `${owner}:p`);
  expect(await migrate(asOwner, role)).toEqual({ applied: MIGRATIONS, gatewayRole: "MISSING" });
  await onServer(server, `create role ${pg.escapeIdentifier(role)}`);
  endings.push(() =>
    onServer(url, `drop owned by ${pg.escapeIdentifier(role)}`, `drop role ${pg.escapeIdentifier(role)}`),
  );
  expect(await migrate(asOwner, role)).toEqual({ applied: [], gatewayRole: "GRANTED" });
  expect(await query(url, `select has_table_privilege(${pg.escapeLiteral(role)}, 'member', 'select')`)).toEqual([
    [true],
  ]);
});

test("the gateway's role can do what it must and nothing more", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  const may = async (right: string, table: string): Promise<unknown> =>
    ((await query(url, `select has_table_privilege('${GATEWAY_ROLE}', '${table}', '${right}')`)) as unknown[][])[0]![0];
  expect(await may("insert", "audit")).toBe(true);
  for (const right of ["update", "delete", "truncate"]) expect(await may(right, "audit")).toBe(false);
  expect(await may("select", "kysely_migration")).toBe(true);
  expect(await may("insert", "kysely_migration")).toBe(false);
  expect(await may("update", "support_offer")).toBe(true);
  expect(await query(url, `select rolcanlogin, rolsuper from pg_roles where rolname = '${GATEWAY_ROLE}'`)).toEqual([
    [false, false],
  ]);
  expect(
    await query(
      url,
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    and has_table_privilege('${GATEWAY_ROLE}', oid, 'truncate, references, trigger')`,
    ),
  ).toEqual([]);
});
