import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestPartner } from "../platform/http/testing.partner.js";

let gateway: TestGateway;
let one: TestPartner;
beforeAll(async () => {
  gateway = await testGateway({ config: { environment: "development" } });
  one = gateway.partners[0];
});
afterAll(() => gateway.stop());

const ask = async (query: string, variables: object = {}, options: object = {}) => {
  const { status, text, errors } = await gateway.graphql(query, variables, { as: one.ann, ...options });
  // As text: in an object, a key could be lost on its way to the assertion too.
  return { status, text: JSON.stringify(JSON.parse(text)), ...errors?.[0]?.extensions };
};
const json = (name: string, value: string) => `{${JSON.stringify(name)}:${value}}`;

/** What every object already answers to, what promises and serialisers look for, and what GraphQL keeps for itself. */
const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "toString",
  "valueOf",
  "toJSON",
  "then",
  "length",
  "__defineGetter__",
  "__typename",
  "__schema",
];

test.each(NAMES)("%s is an alias like any other, in rows, in pages, in what a rule made", async (name) => {
  const { text } = await ask(`{
    ${name}: viewer { ${name}: member { ${name}: id } offers: supportOffers(first: 1) { ${name}: nodes { ${name}: id } } }
    trend: pulseTrend { ${name}: days { ${name}: mood } course: mood { ${name}: median } }
  }`);
  const id = (value: string) => json(name, JSON.stringify(value));
  const viewer = `{${JSON.stringify(name)}:${id(one.ann.id)},"offers":${json(name, `[${id(one.offerId)}]`)}}`;
  const trend = `{${JSON.stringify(name)}:[${json(name, "4")}],"course":${json(name, "null")}}`;
  expect(text).toBe(`{"data":{${JSON.stringify(name)}:${viewer},"trend":${trend}}}`);
});

test.each(NAMES)("%s is an alias like any other beside a question about the schema", async (name) => {
  const { text } = await ask(
    `{ type: __type(name: "Partner") { ${name}: name } ${name}: partner { ${name}: id } trend: pulseTrend { ${name}: days { ${name}: mood } } }`,
  );
  const partner = json(name, json(name, JSON.stringify(one.partnerId)));
  expect(text).toBe(
    `{"data":{"type":${json(name, '"Partner"')},${partner.slice(1, -1)},"trend":${json(name, `[${json(name, "4")}]`)}}}`,
  );
});

test.each(NAMES)("%s is an operation, a fragment and a variable like any other", async (name) => {
  const query = `query ${name}($${name}: ID!) { node(id: $${name}) { ...${name} } } fragment ${name} on Node { id }`;
  const { status, text } = await ask(query, JSON.parse(json(name, JSON.stringify(one.offerId))), {
    operationName: name,
  });
  expect({ status, text }).toEqual({ status: 200, text: `{"data":{"node":{"id":"${one.offerId}"}}}` });
});

test.each(NAMES)("a variable %s that was not given is not there", async (name) => {
  const optional = `query ($${name}: ID) { supportOffers(filter: { communityId: $${name} }) { totalCount } }`;
  expect(await ask(optional)).toMatchObject({ status: 200, text: '{"data":{"supportOffers":{"totalCount":1}}}' });
  expect(await ask(`query ($${name}: ID!) { node(id: $${name}) { id } }`)).toMatchObject({
    status: 400,
    reason: "VARIABLE_INVALID",
    field: name,
  });
});

test.each(NAMES)("nothing is found under the name %s that nobody gave it", async (name) => {
  expect(await ask("query Q { partner { id } }", {}, { operationName: name })).toMatchObject({
    status: 400,
    reason: "OPERATION_UNKNOWN",
  });
  const filter = JSON.parse(json("filter", json(name, '{ "kind": "EMOTIONAL" }')));
  expect(
    await ask("query ($filter: SupportOfferFilter) { supportOffers(filter: $filter) { totalCount } }", filter),
  ).toMatchObject({ status: 400, reason: "VARIABLE_INVALID" });
  const spare = JSON.parse(json(name, json(name, '{ "viewer": null, "kind": "SERVER" }')));
  expect(await ask("{ partner { id } }", spare)).toMatchObject({ status: 200 });
  expect(({} as Record<string, unknown>).viewer).toBeUndefined();
});

test.each(NAMES)("%s is an idempotency key and a mutation's alias like any other", async (name) => {
  const mutate = () =>
    ask(
      `mutation { ${name}: recordPulseCheckIn(input: { mood: 3 }) { ${name}: checkIn { ${name}: id } } }`,
      {},
      {
        headers: { "idempotency-key": name },
      },
    );
  const first = await mutate();
  expect(first.text).toMatch(/"chk_\w{26}"/);
  expect((await mutate()).text).toBe(first.text);
});

test("a name of a megabyte is refused, one that fits into a body is a name, and neither is logged", async () => {
  const name = (length: number) => "N".repeat(length);
  expect(await ask(`query ${name(1_000_000)} { partner { id } }`)).toMatchObject({ status: 413 });
  expect(await ask(`query ${name(200_000)} { partner { id } }`)).toMatchObject({ status: 200 });
  expect(await ask("query Q { partner { id } }", {}, { operationName: name(200_000) })).toMatchObject({
    status: 400,
    reason: "OPERATION_UNKNOWN",
  });
  expect(await ask(`{ ${name(200_000)}: partner { id } }`)).toMatchObject({
    status: 200,
    text: `{"data":{"${name(200_000)}":{"id":"${one.partnerId}"}}}`,
  });
  expect(await ask(`{ partner { ${name(100_000)} } }`)).toMatchObject({ status: 400 });
  expect(gateway.logged()).not.toContain(name(100));
});
