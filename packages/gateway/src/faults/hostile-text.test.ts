import { type GraphQLInputType, getNamedType, getNullableType, isListType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import { type TestWriting, testWriting } from "../platform/writing/testing.js";
import { asked, PLACES } from "./testing.inputs.js";

let gateway: TestGateway;
let w: TestWriting;
beforeAll(async () => {
  gateway = await testGateway();
  w = testWriting(gateway);
});
afterAll(async () => {
  await w.close();
  await gateway.stop();
});

const one = () => gateway.partners[0];

async function send(mutation: string, field: string, value: unknown, type: GraphQLInputType) {
  const { as, input, query } = asked(one(), mutation);
  const given = isListType(getNullableType(type)) ? [value] : value;
  return gateway.graphql(query, { input: { ...input, [field]: given } }, { as });
}

const BROKEN = { NUL: "a\u0000b", "half a character": "a\ud800", "the other half": "\udc00a" };
const HOSTILE = {
  ...BROKEN,
  "100 kB": "x".repeat(100_000),
  "nothing to see": " \u00a0\u200b\u3164 ",
  "an emoji of seven": "👨‍👩‍👧‍👦",
  "SQL that ends the statement": "'); drop table member; --",
  "SQL that asks for all": "x' or '1'='1",
  "a dollar and a number": "$1",
  GraphQL: '") { id } } #',
};
/** Texts that people write and read may be anything one can see. */
const SEEN = new Set([
  "an emoji of seven",
  "SQL that ends the statement",
  "SQL that asks for all",
  "a dollar and a number",
  "GraphQL",
]);
const ONE_SEES_NOTHING = "nothing to see";

test.each(PLACES)(
  "%s takes in %s nothing that is no text for it, and keeps the rest as it is",
  async (mutation, field, type) => {
    const kind = getNamedType(type).name;
    for (const [what, text] of Object.entries(HOSTILE)) {
      let outcome = "";
      const recorded = await w.recorded(one(), async () => {
        const { status, errors } = await send(mutation, field, text, type);
        outcome = errors?.[0]?.extensions.code ?? "OK";
        expect(status).toBeLessThan(500);
      });
      if (kind === "ID") expect(outcome, what).toBe("NOT_FOUND");
      else if (kind !== "String") expect(outcome, what).toBe("BAD_INPUT");
      else if (outcome === "OK") await expectKept(mutation, field, what, text);
      else expect(outcome, what).toBe("BAD_INPUT");
      if (outcome !== "OK") expect(recorded, what).toEqual({ events: [], audits: [] });
    }
  },
);

/** A text that was taken is what is read back; one of which nothing is seen may only stand for none. */
async function expectKept(mutation: string, field: string, what: string, text: string): Promise<void> {
  expect(what === ONE_SEES_NOTHING || SEEN.has(what), what).toBe(true);
  const [table, column] = TEXTS[`${mutation}.${field}`] ?? [];
  if (!table || !column) throw new Error(`${mutation}.${field} is not known to keep texts`);
  const kept = await w.sql<{ kept: unknown }>(`select ${column} as kept from ${table} where partner_id = $1`, [
    one().partnerId,
  ]);
  const expected = what === ONE_SEES_NOTHING ? null : text;
  expect(
    kept.map((row) => row.kept),
    what,
  ).toContainEqual(column === "topics" ? [expected] : expected);
}
const texts = (mutation: string, table: string, columns: Readonly<Record<string, string>>) =>
  Object.entries(columns).map(([field, column]) => [`${mutation}.${field}`, [table, column]] as const);
const offerTexts = { title: "title", description: "description", topics: "topics" };
const TEXTS: Readonly<Record<string, readonly [table: string, column: string]>> = Object.fromEntries([
  ...texts("upsertMember", "member", { externalId: "external_id", displayName: "display_name" }),
  ...texts("createCommunity", "community", {
    name: "name",
    description: "description",
    guidelines: "guidelines",
    topics: "topics",
  }),
  ...texts("createSupportOffer", "support_offer", offerTexts),
  ...texts("updateSupportOffer", "support_offer", offerTexts),
]);

test.each(PLACES)("%s takes in %s no broken text that is part of the document", async (mutation, field, type) => {
  const base = asked(one(), mutation);
  for (const [what, text] of Object.entries(BROKEN)) {
    const rest = Object.entries(base.input).filter(([name]) => name !== field);
    const literal = isListType(getNullableType(type)) ? `[${JSON.stringify(text)}]` : JSON.stringify(text);
    const input = [...rest.map(([name, value]) => `${name}: ${literalOf(name, value)}`), `${field}: ${literal}`];
    const query = `mutation { ${mutation}(input: { ${input.join(" ")} }) { ${base.selection} } }`;
    const { status, errors } = await gateway.graphql(query, {}, { as: base.as });
    expect(status, what).toBeLessThan(500);
    expect(errors?.[0]?.extensions.code, what).toMatch(/^(BAD_INPUT|NOT_FOUND)$/);
  }
});

const literalOf = (name: string, value: unknown) =>
  name === "kinds" ? "[EMOTIONAL]" : name === "visibility" ? value : JSON.stringify(value);

const ARGUMENTS: readonly (readonly [what: string, query: string, outcome: Outcome])[] = [
  ["node", "query ($text: ID!) { node(id: $text) { id } }", "NOT_FOUND"],
  ["nodes", "query ($text: ID!) { nodes(ids: [$text]) { id } }", '{"nodes":[null]}'],
  ["member", "query ($text: String!) { member(externalId: $text) { id } }", "NOT_FOUND"],
  [
    "a filter's community",
    "query ($text: ID!) { supportOffers(filter: { communityId: $text }) { nodes { id } totalCount } }",
    '{"supportOffers":{"nodes":[],"totalCount":0}}',
  ],
  [
    "a filter's kind",
    "query ($text: SupportKind!) { supportOffers(filter: { kind: $text }) { totalCount } }",
    "BAD_INPUT",
  ],
  ["states", "query ($text: ExchangeState!) { viewer { exchanges(states: [$text]) { totalCount } } }", "BAD_INPUT"],
  ["days", "query ($text: Int!) { pulseTrend(days: $text) { to } }", "BAD_INPUT"],
  ...["communities", "supportOffers"].flatMap((list) =>
    (["after", "before"] as const).map(
      (side) =>
        [`${list} ${side}`, `query ($text: String!) { ${list}(${side}: $text) { totalCount } }`, "BAD_INPUT"] as const,
    ),
  ),
  ...["memberships", "exchanges", "supportOffers", "pulseCheckIns"].map(
    (list) =>
      [
        `viewer's ${list}`,
        `query ($text: String!) { viewer { ${list}(after: $text) { totalCount } } }`,
        "BAD_INPUT",
      ] as const,
  ),
];
/** A code, or the data as JSON. */
type Outcome = string;

test.each(ARGUMENTS)("%s finds nothing by such a text, and breaks on none", async (_what, query, outcome) => {
  // The first partner has members called so by now.
  const [{ ann }, { secretKey }] = gateway.partners;
  const as = query.includes("externalId") ? secretKey : ann;
  for (const [what, text] of Object.entries(HOSTILE)) {
    const { status, data, errors } = await gateway.graphql(query, { text }, { as });
    expect(status, what).toBeLessThan(500);
    const came = errors?.[0]?.extensions.code ?? JSON.stringify(data);
    // What is no text at all is told so, wherever text is asked for.
    if (what in BROKEN && came === "BAD_INPUT") continue;
    expect(came, what).toBe(outcome);
  }
});
