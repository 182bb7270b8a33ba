import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type GraphqlOptions, type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";

const page = readFileSync(new URL("../docs/errors.md", import.meta.url), "utf8");
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway?.stop());

/** What the page shows for a code: its example, and its HTTP status, which is 200 for what a field refuses. */
function shown(code: string): { example: unknown; status: number } {
  const [, section = ""] = new RegExp(`^## ${code}$([^]*?)(?=^## |$(?![^]))`, "m").exec(page) ?? [];
  const example = JSON.parse(/```json\n([^]*?)```/.exec(section)?.[1] ?? "null") as { errors: { path?: unknown }[] };
  return { example, status: example.errors[0]?.path ? 200 : Number(/HTTP (\d+)/.exec(section)?.[1]) };
}

/** As it came, without the places in the document that was sent. */
async function answered(query: string, variables: object, options: GraphqlOptions): Promise<object> {
  const { status, text } = await gateway.graphql(query, variables, options);
  const { errors, ...rest } = JSON.parse(text) as { errors: { locations?: unknown }[] };
  return { status, example: { errors: errors.map(({ locations: _, ...error }) => error), ...rest } };
}

const ACCEPT = "mutation ($id: ID!) { acceptExchange(input: { exchangeId: $id }) { exchange { id } } }";
const PROPOSE = "mutation ($id: ID!) { proposeExchange(input: { supportOfferId: $id }) { exchange { id } } }";
const RECORD = "mutation ($mood: Int!) { recordPulseCheckIn(input: { mood: $mood }) { checkIn { id } } }";
const OFFER =
  "mutation ($input: CreateSupportOfferInput!) { createSupportOffer(input: $input) { supportOffer { id } } }";

test("the page's examples are what the gateway answers, byte for byte in what clients decide by", async () => {
  const [{ ann, ben, cleo, exchangeId, offerId, sign }, other] = gateway.partners;
  const past = Math.floor(Date.now() / 1000) - 7200;
  const expired = await sign({ sub: ann.externalId, iat: past, exp: past + 900 });
  expect(await answered("{ viewer { member { id } } }", {}, { as: expired })).toEqual(shown("UNAUTHENTICATED"));
  expect(await answered(ACCEPT, { id: exchangeId }, { as: ben })).toEqual(shown("FORBIDDEN"));
  expect(await answered("query ($id: ID!) { node(id: $id) { id } }", { id: other.offerId }, { as: ann })).toEqual(
    shown("NOT_FOUND"),
  );
  expect(await answered(OFFER, { input: { title: " ", kinds: ["EMOTIONAL"] } }, { as: ann })).toEqual(
    shown("BAD_INPUT"),
  );
  expect(await answered(PROPOSE, { id: offerId }, { as: ben })).toEqual(shown("CONFLICT"));

  const once = { as: cleo, headers: { "idempotency-key": "one-wish" } };
  await gateway.graphql(RECORD, { mood: 3 }, once);
  expect(await answered(RECORD, { mood: 4 }, once)).toEqual(shown("IDEMPOTENCY_MISMATCH"));

  const deep = "{ communities(first: 100) { nodes { supportOffers(first: 100) { nodes { id } } } } }";
  expect(await answered(deep, {}, { as: ann })).toEqual(shown("QUERY_TOO_COSTLY"));
});

test("a place that is gone is told as the page says", async () => {
  const [{ ann, ben, cleo }] = gateway.partners;
  const input = { title: "One walk", kinds: ["COMPANIONSHIP"], capacity: 1 };
  const { data } = await gateway.graphql(OFFER, { input }, { as: ann });
  const { id } = data.createSupportOffer.supportOffer;
  const asked = [ben, cleo].map((as) => gateway.graphql(PROPOSE, { id }, { as }));
  const [one, two] = (await Promise.all(asked)).map((answer) => answer.data.proposeExchange.exchange.id);
  await gateway.graphql(ACCEPT, { id: one }, { as: ann });
  expect(await answered(ACCEPT, { id: two }, { as: ann })).toEqual(shown("CAPACITY_REACHED"));
});
