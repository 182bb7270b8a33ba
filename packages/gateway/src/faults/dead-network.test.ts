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
