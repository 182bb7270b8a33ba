import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { crossPartner } from "./cross-partner.js";
import { checkPartner, checkStatement, loadStatementGuard } from "./statement-guard.js";
import { changes } from "./testing.guarded-changes.js";
import { readings } from "./testing.guarded-readings.js";
import { type TestDatabase, testDatabase } from "./testing.js";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  await loadStatementGuard();
  database = await testDatabase();
  client = new pg.Client(database.adminUrl);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The cases say what they mean: PostgreSQL itself can run each of them. */
const runs = (text: string): Promise<unknown> => client.query(`explain (generic_plan) ${text}`);

describe.each(Object.entries({ ...readings, ...changes }))("%s", (_name, [bound, ...unbound]) => {
  test("bound to the partner, it passes", async () => {
    await runs(bound);
    expect(checkStatement(bound).length).toBeGreaterThan(0);
  });
  test.each(unbound)("refused: %s", async (text) => {
    await runs(text);
    expect(() => checkStatement(text)).toThrow(expect.objectContaining({ name: "UnboundStatement" }));
  });
});

test.each([
  "select 1; select 1",
  "select id from member where partner_id = $1; select id from member",
  "",
  "-- nothing",
  "merge into member m using exchange e on m.partner_id = $1 and e.partner_id = $1 when matched then delete",
  "copy member to stdout",
  "copy (select id from member where partner_id = $1) to stdout",
  "truncate member",
  "lock table member",
  "create view v as select * from member where partner_id = 'x'",
  "create table copied as select * from member",
  "select * into copied from member where partner_id = $1",
  "prepare p as select * from member",
  "execute p",
  "declare c cursor for select * from member",
  "delete from member where current of c",
  "do $$ begin perform 1 from member; end $$",
  "call p()",
  "explain analyze select id from member",
  "prepare transaction 'x'",
  "set search_path = other",
  "set role postgres",
  "set session authorization postgres",
  "reset all",
  "select set_config('search_path', 'other', false)",
  "select query_to_xml('select * from member', true, false, '')",
  "select table_to_xml('member', true, false, '')",
  "select * from ts_stat('select tsv from member')",
  "select * from pg_catalog.ts_stat('select tsv from member')",
  "select pg_read_file('postgresql.conf')",
  "select other.function()",
  "select * from other.member where partner_id = $1",
  "select * from unheard_of where partner_id = $1",
  "select * from pg_stats",
  "select most_common_vals from pg_catalog.pg_stats",
  "select * from pg_statistic",
  "select * from member tablesample system (10) where partner_id = $1",
  "select * from (member m join membership s on s.partner_id = m.partner_id) as j where j.partner_id = $1",
])("refused whatever it is bound to: %s", (text) => {
  expect(() => checkStatement(text)).toThrow(expect.objectContaining({ name: "UnboundStatement" }));
});

test.each([
  "select 1",
  "begin",
  "start transaction isolation level serializable",
  "commit",
  "rollback",
  "savepoint a",
  "rollback to savepoint a",
  "release savepoint a",
  "set statement_timeout = 100",
  "set local lock_timeout = 100",
  "show timezone",
  "listen kith",
  "unlisten *",
  "notify kith",
  "select pg_notify('kith', '')",
  "select pg_current_snapshot(), now(), gen_random_uuid()",
  "select name from kysely_migration",
  "select count(*) from pg_catalog.pg_stat_activity",
  "select j.a from json_table('[]', '$[*]' columns (a text path '$')) as j",
  "explain select id from member where partner_id = $1",
])("passes, as it holds no partner's data: %s", (text) => {
  expect(() => checkStatement(text)).not.toThrow();
});

test("only the listed statements cross partners, word for word", () => {
  for (const text of Object.values(crossPartner)) {
    expect(checkStatement(text)).toEqual([]);
    expect(() => checkStatement(`${text} `)).toThrow("not bound");
  }
  expect(Object.keys(crossPartner)).toEqual(["partners", "signingKeys", "keysInForce", "outbox"]);
});

test("a statement that names two partners, or something that is none, is not sent", () => {
  const text = "select 1 from member m join exchange e on e.partner_id = $2 where m.partner_id = $1 and m.id = $3";
  const numbers = checkStatement(text);
  expect(numbers).toEqual([1, 2]);
  expect(() => checkPartner(numbers, ["prt_a", "prt_a", "x"], text)).not.toThrow();
  expect(() => checkPartner(numbers, ["prt_a", "prt_b", "x"], text)).toThrow("two partners");
  expect(() => checkPartner(numbers, ["mbr_a", "mbr_a", "x"], text)).toThrow("no partner's id");
  expect(() => checkPartner(numbers, [undefined, undefined], text)).toThrow("no partner's id");
});

test("what is wrong is said by the table's name, and the statement goes with it", () => {
  const text =
    "select 1 from member where partner_id = $1 and exists (select from support_offer as o where o.author_id = id)";
  expect(() => checkStatement(text)).toThrow(
    expect.objectContaining({
      message: "support_offer as o is not bound to the partner: say o.partner_id = $n where it always holds.",
      statement: text,
    }),
  );
});

test("a text that is known costs no more than looking it up", () => {
  const text = "select id from member where partner_id = $1 and id = $2";
  const first = checkStatement(text);
  expect(checkStatement(text)).toBe(first);
  const started = performance.now();
  for (let n = 0; n < 10_000; n++) checkStatement(text);
  expect(performance.now() - started).toBeLessThan(200);
});
