import { connect } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "./testing.js";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway({ config: { statementTimeoutMs: 300 } });
});
afterAll(() => gateway.stop());

test("a process that runs is healthy, and one whose database answers is ready", async () => {
  expect(await gateway.fetch("/healthz")).toMatchObject({ status: 200, text: "ok\n" });
  expect(await gateway.fetch("/readyz")).toMatchObject({ status: 200, text: "ready\n" });
});

test("a gateway whose database is not up to date is not sent requests", async () => {
  const fresh = await testGateway();
  const client = new pg.Client(fresh.adminUrl);
  await client.connect();
  await client.query("delete from kysely_migration");
  await client.end();
  expect(await fresh.fetch("/readyz")).toMatchObject({ status: 503, text: "migrations pending\n" });
  await fresh.stop();
});

test("without its database it is healthy and not ready, and ready again when it is back", async () => {
  const name = new URL(gateway.databaseUrl).pathname.slice(1);
  const elsewhere = new URL(gateway.adminUrl);
  elsewhere.pathname = "/postgres";
  const client = new pg.Client(elsewhere.href);
  await client.connect();
  await client.query(`alter database ${name} with allow_connections false`);
  await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  expect((await gateway.fetch("/readyz")).status).toBe(503);
  expect((await gateway.fetch("/healthz")).status).toBe(200);
  const [one] = gateway.partners;
  expect(await gateway.graphql("{ partner { id } }", {}, { as: one.publishableKey })).toMatchObject({ status: 503 });
  await client.query(`alter database ${name} with allow_connections true`);
  await client.end();
  await expect.poll(async () => (await gateway.fetch("/readyz")).status).toBe(200);
  expect(await gateway.graphql("{ partner { id } }", {}, { as: one.publishableKey })).toMatchObject({ status: 200 });
});

test("the numbers say what happened, and nothing of to whom", async () => {
  const [one] = gateway.partners;
  await gateway.graphql("query Named { partner { id } }", {}, { as: one.publishableKey });
  await gateway.graphql("{ nothing }", {}, { as: one.publishableKey });
  await gateway.fetch("/a-path-someone-made-up");
  const { text, headers } = await gateway.fetch("/metrics");
  expect(headers.get("content-type")).toContain("text/plain");
  expect(text).toMatch(/kith_http_request_duration_seconds_count\{route="graphql",status="200"\} [1-9]/);
  expect(text).toMatch(/kith_http_request_duration_seconds_count\{route="none",status="404"\} 1/);
  expect(text).toMatch(/kith_graphql_operations_total\{outcome="OK"\} [1-9]/);
  expect(text).toMatch(/kith_graphql_operations_total\{outcome="BAD_INPUT"\} 1/);
  expect(text).toMatch(/kith_database_pool_connections\{state="idle"\} [1-9]/);
  expect(text).toMatch(/kith_database_statements_total [1-9]/);
  expect(text).toMatch(/kith_build_info\{version="\d+\.\d+\.\d+",node="v\d+/);
  for (const name of ["nodejs_eventloop_lag_p99_seconds", "nodejs_gc_duration_seconds", "process_cpu_seconds_total"]) {
    expect(text).toContain(`# TYPE ${name} `);
  }
  expect(text).not.toMatch(/prt_|Named|made-up/);
});

test("a caller who leaves before the answer is counted as one who left", async () => {
  const { port } = new URL(gateway.url);
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  await client.query("begin; lock table partner in access exclusive mode");
  const socket = connect(Number(port), "127.0.0.1");
  const body = '{"query":"{ partner { id } }"}';
  const { publishableKey } = gateway.partners[0];
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: k\r\ncontent-type: application/json\r\nauthorization: Bearer ${publishableKey}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.destroy();
  const gone = async () =>
    (await gateway.fetch("/metrics")).text.includes('kith_http_callers_gone_total{route="graphql"} 1');
  await expect.poll(gone).toBe(true);
  await client.end();
});

test("each statement is counted once", async () => {
  const [one] = gateway.partners;
  const counted = async () =>
    Number(/kith_database_statements_total (\d+)/.exec((await gateway.fetch("/metrics")).text)?.[1]);
  const ask = () => gateway.graphql("{ partner { id } }", {}, { as: one.ann });
  await expect
    .poll(async () => {
      const before = await counted();
      await ask();
      return (await counted()) - before;
    })
    .toBe(1);
});

test("nothing can be written by asking for health", async () => {
  for (const path of ["/healthz", "/readyz", "/metrics"]) {
    expect((await gateway.fetch(path, { method: "POST" })).status).toBe(405);
  }
});
