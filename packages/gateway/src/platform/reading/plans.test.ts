import { execute, parse } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildKithSchema } from "../../schema.js";
import { type Database, openDatabase, SESSION, type Statement } from "../database/database.js";
import { type TestDatabase, testDatabase } from "../database/testing.js";
import { answersAtRoot } from "../graphql/deliver.js";
import type { Viewer } from "../identity/viewer.js";
import { type PlanNode, planFaults } from "./plan-faults.js";
import { openReading } from "./read.js";
import { crowdId, seedCrowd } from "./testing/crowd.js";
import { encodeKey } from "./testing/naive-page.js";

const CARD = "id title kinds state viewerCan author { id displayName } viewerExchange { id state }";
const PAGE = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
/** Each list forwards and backwards, from a cursor and without, by a size that the planner knows and one it does not. */
const windows = (cursor: string) => [
  "first: 20",
  "first: $n",
  `first: $n, after: $${cursor}`,
  "last: $n",
  `last: $n, before: $${cursor}`,
];
const operations: [name: string, field: string][] = [
  [
    "the community page",
    `node(id: $community) { ... on Community { name topics viewerMembership { role state } supportOffers(first: 20) { nodes { ${CARD} } ${PAGE} } } }`,
  ],
  [
    "home",
    `viewer { member { displayName } memberships(first: 10) { nodes { community { name memberCount } } }
      exchanges(first: 5) { nodes { id state viewerCan supportOffer { title } supporter { displayName } recipient { displayName } } }
      supportOffers(first: 5) { nodes { ${CARD} } } pulseCheckIns(first: 7) { nodes { day mood } } }`,
  ],
  [
    "an offer with its exchanges",
    `node(id: $offer) { ... on SupportOffer { ${CARD} exchanges(first: $n) { nodes { id state } ${PAGE} totalCount } } }`,
  ],
  [
    "things by id",
    "nodes(ids: $ids) { id ... on SupportOffer { title } ... on Exchange { state } ... on Member { displayName } }",
  ],
  ["how days have gone", "pulseTrend(days: 30) { days { mood } }"],
  ...windows("com").map((window): [string, string] => [
    `communities (${window})`,
    `communities(${window}) { nodes { id name } ${PAGE} }`,
  ]),
  ...windows("sof").flatMap((window): [string, string][] => [
    [`offers (${window})`, `supportOffers(${window}) { nodes { ${CARD} } ${PAGE} }`],
    [`offers of a kind (${window})`, `supportOffers(filter: { kind: $kind }, ${window}) { nodes { ${CARD} } ${PAGE} }`],
    [
      `offers in a community (${window})`,
      `supportOffers(filter: { communityId: $community }, ${window}) { nodes { ${CARD} } ${PAGE} }`,
    ],
    [
      `offers of a kind in a community (${window})`,
      `supportOffers(filter: { kind: $kind, communityId: $community, openOnly: true }, ${window}) { nodes { ${CARD} } ${PAGE} }`,
    ],
    [
      `offers of a kind on the community page (${window})`,
      `node(id: $community) { ... on Community { supportOffers(filter: { kind: $kind }, ${window}) { nodes { ${CARD} } ${PAGE} } } }`,
    ],
    [`own offers (${window})`, `viewer { supportOffers(${window}) { nodes { ${CARD} } ${PAGE} } }`],
  ]),
  ...windows("exc").map((window): [string, string] => [
    `exchanges (${window})`,
    `viewer { exchanges(states: $states, ${window}) { nodes { id state viewerCan supportOffer { title } } ${PAGE} } }`,
  ]),
  ...windows("chk").map((window): [string, string] => [
    `check-ins (${window})`,
    `viewer { pulseCheckIns(${window}) { nodes { id mood recordedAt } ${PAGE} } }`,
  ]),
  ...windows("com").map((window): [string, string] => [
    `memberships (${window})`,
    `viewer { memberships(${window}) { nodes { community { name } } ${PAGE} } }`,
  ]),
];
const variables = {
  community: crowdId("com", 4),
  offer: crowdId("sof", 104),
  ids: ["sof", "exc", "mbr", "com", "chk"].map((prefix) => crowdId(prefix, 4)),
  n: 20,
  kind: "EMOTIONAL",
  states: ["DECLINED", "PROPOSED"],
  com: encodeKey([crowdId("com", 6)]),
  sof: encodeKey([crowdId("sof", 9000)]),
  exc: encodeKey([crowdId("exc", 9000)]),
  chk: encodeKey(["2026-11-01T00:00:00.000000Z", crowdId("chk", 9000)]),
};
const DEFINED =
  "$community: ID!, $offer: ID!, $ids: [ID!]!, $n: Int, $kind: SupportKind, $states: [ExchangeState!], $com: String, $sof: String, $exc: String, $chk: String";
const viewer: Viewer = {
  kind: "MEMBER",
  partnerId: crowdId("prt", 0) as never,
  memberId: crowdId("mbr", 4) as never,
  isAdult: true,
  timeZone: "UTC",
  pseudonym: "nobody-4",
  matchingDial: "PEER_TO_PEER",
  actingKeyId: null,
};

let own: TestDatabase;
let database: Database;
let planner: pg.Client;
let sent: Statement[];
let send: (field: string) => Promise<unknown>;

beforeAll(async () => {
  own = await testDatabase();
  await seedCrowd(own.adminUrl);
  const fail = (error: Error) => {
    throw error;
  };
  database = openDatabase({ url: own.url, poolSize: 2, statementTimeoutMs: 20_000, onError: fail });
  planner = new pg.Client({ connectionString: own.url, options: SESSION });
  await planner.connect();
  const watched: Database = {
    ...database,
    fetch: (statement) => {
      sent.push(statement);
      return database.fetch(statement);
    },
  };
  const { schema, catalog } = buildKithSchema();
  const reading = openReading({ schema, catalog, database: watched });
  const leaves = answersAtRoot(schema);
  send = async (field) => {
    sent = [];
    const document = parse(`query(${DEFINED}) { ${field} }`);
    const contextValue = { viewer, reading, database: watched, now: () => new Date() };
    const { errors, data } = await execute({ schema: leaves, document, variableValues: variables, contextValue });
    expect(errors).toBeUndefined();
    return data;
  };
}, 60_000);
afterAll(async () => {
  await planner?.end();
  await database?.close();
  await own?.drop();
});

test.each(operations)("kept as a prepared statement, it stays as fast the more there is: %s", async (_name, field) => {
  const data = await send(field);
  expect(JSON.stringify(data).length).toBeGreaterThan(100); // an empty answer would prove little
  for (const { text, values } of sent) {
    await planner.query(`prepare kept as ${text}`);
    try {
      const { rows } = await planner.query(`explain (format json) execute kept(${values.map(() => "null").join()})`);
      const plan = rows[0]["QUERY PLAN"][0].Plan as PlanNode;
      expect([...planFaults(plan)], text).toEqual([]);
    } finally {
      await planner.query("deallocate kept");
    }
  }
});
