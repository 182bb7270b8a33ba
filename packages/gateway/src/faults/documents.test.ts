import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestMember, TestPartner } from "../platform/http/testing.partner.js";
import { type TestWriting, testWriting } from "../platform/writing/testing.js";

let gateway: TestGateway;
let w: TestWriting;
let one: TestPartner;
/** Has four offers, the latest first. */
let dan: TestMember;
let offers: string[];
beforeAll(async () => {
  gateway = await testGateway();
  w = testWriting(gateway);
  one = gateway.partners[0];
  dan = await one.addMember();
  offers = [];
  for (const kind of ["EMOTIONAL", "INFORMATIONAL", "EMOTIONAL", "COMPANIONSHIP"]) {
    const { payload } = await w.mutate(
      dan,
      "createSupportOffer",
      { kinds: [kind], title: kind },
      "supportOffer { id }",
    );
    offers.unshift(payload.supportOffer.id);
  }
});
afterAll(async () => {
  await w.close();
  await gateway.stop();
});

async function ask(query: string, variables: object = {}, options: object = {}) {
  const { status, data, errors } = await gateway.graphql(query, variables, { as: dan, ...options });
  return {
    status,
    data,
    refused: errors?.map(({ extensions }) => [extensions.code, extensions.field].join(" ").trim()),
  };
}

test("one field under several names, each with its own arguments, at the root and below it", async () => {
  const { data } = await ask(`{
    one: supportOffers(first: 1) { nodes { id } }
    last: supportOffers(last: 1) { nodes { id } }
    felt: supportOffers(filter: { kind: EMOTIONAL }) { nodes { id } }
    viewer {
      two: supportOffers(first: 2) { nodes { id } totalCount }
      rest: supportOffers(last: 2) { all: nodes { id } nodes { id } }
    }
  }`);
  const nodes = (...at: number[]) => at.map((n) => ({ id: offers[n] }));
  expect(data).toEqual({
    one: { nodes: nodes(0) },
    last: { nodes: nodes(3) },
    felt: { nodes: nodes(1, 3) },
    viewer: { two: { nodes: nodes(0, 1), totalCount: 4 }, rest: { all: nodes(2, 3), nodes: nodes(2, 3) } },
  });
});

test("one name for a field with two arguments is not one field", async () => {
  for (const query of [
    "{ supportOffers(first: 1) { totalCount } supportOffers(first: 2) { totalCount } }",
    "{ viewer { ...A ...B } } fragment A on Viewer { x: supportOffers(first: 1) { totalCount } } fragment B on Viewer { x: exchanges(first: 1) { totalCount } }",
  ]) {
    expect(await ask(query)).toMatchObject({ status: 400, refused: ["BAD_INPUT"] });
  }
});

test("fragments on the interface and on the type give one object, with all that either asks for", async () => {
  const query = `query ($id: ID!, $no: Boolean!) {
    node(id: $id) {
      ...Any
      ... on SupportOffer { title author { ...Any } }
      ... on Node { id }
      ... on Community { name }
      ...Offer
      ... { __typename }
      ... on SupportOffer @include(if: $no) { description }
    }
    again: nodes(ids: [$id, $id]) { ...Offer ...Any }
  }
  fragment Any on Node { id ... on SupportOffer { author { languages } } ... on Member { displayName } }
  fragment Offer on SupportOffer { ...Any author { ... on Node { id } ... on Member { me: id } } }`;
  const { data } = await ask(query, { id: offers[0], no: false });
  const author = { id: dan.id, displayName: `Someone ${one.mark}`, languages: [], me: dan.id };
  expect(data.node).toEqual({ id: offers[0], title: "COMPANIONSHIP", author, __typename: "SupportOffer" });
  const again = { id: offers[0], author: { id: dan.id, me: dan.id, languages: [] } };
  expect(data.again).toEqual([again, again]);
});

test("a fragment that needs itself, or is needed by nobody, is refused and not followed", async () => {
  for (const query of [
    "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A partner { id } }",
    "{ partner { ...A } } fragment A on Partner { ...A id }",
    "{ partner { id } } fragment A on Partner { ...A }",
    "{ partner { id } } fragment A on Partner { id }",
    "{ node(id: 1) { ... on Partner { id } } }",
  ]) {
    expect(await ask(query)).toMatchObject({ status: 400, refused: expect.arrayContaining(["BAD_INPUT"]) });
  }
});

test("two changes of one name under one key are two, happen in their order, and each is repeated as it was", async () => {
  const eve = await one.addMember();
  const go = (first: string, second: string) =>
    ask(
      `mutation ($first: CreateSupportOfferInput!, $second: CreateSupportOfferInput!) {
        first: createSupportOffer(input: $first) { supportOffer { id title } }
        second: createSupportOffer(input: $second) { supportOffer { id title } }
      }`,
      { first: { kinds: ["EMOTIONAL"], title: first }, second: { kinds: ["EMOTIONAL"], title: second } },
      { as: eve, headers: { "idempotency-key": "both" } },
    );
  const { data } = await go("Tea", "A walk");
  expect(data.first.supportOffer.title).toBe("Tea");
  expect(data.second.supportOffer.title).toBe("A walk");
  expect(data.first.supportOffer.id < data.second.supportOffer.id).toBe(true);
  expect((await go("Tea", "A walk")).data).toEqual(data);
  expect(await go("Tea", "Another walk")).toMatchObject({ refused: ["IDEMPOTENCY_MISMATCH"] });
  expect(await go("A walk", "Tea")).toMatchObject({ refused: ["IDEMPOTENCY_MISMATCH"] });
  expect(await w.sql("select title from support_offer where author_id = $1 order by id", [eve.id])).toEqual([
    { title: "Tea" },
    { title: "A walk" },
  ]);
});

test("a change that is refused stops those behind it and undoes none before it, which may be asked for again", async () => {
  const eve = await one.addMember();
  const go = (mood: number) =>
    ask(
      `mutation ($mood: Int) {
        a: recordPulseCheckIn(input: { mood: 1 }) { checkIn { mood } }
        b: recordPulseCheckIn(input: { mood: $mood }) { checkIn { mood } }
        c: recordPulseCheckIn(input: { mood: 3 }) { checkIn { mood } }
      }`,
      { mood },
      { as: eve, headers: { "idempotency-key": "three" } },
    );
  expect(await go(9)).toMatchObject({ data: null, refused: ["BAD_INPUT input.mood"] });
  const kept = () => w.sql("select mood from pulse_check_in where member_id = $1 order by id", [eve.id]);
  expect(await kept()).toEqual([{ mood: 1 }]);
  const { data } = await go(2);
  expect([data.a, data.b, data.c].map(({ checkIn }) => checkIn.mood)).toEqual([1, 2, 3]);
  expect(await kept()).toEqual([{ mood: 1 }, { mood: 2 }, { mood: 3 }]);
});

const SIZES: readonly (readonly [size: number, status: number])[] = [
  [0, 200],
  [-1, 200],
  [101, 200],
  [1e9, 200],
  [2 ** 31 - 1, 200],
  [-(2 ** 31), 200],
  [2 ** 31, 400],
  [1e21, 400],
  [1.5, 400],
];
const LISTS: readonly (readonly [what: string, list: (page: string) => string, path: string])[] = [
  ["communities", (page) => `communities${page} { totalCount }`, "communities"],
  ["offers", (page) => `supportOffers${page} { nodes { id } }`, "supportOffers"],
  ["one's own", (page) => `viewer { supportOffers${page} { edges { cursor } } }`, "viewer.supportOffers"],
  [
    "a list in a list",
    (page) => `viewer { x: supportOffers(first: 2) { nodes { y: exchanges${page} { nodes { id } } } } }`,
    "viewer.x.nodes.y",
  ],
  [
    "a list in a list that is empty",
    (page) => `viewer { x: memberships { edges { node { community { supportOffers${page} { totalCount } } } } } }`,
    "viewer.x.edges.node.community.supportOffers",
  ],
];

test.each(LISTS)("a page of %s is 1 to 100 long, whoever says so", async (_what, list, path) => {
  for (const side of ["first", "last"]) {
    for (const [size, status] of SIZES) {
      const literal = await gateway.graphql(`{ ${list(`(${side}: ${size})`)} }`, {}, { as: dan });
      const query = `query ($size: Int!) { ${list(`(${side}: $size)`)} }`;
      const variable = await gateway.graphql(query, { size }, { as: dan });
      for (const answer of [literal, variable]) {
        expect([answer.status, answer.errors?.[0]?.extensions.code], `${side} ${size}`).toEqual([status, "BAD_INPUT"]);
        if (status === 400) continue;
        expect(answer.errors?.[0]?.extensions.field).toBe(side);
        expect(answer.errors?.[0]?.path?.filter((key) => typeof key === "string").join(".")).toBe(path);
      }
    }
    for (const size of [1, 100]) expect((await ask(`{ ${list(`(${side}: ${size})`)} }`)).refused).toBeUndefined();
  }
});

const encoded = (text: string) => Buffer.from(text).toString("base64url");
/** Made by hand: what decodes to SQL, to a key too long, to a moment that never was, to JSON of another API. */
const MADE_UP = [
  "1",
  "%",
  "'",
  encoded("'); drop table member; --"),
  encoded("sof_' or '1'='1"),
  encoded("2026-02-30T00:00:00.000000Z~chk_01jdzq3v8e7g2b9x4c5n6p7r8s"),
  encoded("infinity~chk_01jdzq3v8e7g2b9x4c5n6p7r8s"),
  encoded("cursor:1 or 2"),
  encoded("a\0b"),
  encoded("é".repeat(3)),
  encoded("x".repeat(5000)),
  `${encoded("sof_01jdzq3v8e7g2b9x4c5n6p7r8s")}=`,
  "x".repeat(100_000),
];

test.each(["communities", "supportOffers", "pulseCheckIns", "memberships", "exchanges", "own"])(
  "a cursor made by hand gets nowhere in %s",
  async (name) => {
    const list = (page: string) => {
      if (name === "communities" || name === "supportOffers")
        return `${name}${page} { totalCount nodes { __typename } }`;
      return `viewer { ${name === "own" ? "supportOffers" : name}${page} { totalCount nodes { __typename } } }`;
    };
    for (const side of ["after", "before"]) {
      for (const cursor of MADE_UP) {
        const query = `query ($cursor: String) { ${list(`(${side}: $cursor)`)} }`;
        expect((await ask(query, { cursor })).refused, cursor.slice(0, 40)).toEqual([`BAD_INPUT ${side}`]);
      }
    }
  },
);

test("a cursor of another's, or of what is gone, is a place in one's own list and shows nothing of theirs", async () => {
  const [, two] = gateway.partners;
  const of = async (as: TestMember) =>
    (await gateway.graphql("{ supportOffers(first: 1) { pageInfo { endCursor } } }", {}, { as })).data.supportOffers
      .pageInfo.endCursor as string;
  const all = await ask("{ supportOffers(first: 100) { nodes { id } totalCount } }");
  const mine = all.data.supportOffers.nodes.map(({ id }: { id: string }) => id);
  const query = "query ($cursor: String) { supportOffers(after: $cursor, first: 100) { nodes { id } totalCount } }";
  // Later than anything there is, too: the whole list.
  for (const cursor of [await of(two.ann), await of(one.ann), encoded("sof_7zzzzzzzzzzzzzzzzzzzzzzzzz")]) {
    const { data, refused } = await ask(query, { cursor });
    expect(refused).toBeUndefined();
    const place = Buffer.from(cursor, "base64url").toString();
    expect(data.supportOffers.nodes.map(({ id }: { id: string }) => id)).toEqual(
      mine.filter((id: string) => id < place),
    );
    expect(data.supportOffers.totalCount).toBe(all.data.supportOffers.totalCount);
  }
});
