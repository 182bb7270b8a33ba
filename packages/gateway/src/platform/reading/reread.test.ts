import "reflect-metadata";
import { type GraphQLSchema, parse } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchangeChanged } from "../../features/support-offers/exchange-changed.live.js";
import { supportOfferChanged } from "../../features/support-offers/support-offer-changed.live.js";
import { buildKithSchema } from "../../schema.js";
import { type Database, openDatabase, SESSION, type Statement } from "../database/database.js";
import { type TestDatabase, testDatabase } from "../database/testing.js";
import type { Live } from "../events/live.js";
import { door } from "../graphql/answer.js";
import type { Context } from "../graphql/context.js";
import type { FinishedJson } from "../graphql/finished-json.js";
import type { MemberViewer } from "../identity/viewer.js";
import { type PlanNode, planFaults } from "./plan-faults.js";
import { openReading, type Reading } from "./read.js";
import { type Rereading, reread } from "./reread.js";
import { runRows } from "./run-rows.js";
import { crowdId, seedCrowd } from "./testing/crowd.js";
import { infoOf } from "./testing/info-of.js";

const PARTNER = crowdId("prt", 0);
const member = (number: number): MemberViewer => ({
  kind: "MEMBER",
  partnerId: PARTNER as never,
  memberId: crowdId("mbr", 2 * number) as never,
  isAdult: true,
  timeZone: null,
  pseudonym: "nobody",
  matchingDial: "PEER_TO_PEER",
  actingKeyId: null,
});
const OFFER = `id title kinds seatsLeft state viewerCan author { id displayName } viewerExchange { id state }
  community { name } exchanges(first: 3) { nodes { id } }`;
const EXCHANGE =
  "id state viewerRole viewerCan supporter { displayName } recipient { displayName } supportOffer { title }";
const OFFERS = `subscription { it: supportOfferChanged { cursor mayHaveMissed supportOffer { ${OFFER} } } }`;
const EXCHANGES = `subscription { it: exchangeChanged { cursor exchange { ${EXCHANGE} } } }`;

let own: TestDatabase;
let database: Database;
let planner: pg.Client;
let reading: Reading;
let sent: Statement[] = [];
let api: GraphQLSchema;
let ask: (viewer: MemberViewer, query: string) => Promise<any>;

beforeAll(async () => {
  own = await testDatabase();
  await seedCrowd(own.adminUrl);
  const fail = (error: unknown) => {
    throw error;
  };
  database = openDatabase({ url: own.url, poolSize: 2, statementTimeoutMs: 20_000, onError: fail });
  planner = new pg.Client({ connectionString: own.url, options: SESSION });
  await planner.connect();
  const watched: Database = {
    ...database,
    fetch(statement) {
      sent.push(statement);
      return database.fetch(statement);
    },
  };
  const { schema, catalog } = buildKithSchema();
  reading = openReading({ schema, catalog, database: watched });
  const { answer } = door({ schema, development: false });
  const contextOf = (viewer: MemberViewer, live: Context["live"]): Context => ({
    ...{ viewer, reading, database: watched, live, standing: null, requestId: "req", idempotencyKey: null },
    ...{ forget: () => undefined, now: () => new Date(), log: { info() {}, warn() {}, error: fail } },
  });
  const none = { open: fail, changed: () => undefined };
  api = schema;
  ask = async (viewer, query) => {
    const { result } = await answer(
      { document: parse(query), operationName: null, variables: {} },
      contextOf(viewer, none),
    );
    expect(result.errors).toBeUndefined();
    return JSON.parse(JSON.stringify(result.data));
  };
}, 60_000);
afterAll(async () => {
  await planner?.end();
  await database?.close();
  await own?.drop();
});

/** As told, or undefined. */
async function told(live: Live<never>, query: string, asked: readonly Rereading[]): Promise<any[]> {
  const answers = await reread(reading, await infoOf(api, query), live, asked);
  return answers.map((answer) => (answer ? JSON.parse((answer.data as { it: FinishedJson }).it.text) : undefined));
}
const offers = Array.from({ length: 40 }, (_, n) => crowdId("sof", 2 * n));
const members = Array.from({ length: 30 }, (_, n) => member(n));
const cursor = "a cursor";

test("read for many at once, each is shown what they would be shown alone, and nobody what is hidden from them", async () => {
  const asked = members.flatMap((viewer) => offers.map((objectId) => ({ viewer, objectId, cursor })));
  const answers = await told(supportOfferChanged, OFFERS, asked);
  let [shown, hidden] = [0, 0];
  for (const [n, viewer] of members.entries()) {
    const ids = JSON.stringify(offers);
    const { nodes } = await ask(viewer, `{ nodes(ids: ${ids}) { ... on SupportOffer { ${OFFER} } } }`);
    for (const [m, supportOffer] of nodes.entries()) {
      const answer = answers[n * offers.length + m];
      expect(answer).toEqual(supportOffer ? { cursor, mayHaveMissed: false, supportOffer } : undefined);
      if (supportOffer) shown++;
      else hidden++;
    }
  }
  expect(shown).toBeGreaterThan(100);
  expect(hidden).toBeGreaterThan(100);
});

test("however many look, it is one statement, and answers that are the same are one text", async () => {
  sent = [];
  const viewers = Array.from({ length: 500 }, (_, n) => member(n));
  const info = await infoOf(api, "subscription { it: supportOfferChanged { supportOffer { id title } } }");
  sent = [];
  const objectId = offers[0] as string;
  const answers = await reread(
    reading,
    info,
    supportOfferChanged,
    viewers.map((viewer) => ({ viewer, objectId, cursor })),
  );
  expect(sent).toHaveLength(1);
  const seen = answers.filter((answer) => answer !== undefined);
  expect(seen.length).toBeGreaterThan(200);
  expect(new Set(seen).size).toBe(1);
});

test.each([
  ["offers", supportOfferChanged, OFFERS, "sof"],
  ["exchanges", exchangeChanged, EXCHANGES, "exc"],
] as const)(
  "kept as a prepared statement, it stays as fast the more there is: %s read again",
  async (_name, live, query, prefix) => {
    sent = [];
    const asked = members.map((viewer, n) => ({ viewer, objectId: crowdId(prefix, 2 * n), cursor }));
    await told(live, query, asked);
    const statement = sent.at(-1) as Statement;
    await expectGoodPlan(statement.text, statement.values.length);
  },
);

test.each([
  ["offers", supportOfferChanged],
  ["exchanges", exchangeChanged],
] as const)("so does asking whom it might concern: %s", async (_name, live) => {
  const happened = ["support-offer.updated sof", "exchange.accepted exc", "exchange.proposed exc"].map((text) => {
    const [type = "", prefix = ""] = text.split(" ");
    return { type, objectId: crowdId(prefix, 4) };
  });
  const ids = members.map(({ memberId }) => memberId);
  let compiled: { sql: string; parameters: readonly unknown[] } | undefined;
  const rows = await runRows(database, member(0), (at) => {
    const query = live.touched(at, happened, ids);
    compiled = query.compile();
    return query;
  });
  expect(rows.length).toBeGreaterThan(0);
  await expectGoodPlan(compiled?.sql ?? "", compiled?.parameters.length ?? 0);
});

async function expectGoodPlan(text: string, parameters: number) {
  await planner.query(`prepare kept as ${text}`);
  try {
    const nulls = Array.from({ length: parameters }, () => "null").join();
    const { rows } = await planner.query(`explain (format json) execute kept(${nulls})`);
    expect([...planFaults(rows[0]["QUERY PLAN"][0].Plan as PlanNode)], text).toEqual([]);
  } finally {
    await planner.query("deallocate kept");
  }
}
