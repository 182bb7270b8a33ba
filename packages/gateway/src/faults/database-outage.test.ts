import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Gateway, startGateway } from "../main.js";
import { pendingMigrations } from "../platform/database/migrator.js";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestMember, TestPartner } from "../platform/http/testing.partner.js";
import { kith } from "../program/testing.program.js";
import { type Attempt, attempt, type Load, startLoad } from "./testing.load.js";
import { type Ending, type OwnServer, ownServer } from "./testing.own-server.js";

// A server is started and stopped in each, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

let server: OwnServer;
let gateway: TestGateway;
let second: Gateway;
let one: TestPartner;
beforeAll(async () => {
  server = await ownServer();
  gateway = await testGateway({ database: server.database });
  second = await startGateway(gateway.config, { log: { write: () => undefined } });
  one = gateway.partners[0];
});
afterAll(async () => {
  await second?.stop();
  await gateway?.stop();
  await server?.remove();
});

async function sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
const ready = async () => (await gateway.fetch("/readyz")).status;
const people = (count: number) => Promise.all(Array.from({ length: count }, () => one.addMember()));
const SUSPEND = `with gone as (update member set state = 'SUSPENDED' where id = $1 returning partner_id, id)
  select pg_notify('kith_identity', partner_id || ' ' || id) from gone`;
const reasonFor = async ({ token }: TestMember) =>
  (await gateway.graphql("{ partner { id } }", {}, { as: token })).errors?.[0]?.extensions.reason ?? "OK";
const listeners = async () =>
  (await sql("select from pg_stat_activity where application_name = 'kith identity'")).length;

/** Each that was acknowledged is there, each that was not can be sent again, and each is there once in the end. */
async function expectEachOnce(load: Load): Promise<void> {
  const writes = load.attempts.filter(({ deed }) => deed !== "READ");
  const failed = writes.filter(({ outcome }) => outcome !== "OK");
  const kept = await found(writes);
  for (const { key, id, outcome } of writes) if (outcome === "OK") expect(kept.get(key)).toEqual([id]);
  const again = await Promise.all(writes.map((write) => attempt(gateway, write)));
  expect(again.map(({ outcome }) => outcome)).toEqual(writes.map(() => "OK"));
  const after = await found(writes);
  again.forEach(({ id, key }, n) => {
    expect(after.get(key)).toEqual([id]);
    if (writes[n]?.outcome === "OK") expect(id).toBe(writes[n].id);
  });
  expect(failed.length).toBeGreaterThan(0);

  const ids = again.map(({ id }) => id);
  const told = await sql<{ events: number; audits: number; kept: number }>(
    `select (select count(*)::int from outbox where object_id = any($1)) as events,
       (select count(*)::int from audit where object_id = any($1)) as audits,
       (select count(*)::int from idempotency where key = any($2)) as kept`,
    [ids, writes.map(({ key }) => key)],
  );
  expect(told).toEqual([{ events: ids.length, audits: ids.length, kept: ids.length }]);
}

/** By key, the ids of all rows that came of it. */
async function found(writes: readonly Attempt[]): Promise<Map<string, string[]>> {
  const members = [...new Set(writes.map(({ as }) => as.id))];
  const rows = await sql<{ id: string; member: string; mark: string }>(
    `select id, author_id as member, title as mark from support_offer where author_id = any($1)
     union all
     select id, member_id, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
     from pulse_check_in where member_id = any($1)`,
    [members],
  );
  return new Map(
    writes.map(({ deed, as, key, recordedAt }) => [
      key,
      rows
        .filter(({ member, mark }) => member === as.id && mark === (deed === "OFFER" ? key : recordedAt))
        .map(({ id }) => id),
    ]),
  );
}

function expectOnlyUnavailable(attempts: readonly Attempt[]): void {
  expect(new Set(attempts.map(({ outcome, status }) => `${status} ${outcome}`))).toEqual(
    new Set(["200 OK", "503 UNAVAILABLE"]),
  );
  expect(Math.max(...attempts.map(({ ms }) => ms))).toBeLessThan(5000);
}

test.each<Ending>(["fast", "immediate"])(
  "PostgreSQL stopped (%s) and started under load: callers are told at once, and nothing is lost or done twice",
  async (how) => {
    const cleo = await one.addMember();
    const load = startLoad(gateway, await people(6));
    await load.succeed(100);
    expect(await ready()).toBe(200);

    await server.stop(how);
    const down = load.attempts.length;
    const since = performance.now();
    expect(await gateway.graphql("{ partner { id } }", {}, { as: cleo })).toMatchObject({ status: 503 });
    expect(await ready()).toBe(503);
    expect(performance.now() - since).toBeLessThan(1000);
    expect((await gateway.fetch("/healthz")).status).toBe(200);
    await wait(1500);
    // Those asked before it was down are answered by now; whatever comes next is refused.
    const refused = load.attempts.slice(down + 6);
    expect(refused.length).toBeGreaterThan(20);
    expect(new Set(refused.map(({ outcome }) => outcome))).toEqual(new Set(["UNAVAILABLE"]));
    expect(Math.max(...refused.map(({ ms }) => ms))).toBeLessThan(1000);

    const started = performance.now();
    await server.start();
    await expect.poll(ready, { timeout: 5000, interval: 20 }).toBe(200);
    await load.succeed(100);
    expect(performance.now() - started).toBeLessThan(15_000);
    await load.stop();

    expectOnlyUnavailable(load.attempts);
    await expectEachOnce(load);
  },
);

test("who is suspended while nobody listens is out from the first request on", async () => {
  const [cleo, dan] = [await one.addMember(), await one.addMember()];
  await expect.poll(listeners, { timeout: 10_000 }).toBe(2);
  for (let n = 0; n < 3; n++) expect([await reasonFor(cleo), await reasonFor(dan)]).toEqual(["OK", "OK"]);
  await server.stop("immediate");
  await server.start();
  await sql(SUSPEND, [cleo.id]);
  expect(await reasonFor(cleo)).toBe("MEMBER_NOT_ACTIVE");
  expect(await reasonFor(dan)).toBe("OK");
});

test("after an outage revocations are heard again, and what is remembered is trusted again", async () => {
  const cleo = await one.addMember();
  await server.stop("fast");
  await server.start();
  await expect.poll(listeners, { timeout: 10_000 }).toBe(2);
  const statements = async () =>
    Number(/kith_database_statements_total (\d+)/.exec((await gateway.fetch("/metrics")).text)?.[1]);
  const cost = async () => {
    const before = await statements();
    expect(await reasonFor(cleo)).toBe("OK");
    return (await statements()) - before;
  };
  await expect.poll(cost, { timeout: 5000 }).toBe(1);
  await sql(SUSPEND, [cleo.id]);
  await expect.poll(() => reasonFor(cleo), { timeout: 500, interval: 5 }).toBe("MEMBER_NOT_ACTIVE");
});

test("every connection of the gateway cut under load, again and again: callers are told, and nothing is lost", async () => {
  const load = startLoad(gateway, await people(6));
  for (let round = 0; round < 8; round++) {
    await load.succeed(30);
    const cut = await sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'kith%'");
    expect(cut.length).toBeGreaterThan(2);
  }
  await load.succeed(30);
  await load.stop();
  expectOnlyUnavailable(load.attempts);
  await expectEachOnce(load);
  await expect.poll(listeners, { timeout: 10_000 }).toBe(2);
});

test("told to stop while its database is away, the program ends soon and well", async () => {
  const program = kith(["serve"], {
    DATABASE_URL: gateway.databaseUrl,
    KITH_ENCRYPTION_KEY: gateway.config.encryptionKey.export().toString("base64"),
    PORT: "0",
    HOST: "127.0.0.1",
    KITH_LOG_LEVEL: "error",
  });
  const url = await program.url();
  const ask = async () => {
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${one.secretKey}`,
      "kith-member": one.ann.id,
    };
    const body = JSON.stringify({ query: "{ viewer { member { id } } }" });
    const response = await fetch(new URL("/graphql", url), { method: "POST", headers, body });
    await response.text();
    return response.status;
  };
  expect(await ask()).toBe(200);
  await server.stop("immediate");
  expect(await ask()).toBe(503);
  const since = performance.now();
  program.kill("SIGTERM");
  expect((await program.ended).code).toBe(0);
  expect(performance.now() - since).toBeLessThan(8000);
  await server.start();
});

test("a connection cut while it waits for another does not end the process", async () => {
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  await client.query("begin; lock table kysely_migration in access exclusive mode");
  const asked = pendingMigrations(gateway.databaseUrl).then(
    () => "answered",
    () => "refused",
  );
  const theirs = "from pg_stat_activity where application_name = 'kith migrate'";
  await expect.poll(async () => (await sql(`select ${theirs}`)).length).toBe(2);
  await sql(`select pg_terminate_backend(pid) ${theirs}`);
  expect(await asked).toBe("refused");
  await client.end();
});
