import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../identity/viewer.js";
import { type Asking, asking } from "./testing/asking.js";
import { viewersOf } from "./testing/viewers.js";
import { randomWorld, SMALL } from "./testing/world.js";

const world = randomWorld(7, { ...SMALL, checkIns: 3200 });
const other = randomWorld(8, SMALL);
let kith: Asking;
let member: Viewer;
let server: Viewer;
const ids = (table: "community" | "supportOffer", of = world) => of.rows[table].map((row) => row.id as string);

beforeAll(async () => {
  kith = await asking(world, other);
  const members = world.rows.member.map((row) => ({ ...row, isAdult: row.ageBand === "ADULT" }));
  [member] = viewersOf(world.partnerId, members) as [Viewer];
  server = { kind: "SERVER", partnerId: world.partnerId, keyId: "key", matchingDial: "PEER_TO_PEER" };
});
afterAll(() => kith?.stop());

test("a bad argument deep below fails its root field and is named where it stands", async () => {
  const { data, errors } = await kith.ask(
    member,
    `query($n: Int) {
      partner { name }
      mine: viewer { memberships(first: 2) { edges { of: node { community { theirs: supportOffers(first: $n) { totalCount } } } } } }
    }`,
    { n: 500 },
  );
  expect(data.partner.name).toBe("Clinic 7");
  expect(data.mine).toBeNull();
  expect(errors).toEqual(["mine.memberships.edges.of.community.theirs BAD_INPUT first"]);
});

test.each([
  ["first: 0", "first"],
  ["first: 101", "first"],
  ["last: -1", "last"],
  ["first: 1, last: 1", "last"],
  ["first: 1, before: $good", "before"],
  ["last: 1, after: $good", "after"],
  ["after: $good, before: $good", "before"],
  ['after: "made up"', "after"],
  ['before: ""', "before"],
])("a list cannot be paged by (%s)", async (page, field) => {
  const good = Buffer.from(ids("community")[0]!).toString("base64url");
  const { data, errors } = await kith.ask(member, `query($good: String) { communities(${page}) { __typename } }`, {
    good,
  });
  expect(data).toBeNull();
  expect(errors).toEqual([`communities BAD_INPUT ${field}`]);
});

test("a bad size is refused where it changes nothing that is sent, and on every run", async () => {
  const operation = "query($n: Int) { communities(first: $n) { totalCount } }";
  for (const [n, refused] of [
    [1, false],
    [0, true],
    [1, false],
    [101, true],
  ] as const) {
    const { errors } = await kith.ask(member, operation, { n });
    expect(errors).toEqual(refused ? ["communities BAD_INPUT first"] : []);
  }
});

test("text that PostgreSQL cannot hold is the caller's mistake, not ours", async () => {
  const filtered =
    "query($f: SupportOfferFilter) { viewer { member { id } } supportOffers(filter: $f) { nodes { id } } }";
  const { errors } = await kith.ask(member, filtered, { f: { communityId: "com_\u0000" } });
  expect(errors).toEqual(["supportOffers BAD_INPUT filter.communityId"]);
  expect((await kith.ask(server, '{ member(externalId: "a\\u0000") { id } }')).errors).toEqual([
    "member BAD_INPUT externalId",
  ]);
  expect((await kith.ask(server, '{ node(id: "mbr_\\u0000") { id } }')).errors).toEqual(["node NOT_FOUND id"]);
});

test("half of a character is no text either, and finds nobody whose name holds what would stand for it", async () => {
  const admin = new pg.Client(kith.adminUrl);
  await admin.connect();
  await admin.query("update member set external_id = $1 where partner_id = $2 and id = $3", [
    "a\ufffd",
    world.partnerId,
    world.rows.member[0]!.id,
  ]);
  await admin.end();
  const find = "query ($externalId: String!) { member(externalId: $externalId) { id } }";
  expect((await kith.ask(server, find, { externalId: "a\ufffd" })).errors).toEqual([]);
  for (const externalId of ["a\ud800", "a\udfff"]) {
    expect((await kith.ask(server, find, { externalId })).errors).toEqual(["member BAD_INPUT externalId"]);
  }
});

test("what is hidden and what is not there cannot be told apart", async () => {
  const [hidden] = ids("supportOffer", other);
  for (const id of [hidden, "sof_00000000000000000000000000", "sof_", "nothing", ""]) {
    const { data, errors } = await kith.ask(
      member,
      "query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }",
      { id },
    );
    expect(data).toEqual({ node: null, nodes: [null] });
    expect(errors).toEqual(["node NOT_FOUND id"]);
  }
  expect((await kith.ask(server, '{ member(externalId: "nobody") { id } }')).errors).toEqual([
    "member NOT_FOUND externalId",
  ]);
});

test("nobody reads without a credential", async () => {
  const { errors } = await kith.ask(null, '{ node(id: "sof_00000000000000000000000000") { id } }');
  expect(errors).toEqual(["node UNAUTHENTICATED"]);
});

test("at most 100 things by id at once", async () => {
  const many = (count: number) =>
    kith.ask(server, "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: Array(count).fill(ids("community")[0]),
    });
  expect((await many(100)).data.nodes).toHaveLength(100);
  expect((await many(101)).errors).toEqual(["nodes BAD_INPUT ids"]);
  expect((await many(0)).data.nodes).toEqual([]);
});

test("hundreds of response keys on one object, longer than any column's name may be", async () => {
  const keys = Array.from({ length: 230 }, (_, i) => `${"k".repeat(70)}${i}`);
  const { data } = await kith.ask(
    member,
    `{ viewer { member { ${keys.map((key) => `${key}: id`).join(" ")} author: displayName } } }`,
  );
  expect(Object.keys(data.viewer.member)).toEqual([...keys, "author"]);
  expect(new Set(keys.map((key) => data.viewer.member[key])).size).toBe(1);
});

test("a list is counted up to 1000 and not further", async () => {
  const { data } = await kith.ask(member, "{ viewer { pulseCheckIns(first: 1) { totalCount nodes { id } } } }");
  expect(data.viewer.pulseCheckIns.totalCount).toBe(1000);
});

test("check-ins felt within the same millisecond are each met once, paging either way", async () => {
  const page = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id }";
  const walk = async (
    window: (cursor: string | null) => string,
    cursorOf: (info: any) => string | null,
    goesOn: (info: any) => boolean,
  ) => {
    const pages: string[][] = [];
    for (let cursor: string | null = null, more = true; more; ) {
      const { data, errors }: { data: any; errors: readonly string[] } = await kith.ask(
        member,
        `{ viewer { pulseCheckIns(${window(cursor)}) { ${page} } } }`,
      );
      expect(errors).toEqual([]);
      const { nodes, pageInfo } = data.viewer.pulseCheckIns;
      pages.push(nodes.map((node: { id: string }) => node.id));
      cursor = cursorOf(pageInfo);
      more = goesOn(pageInfo);
    }
    return pages;
  };
  const forwards = await walk(
    (cursor) => `first: 97${cursor ? `, after: "${cursor}"` : ""}`,
    (info) => info.endCursor,
    (info) => info.hasNextPage,
  );
  const backwards = await walk(
    (cursor) => `last: 89${cursor ? `, before: "${cursor}"` : ""}`,
    (info) => info.startCursor,
    (info) => info.hasPreviousPage,
  );
  const own = world.rows.pulseCheckIn.filter((row) => member.kind === "MEMBER" && row.memberId === member.memberId);
  expect(own.length).toBeGreaterThan(1000);
  expect(new Set(forwards.flat()).size).toBe(own.length);
  expect(forwards.flat()).toHaveLength(own.length);
  expect(backwards.reverse().flat()).toEqual(forwards.flat());
});

test("an operation used again is sent as a prepared statement", async () => {
  const operation = "query($id: ID!) { node(id: $id) { prepared: id } }";
  for (const id of ids("community")) await kith.ask(server, operation, { id });
  const { rows } = await kith.database.pool.query(
    "select name from pg_prepared_statements where statement like '%''prepared''%'",
  );
  expect(rows).toHaveLength(1);
});

test("an operation that introspects answers the same beside it", async () => {
  const both = `{ __type(name: "Member") { name } ...Q } fragment Q on Query { nodes(ids: ["${ids("community")[0]}", "x"]) { __typename key: id ... on Community { topics viewerMembership { state } } } }`;
  const { data, errors } = await kith.ask(server, both);
  const alone = await kith.ask(server, both.replace('__type(name: "Member") { name }', ""));
  expect(errors).toEqual([]);
  expect(data).toEqual({ __type: { name: "Member" }, nodes: alone.data.nodes });
  expect(alone.data.nodes).toEqual([
    {
      __typename: "Community",
      key: ids("community")[0],
      topics: world.rows.community[0]!.topics,
      viewerMembership: null,
    },
    null,
  ]);
});
