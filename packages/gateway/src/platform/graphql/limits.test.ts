import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../http/testing.js";
import type { TestPartner } from "../http/testing.partner.js";

let gateway: TestGateway;
let one: TestPartner;
beforeAll(async () => {
  gateway = await testGateway();
  one = gateway.partners[0];
});
afterAll(() => gateway.stop());

async function ask(query: string, variables: object = {}, operationName?: string) {
  const named = operationName === undefined ? {} : { operationName };
  const { status, errors, data, text } = await gateway.graphql(query, variables, { as: one.ann, ...named });
  return { status, text, data, errors, ...errors?.[0]?.extensions };
}
const times = (n: number, part: (i: number) => string) => Array.from({ length: n }, (_, i) => part(i)).join(" ");
const nested = (depth: number) =>
  `{ viewer { memberships { nodes { ${"community { viewerMembership { ".repeat(depth)} role ${"} } ".repeat(depth)} } } } }`;

test.each<[what: string, reason: string, query: string]>([
  ["10,000 aliases", "TOO_MANY_TOKENS", `{ ${times(10_000, (i) => `a${i}: partner { id }`)} }`],
  ["100 aliases", "TOO_MANY_ALIASES", `{ partner { ${times(100, (i) => `a${i}: id`)} } }`],
  [
    "100 aliases out of sight",
    "TOO_MANY_ALIASES",
    `{ partner { ...F } } fragment F on Partner { ${times(100, (i) => `a${i}: id`)} }`,
  ],
  [
    "a fragment with aliases, many times",
    "TOO_MANY_ALIASES",
    `{ partner { ${times(20, () => "...F")} } } fragment F on Partner { a: id b: id c: id d: id }`,
  ],
  ["a depth of 100", "TOO_DEEP", nested(50)],
  ["a field asked for 1,900 times over", "TOO_MANY_FIELDS", `{ partner { ${"id ".repeat(1900)} } }`],
  ["10,000 tokens", "TOO_MANY_TOKENS", `{ partner { ${"id ".repeat(10_000)} } }`],
  ["a list of 10,000", "TOO_MANY_TOKENS", `{ nodes(ids: [${'"a",'.repeat(10_000)}]) { id } }`],
  ["11 root fields", "TOO_MANY_ROOT_FIELDS", `{ ${times(11, (i) => `a${i}: partner { id }`)} }`],
  [
    "11 root fields out of sight",
    "TOO_MANY_ROOT_FIELDS",
    `{ ...F } fragment F on Query { ${times(11, (i) => `a${i}: partner { id }`)} }`,
  ],
  [
    "pages of pages of pages",
    "TOO_COSTLY",
    "{ supportOffers(first: 100) { nodes { exchanges(first: 100) { nodes { supporter { id } } } } } }",
  ],
  [
    "fragments that unfold without end",
    "TOO_MANY_FIELDS",
    `{ partner { ...F0 } } ${times(15, (i) => `fragment F${i} on Partner { ...F${i + 1} ...F${i + 1} }`)} fragment F15 on Partner { id }`,
  ],
])("%s are refused before any work is done", async (_what, reason, query) => {
  const started = performance.now();
  expect(await ask(query)).toMatchObject({ status: 400, data: undefined, code: "QUERY_TOO_COSTLY", reason });
  expect(performance.now() - started).toBeLessThan(3000);
});

test("a refusal for its cost says what it would cost and what it may", async () => {
  const query =
    "query ($n: Int!) { supportOffers(first: $n) { nodes { exchanges(first: $n) { nodes { supporter { id } } } } } }";
  expect(await ask(query, { n: 100 })).toMatchObject({ code: "QUERY_TOO_COSTLY", cost: 20_201, limit: 5000 });
});

test("the cost follows the page size that is asked for, each time", async () => {
  const query =
    "query ($n: Int!) { supportOffers(first: $n) { nodes { exchanges(first: $n) { nodes { supporter { id } } } } } }";
  for (let round = 0; round < 2; round++) {
    expect((await ask(query, { n: 3 })).status).toBe(200);
    expect((await ask(query, { n: 100 })).code).toBe("QUERY_TOO_COSTLY");
  }
});

test("counting a list has its price", async () => {
  const counted = (n: number) =>
    `{ viewer { memberships(first: ${n}) { nodes { community { supportOffers(first: 1) { totalCount } } } } } }`;
  expect((await ask(counted(20))).status).toBe(200);
  const query =
    "{ communities(first: 100) { nodes { supportOffers(first: 1) { totalCount ...C } viewerMembership { community { supportOffers(first: 1) { totalCount } } } } } } fragment C on SupportOfferConnection { totalCount }";
  expect(await ask(query)).toMatchObject({ code: "QUERY_TOO_COSTLY" });
});

test("what a page of ours asks for is far from any limit", async () => {
  const query = `query Home {
    viewer {
      member { id displayName languages timeZone }
      memberships(first: 20) { nodes { role joinedAt community { id name memberCount supportOffers(first: 5) { nodes { id title author { displayName } viewerCan } } } } }
      exchanges(first: 20) { nodes { id state viewerCan supportOffer { id title } supporter { displayName } recipient { displayName } } }
      supportOffers(first: 20) { nodes { id title exchanges(first: 5) { nodes { id state recipient { displayName } } } } }
      pulseCheckIns(first: 30) { nodes { id mood day } }
    }
    pulseTrend { days { day mood } mood { median } }
  }`;
  expect(await ask(query)).toMatchObject({ status: 200, errors: undefined });
});

test("a page size that is out of range is a bad argument, not a high price", async () => {
  const { status, code, field } = await ask("{ supportOffers(first: 1000000) { nodes { id } } }");
  expect({ status, code, field }).toEqual({ status: 200, code: "BAD_INPUT", field: "first" });
});

test("variables nested without end are refused", async () => {
  const body = `{ "query": "{ partner { id } }", "variables": { "deep": ${"[".repeat(50_000)}1${"]".repeat(50_000)} } }`;
  const headers = { "content-type": "application/json", authorization: `Bearer ${one.ann.token}` };
  const { status, errors } = await gateway.fetch("/graphql", { method: "POST", headers, body });
  expect({ status, ...errors?.[0]?.extensions }).toEqual({
    status: 400,
    code: "QUERY_TOO_COSTLY",
    reason: "VARIABLES_TOO_DEEP",
  });
});

test.each<[what: string, query: string, name: string]>([
  ["a field", "{ partner { nmae } }", "nmae"],
  ["a root field", "{ partnr { id } }", "partnr"],
  ["an argument", "{ supportOffers(frist: 1) { nodes { id } } }", "frist"],
  ["a field of an input", "{ supportOffers(filter: { knd: EMOTIONAL }) { nodes { id } } }", "knd"],
  ["a fragment", "{ partner { ...Missing } }", "Missing"],
  ["a variable", "{ node(id: $idd) { id } }", "idd"],
])("%s that does not exist is named as it was written, with no hint at those that do", async (_what, query, name) => {
  const { status, code, errors, text } = await ask(query);
  expect({ status, code }).toEqual({ status: 400, code: "BAD_INPUT" });
  expect(errors?.[0]?.message).toContain(`"${name}"`);
  expect(text).not.toMatch(/did you mean|"name"|Partner|Query|SupportOffer|Filter/i);
});

test.each<[what: string, query: string]>([
  ["is no GraphQL", "{ partner { id }"],
  ["holds a person's words", 'query { node(id: "canary-words) { id } }'],
  ["gives a wrong kind of value", '{ supportOffers(first: "canary-words") { nodes { id } } }'],
])("a document that %s is refused without quoting it", async (_what, query) => {
  const { status, code, text } = await ask(query);
  expect({ status, code }).toEqual({ status: 400, code: "BAD_INPUT" });
  expect(text).not.toContain("canary-words");
});

test("an instant that is none is refused with its place also where it is part of the document", async () => {
  const query = 'mutation { recordPulseCheckIn(input: { mood: 3, recordedAt: "canary-words" }) { checkIn { id } } }';
  const { status, code, reason, errors, text } = await ask(query);
  expect({ status, code, reason }).toEqual({ status: 400, code: "BAD_INPUT", reason: "NOT_AN_INSTANT" });
  expect(errors).toMatchObject([{ locations: [{ line: 1, column: query.indexOf('"canary') + 1 }] }]);
  expect(text).not.toContain("canary-words");
});

test("a variable that does not fit is named by its place and never by its value", async () => {
  const mutation =
    "mutation ($input: RecordPulseCheckInInput!) { recordPulseCheckIn(input: $input) { checkIn { id } } }";
  const input = { mood: "canary-words" };
  const { status, code, field, text } = await ask(mutation, { input });
  expect({ status, code, field }).toEqual({ status: 400, code: "BAD_INPUT", field: "input.mood" });
  expect(text).not.toContain("canary-words");
  const time = await ask(mutation, { input: { mood: 3, recordedAt: "canary-words" } });
  expect(time).toMatchObject({ code: "BAD_INPUT", reason: "NOT_AN_INSTANT", field: "input.recordedAt" });
  expect(time.text).not.toContain("canary-words");
  expect(
    await ask("query ($n: Int) { supportOffers(first: $n) { nodes { id } } }", { n: "canary-words" }),
  ).toMatchObject({ field: "n" });
});

const CREATE =
  "mutation ($input: CreateSupportOfferInput!) { createSupportOffer(input: $input) { supportOffer { id } } }";

test.each<[what: string, input: object]>([
  ["values that do not fit", { title: "Tea", kinds: Array(20_000).fill("NONE") }],
  ["fields that do not exist", Object.fromEntries(Array.from({ length: 12_000 }, (_, n) => [`titel${n}`, n]))],
])("thousands of %s are refused at the first few, not gone through", async (_what, input) => {
  const started = performance.now();
  expect(await ask(CREATE, { input })).toMatchObject({ status: 400, code: "BAD_INPUT", reason: "VARIABLE_INVALID" });
  expect(performance.now() - started).toBeLessThan(1500);
});

test("each variable that does not fit is named once, at its first part that does not", async () => {
  const query =
    "query ($n: Int, $f: SupportOfferFilter, $id: ID!) { supportOffers(first: $n, filter: $f) { totalCount } node(id: $id) { id } }";
  const { errors } = await ask(query, { n: "one", f: { kind: "NONE", openOnly: "yes" }, id: "com_1" });
  expect(errors?.map(({ extensions }) => extensions.field)).toEqual(["n", "f.kind"]);
});

test("the schema is nobody's to ask for in production", async () => {
  for (const query of [
    getIntrospectionQuery(),
    '{ __type(name: "Member") { name } }',
    "{ partner { id } ...F } fragment F on Query { __schema { queryType { name } } }",
  ]) {
    expect(await ask(query)).toMatchObject({ status: 403, code: "FORBIDDEN", reason: "INTROSPECTION_OFF" });
  }
  expect((await ask("{ __typename partner { __typename } }")).data).toEqual({
    __typename: "Query",
    partner: { __typename: "Partner" },
  });
});

test("the operation that is named is the one that runs, and one of several must be named", async () => {
  const both = "query A { partner { id } } query B { partner { name } }";
  expect((await ask(both, {}, "B")).data).toEqual({ partner: { name: expect.any(String) } });
  expect((await ask(both, {}, "A")).data).toEqual({ partner: { id: one.partnerId } });
  expect(await ask(both)).toMatchObject({ status: 400, code: "BAD_INPUT", reason: "OPERATION_UNKNOWN" });
  expect(await ask(both, {}, "C")).toMatchObject({ status: 400, code: "BAD_INPUT", reason: "OPERATION_UNKNOWN" });
  expect(await ask("{ partner { id } }", {}, "A")).toMatchObject({ status: 400, reason: "OPERATION_UNKNOWN" });
});

test("whoever names an operation by nothing spoils its document for nobody who asks after them", async () => {
  const document = "{ partner { id name } }";
  expect(await ask(document, {}, "")).toMatchObject({ status: 400, reason: "OPERATION_UNKNOWN" });
  expect((await ask(document)).data).toMatchObject({ partner: { id: one.partnerId } });
  expect(await ask(document, {}, "")).toMatchObject({ status: 400, reason: "OPERATION_UNKNOWN" });
});
