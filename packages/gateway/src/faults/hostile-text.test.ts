import { type GraphQLInputType, getNamedType, getNullableType, isInputObjectType, isListType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import { type TestWriting, testWriting } from "../platform/writing/testing.js";
import { buildKithSchema } from "../schema.js";

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

type Input = Readonly<Record<string, unknown>>;
type Base = () => { readonly as?: string; readonly input: Input; readonly selection: string };
const one = () => gateway.partners[0];
const offer =
  (more: Input = {}) =>
  () => ({
    input: { supportOfferId: one().offerId, ...more },
    selection: "supportOffer { id }",
  });
const exchange: Base = () => ({ input: { exchangeId: one().exchangeId }, selection: "exchange { id }" });
const community: Base = () => ({ input: { communityId: one().openCommunityId }, selection: "membership { state }" });

/** What each mutation would take, by Ann unless said, but for the one text that is put into it. */
const BASES: Readonly<Record<string, Base>> = {
  upsertMember: () => ({ as: one().secretKey, input: { externalId: "hostile" }, selection: "member { id }" }),
  revokeMemberTokens: () => ({ as: one().secretKey, input: { memberId: one().mia.id }, selection: "member { id }" }),
  createCommunity: () => ({ as: one().secretKey, input: { name: "Hostile" }, selection: "community { id }" }),
  removeMember: () => ({
    as: one().secretKey,
    input: { communityId: one().openCommunityId, memberId: one().mia.id },
    selection: "membership { state }",
  }),
  updateProfile: () => ({ input: {}, selection: "member { id }" }),
  joinCommunity: community,
  leaveCommunity: community,
  createSupportOffer: () => ({ input: { kinds: ["EMOTIONAL"], title: "Hostile" }, selection: "supportOffer { id }" }),
  updateSupportOffer: offer(),
  pauseSupportOffer: offer(),
  resumeSupportOffer: offer(),
  closeSupportOffer: offer(),
  proposeExchange: offer(),
  acceptExchange: exchange,
  declineExchange: exchange,
  withdrawExchange: exchange,
  endExchange: exchange,
  completeExchange: exchange,
  recordPulseCheckIn: () => ({ input: { mood: 3 }, selection: "checkIn { id }" }),
};

const { schema } = buildKithSchema();
/** Every place of a mutation's input where a text may stand, and that text there. */
const places = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) =>
  Object.values(fieldsOf(args[0]?.type)).map((field) => [name, field.name, field.type] as const),
);

function fieldsOf(type: GraphQLInputType | undefined) {
  const named = type && getNamedType(type);
  return isInputObjectType(named) ? named.getFields() : {};
}

async function send(mutation: string, field: string, value: unknown, type: GraphQLInputType) {
  const base = BASES[mutation]?.();
  if (!base) throw new Error(`${mutation} has no base`);
  const given = isListType(getNullableType(type)) ? [value] : value;
  const query = `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${base.selection} } }`;
  return gateway.graphql(query, { input: { ...base.input, [field]: given } }, { as: base.as ?? one().ann });
}

const HOSTILE: Readonly<Record<string, string>> = {
  NUL: "a\u0000b",
  "half a pair": "a\ud800",
  "the other half": "\udc00a",
  "100 kB": "x".repeat(100_000),
  blank: " \u00a0\u200b\t ",
  emoji: "👩‍👩‍👧‍👦",
  sql: "'); drop table member; --",
};

test.each(places)("x %s %s", async (mutation, field, type) => {
  const outs: string[] = [];
  for (const [name, text] of Object.entries(HOSTILE)) {
    const { status, errors } = await send(mutation, field, text, type);
    const e = errors?.[0]?.extensions;
    outs.push(`${name}: ${status} ${e?.code ?? "OK"} ${e?.reason ?? ""} ${e?.field ?? ""}`);
  }
  console.log(mutation, field, String(type), "\n  " + outs.join("\n  "));
});
