import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Database, type DatabaseOptions, openDatabase } from "./database.js";
import { startEmbeddedPostgres } from "./embedded.js";
import { migrate } from "./migrator.js";
import { type TestDatabase, testDatabase } from "./testing.js";
import { isUnavailable } from "./unavailable.js";

const PARTNER = `prt_${"0".repeat(26)}`;

let server: TestDatabase;
const endings: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  server = await testDatabase();
  const admin = new pg.Client(server.adminUrl);
  await admin.connect();
  await admin.query("insert into partner (partner_id, name) values ($1, 'Here')", [PARTNER]);
  await admin.end();
});
afterAll(() => server.drop());
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

function open(options: Partial<DatabaseOptions> = {}): Database {
  const database = openDatabase({ url: server.url, poolSize: 2, statementTimeoutMs: 5_000, onError() {}, ...options });
  endings.push(() => database.close());
  return database;
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable("it should have failed"),
    (error: unknown) => error,
  );

test("one row's JSON comes back parsed, and no row as undefined", async () => {
  const database = open();
  const text = "select json_build_object('name', name) as j from partner where partner_id = $1";
  expect(await database.fetch({ text, values: [PARTNER] })).toEqual({ name: "Here" });
  expect(await database.fetch({ text, values: [`${PARTNER.slice(0, -1)}1`] })).toBeUndefined();
});

test("a named statement is prepared once and stays", async () => {
  const database = open({ poolSize: 1 });
  const statement = {
    name: "kept",
    text: "select to_json(name) as j from partner where partner_id = $1",
    values: [PARTNER],
  };
  expect(await database.fetch(statement)).toBe("Here");
  expect(await database.fetch(statement)).toBe("Here");
  const { rows } = await database.pool.query("select name from pg_prepared_statements");
  expect(rows).toEqual([{ name: "kept" }]);
});

test("statements begun together are not sent one by one: each write to the socket costs as much as asking", async () => {
  const database = open({ poolSize: 1 });
  const text = "select to_json(name) as j from partner where partner_id = $1";
  const statement = { text, values: [PARTNER] };
  const client = await database.pool.connect();
  const { stream } = (client as unknown as { connection: { stream: Record<"_write" | "_writev", () => void> } })
    .connection;
  client.release();
  const written = vi.spyOn(stream, "_writev");
  const one = vi.spyOn(stream, "_write");
  const both = await database.inTurn((fetch) => Promise.all([fetch(statement), fetch(statement)]));
  expect(both).toEqual(["Here", "Here"]);
  expect(written.mock.calls.length + one.mock.calls.length).toBe(1);
});

test("no way round the guard: builder, raw, fetch, pool, client and transaction", async () => {
  const database = open();
  const text = "select name from partner";
  const refused = { name: "UnboundStatement", statement: expect.stringContaining("partner") };
  await expect(database.kysely.selectFrom("partner").select("name").execute()).rejects.toMatchObject(refused);
  await expect(sql.raw(text).execute(database.kysely)).rejects.toMatchObject(refused);
  await expect(database.fetch({ text, values: [] })).rejects.toMatchObject(refused);
  await expect(database.fetch({ text, values: [], name: "n" })).rejects.toMatchObject(refused);
  await expect(database.pool.query(text)).rejects.toMatchObject(refused);
  await expect(database.pool.query({ text })).rejects.toMatchObject(refused);
  await expect(database.transaction((trx) => trx.selectFrom("partner").select("name").execute())).rejects.toMatchObject(
    refused,
  );
  const client = await database.pool.connect();
  await expect(client.query(text)).rejects.toMatchObject(refused);
  await expect(client.query(new pg.Query(text) as never)).rejects.toMatchObject({ name: "UnboundStatement" });
  client.release();
  await expect(
    database.pool.query("select 1 from partner p join member m on m.partner_id = $2 where p.partner_id = $1", [
      PARTNER,
      `${PARTNER.slice(0, -1)}1`,
    ]),
  ).rejects.toThrow("two partners");
  expect(
    await database.kysely
      .selectFrom("partner")
      .select("name")
      .where("partnerId", "=", PARTNER as never)
      .execute(),
  ).toEqual([{ name: "Here" }]);
});

test("the gateway's own role runs it all: a right it lacks would show here", async () => {
  const database = open();
  const text = "update audit set action = 'other' where partner_id = $1";
  await expect(database.pool.query(text, [PARTNER])).rejects.toMatchObject({ code: "42501" });
});

test("days stay days, counts are numbers, times are in UTC, and keys inside JSON stay as they were", async () => {
  const database = open();
  const { rows } = await database.pool.query(
    "select date '2026-03-29' as day, count(*) as n, timestamp '2026-03-29 02:30' as t, current_setting('timezone') as zone from generate_series(1, 3)",
  );
  expect(rows).toEqual([{ day: "2026-03-29", n: 3, t: new Date("2026-03-29T02:30:00Z"), zone: "UTC" }]);
  await expect(database.pool.query("select 9007199254740993")).rejects.toThrow(RangeError);
  expect(
    (await sql`select '{"snake_key": {"inner_key": 1}}'::jsonb as some_value`.execute(database.kysely)).rows,
  ).toEqual([{ someValue: { snake_key: { inner_key: 1 } } }]);
});

test("what fails inside a transaction leaves nothing", async () => {
  const database = open();
  await expect(
    database.transaction(async (trx) => {
      await trx
        .updateTable("partner")
        .set({ name: "Other" })
        .where("partnerId", "=", PARTNER as never)
        .execute();
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  expect(
    await database.fetch({ text: "select to_json(name) as j from partner where partner_id = $1", values: [PARTNER] }),
  ).toBe("Here");
});

test("a statement that runs too long is stopped, and the connection lives on", async () => {
  const database = open({ statementTimeoutMs: 100, poolSize: 1 });
  expect(isUnavailable(await failure(database.pool.query("select pg_sleep(5)")))).toBe(true);
  await database.ping();
});

test("a statement that fails does not cost its connection, nor what was prepared there", async () => {
  const database = open({ poolSize: 1 });
  const pid = { text: "select to_json(pg_backend_pid()) as j", values: [] };
  const before = await database.fetch(pid);
  const text = "insert into partner_origin (partner_id, origin) values ($1, 'https://here.example')";
  const insert = { name: "twice", text, values: [PARTNER] };
  await database.fetch(insert);
  expect(await failure(database.fetch(insert))).toMatchObject({ code: "23505" });
  expect(await database.fetch(pid)).toBe(before);
});

test("when too many wait, the next is told at once and those who wait are served", async () => {
  const database = open({ poolSize: 1 });
  const busy = database.pool.query("select pg_sleep(0.3)");
  const waiting = Array.from({ length: 100 }, () => database.ping());
  await new Promise((resolve) => setImmediate(resolve));
  const started = performance.now();
  expect(isUnavailable(await failure(database.ping()))).toBe(true);
  expect(performance.now() - started).toBeLessThan(100);
  await Promise.all([busy, ...waiting]);
});

test("a server that never answers is given up on soon", async () => {
  const sockets: Socket[] = [];
  const mute = createServer((socket) => void sockets.push(socket)).listen(0, "127.0.0.1");
  await once(mute, "listening");
  endings.push(async () => {
    for (const socket of sockets) socket.destroy();
    mute.close();
  });
  const { port } = mute.address() as { port: number };
  const started = performance.now();
  expect(isUnavailable(await failure(open({ url: `postgres://kith:p@127.0.0.1:${port}/kith` }).ping()))).toBe(true);
  expect(performance.now() - started).toBeLessThan(4_500);
});

test("a server that is not there says so at once", async () => {
  const started = performance.now();
  expect(isUnavailable(await failure(open({ url: "postgres://kith:p@127.0.0.1:1/kith" }).ping()))).toBe(true);
  expect(performance.now() - started).toBeLessThan(1_000);
});

test("what we got wrong is not called unavailable", async () => {
  const database = open();
  expect(isUnavailable(await failure(database.pool.query("select no_such_column")))).toBe(false);
  expect(isUnavailable(await failure(database.pool.query("select 1 from member")))).toBe(false);
  expect(
    isUnavailable(
      await failure(database.pool.query("insert into partner (partner_id, name) values ($1, 'x')", [PARTNER])),
    ),
  ).toBe(false);
  expect(isUnavailable(new TypeError("x is not a function"))).toBe(false);
  expect(isUnavailable(undefined)).toBe(false);
});

test("after PostgreSQL was stopped and started, the pool works again by itself", async () => {
  const directory = await mkdtemp(join(tmpdir(), "kith-database-"));
  endings.push(() => rm(directory, { recursive: true, force: true }));
  const first = await startEmbeddedPostgres({ directory, fast: true });
  endings.push(() => first.stop());
  await migrate(first.url);
  const lost: Error[] = [];
  const database = open({ url: first.url, poolSize: 3, onError: (error) => lost.push(error) });
  const read = {
    name: "again",
    text: "select to_json(count(*)) as j from partner where partner_id = $1",
    values: [PARTNER],
  };
  await Promise.all([1, 2, 3].map(() => database.fetch(read)));

  const running = failure(database.pool.query("select pg_sleep(5)"));
  const inTransaction = failure(
    database.transaction(async (trx) => {
      await sql`select 1`.execute(trx);
      await first.stop();
      await sql`select 1`.execute(trx);
    }),
  );
  expect(isUnavailable(await running)).toBe(true);
  expect(isUnavailable(await inTransaction)).toBe(true);
  for (let n = 0; n < 5; n++) expect(isUnavailable(await failure(database.fetch(read)))).toBe(true);
  expect(lost.length).toBeGreaterThan(0);
  for (const error of lost) expect(isUnavailable(error)).toBe(true);

  const second = await startEmbeddedPostgres({ directory, fast: true, port: first.port });
  endings.push(() => second.stop());
  expect(await Promise.all([1, 2, 3, 4].map(() => database.fetch(read)))).toEqual([0, 0, 0, 0]);
  expect(database.pool.totalCount).toBeLessThanOrEqual(3);
});

test("closing twice does no harm", async () => {
  const database = open();
  await database.ping();
  await Promise.all([database.close(), database.close()]);
  await expect(database.ping()).rejects.toThrow();
});
