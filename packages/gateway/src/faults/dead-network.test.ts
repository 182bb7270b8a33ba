import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../platform/database/testing.js";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import { type Line, lineTo } from "./testing.line.js";

const POOL = 4;
let line: Line;
let gateway: TestGateway;
beforeAll(async () => {
  const database = await testDatabase();
  line = await lineTo(database.url);
  gateway = await testGateway({
    database: { ...database, url: line.url },
    config: { poolSize: POOL, statementTimeoutMs: 200 },
  });
});
afterAll(async () => {
  await gateway.stop();
  await line.close();
});

const CHECK_IN = "mutation { recordPulseCheckIn(input: { mood: 3 }) { checkIn { id } } }";
const OFFER = 'mutation { createSupportOffer(input: { kinds: [EMOTIONAL], title: "A walk" }) { supportOffer { id } } }';
const QUERY = "{ viewer { member { id } } }";

/** Several at once, on as many connections. */
async function ask(query: string): Promise<string[]> {
  const { ann } = gateway.partners[0];
  const answers = Array.from({ length: POOL }, () => gateway.graphql(query, {}, { as: ann }));
  return (await Promise.all(answers)).map(({ status, errors }) => `${status} ${errors?.[0]?.extensions.code ?? "OK"}`);
}

test.each([
  ["reads", QUERY],
  ["writes", CHECK_IN],
  ["begins a transaction", OFFER],
])(
  "connections that died without a word fail whoever %s on them once, and are not used again",
  async (_does, query) => {
    expect(await ask(query)).toEqual(Array(POOL).fill("200 OK"));
    line.die();
    const since = performance.now();
    const first = await ask(query);
    expect(performance.now() - since).toBeLessThan(6000);
    expect(new Set(first)).toEqual(new Set(["503 UNAVAILABLE"]));
    for (let round = 0; round < 3; round++) expect(await ask(query)).toEqual(Array(POOL).fill("200 OK"));
  },
  30_000,
);

test("a suspension that the dead connection did not bring holds within seconds, though the member was remembered", async () => {
  const member = gateway.partners[0].ben;
  const asked = async () => {
    const { status, errors } = await gateway.graphql("{ partner { id } }", {}, { as: member });
    return errors?.[0]?.extensions.reason ?? String(status);
  };
  await expect.poll(asked, { timeout: 10_000 }).toBe("200");
  line.die();
  const admin = new pg.Client(gateway.adminUrl);
  await admin.connect();
  await admin.query(
    `with gone as (update member set state = 'SUSPENDED' where id = $1 returning partner_id, id)
     select pg_notify('kith_identity', partner_id || ' ' || id) from gone`,
    [member.id],
  );
  await admin.end();
  const since = performance.now();
  const heard: [ms: number, what: string][] = [];
  while (heard.at(-1)?.[1] !== "MEMBER_NOT_ACTIVE" && performance.now() - since < 15_000) {
    const asking = performance.now() - since;
    heard.push([asking, await asked()]);
    await wait(50);
  }
  expect(heard.at(-1)?.[1]).toBe("MEMBER_NOT_ACTIVE");
  // A beat that came back is believed for three seconds.
  expect(heard.filter(([ms, what]) => what === "200" && ms > 3500)).toEqual([]);
}, 30_000);
