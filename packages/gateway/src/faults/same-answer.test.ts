import { getNamedType, getNullableType, isListType } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type TestAnswer, type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestPartner } from "../platform/http/testing.partner.js";
import { asked, PLACES } from "./testing.inputs.js";

let gateway: TestGateway;
let one: TestPartner;
let two: TestPartner;
/** What the gateway sends beside requests, each second. */
const BESIDES = /^select pg_notify|^insert into "audit"/;
/** Before the gateway starts, for it takes hold of its clients' `query` itself. */
const sent = vi.spyOn(pg.Client.prototype, "query");
beforeAll(async () => {
  gateway = await testGateway();
  [one, two] = gateway.partners;
  // Whoever asks is remembered from here on.
  for (const as of [one.ann, one.cleo, one.secretKey]) await gateway.graphql("{ partner { id } }", {}, { as });
});
afterAll(() => gateway.stop());

type Kind = "com" | "sof" | "exc" | "mbr" | "chk";
/** Ids of what is there and Cleo may not see, of what is another partner's, of what never was, and no ids at all. */
const idsOf = (kind: Kind): Readonly<Record<"unseen" | "foreign" | "never", string>> => {
  const mine = {
    com: one.closedCommunityId,
    sof: one.offerId,
    exc: one.exchangeId,
    mbr: one.ann.id,
    chk: one.checkInId,
  };
  const theirs = {
    com: two.openCommunityId,
    sof: two.offerId,
    exc: two.exchangeId,
    mbr: two.ann.id,
    chk: two.checkInId,
  };
  return { unseen: mine[kind], foreign: theirs[kind], never: `${kind}_01jdzq3v8e7g2b9x4c5n6p7r8s` };
};
const KINDS: readonly Kind[] = ["com", "sof", "exc", "mbr", "chk"];
const MALFORMED = [
  "",
  " ",
  "com",
  "sof_",
  "EXC_01JDZQ3V8E7G2B9X4C5N6P7R8S",
  "mbr_01jdzq3v8e7g2b9x4c5n6p7r8u",
  "%",
  "_",
];

/** All of an answer but what no two answers share. */
function shown({ status, text, headers }: TestAnswer): string {
  const own = new Set(["kith-request-id", "date"]);
  return JSON.stringify([status, text, [...headers].filter(([name]) => !own.has(name))]);
}
async function statementsFor(ask: () => Promise<TestAnswer>): Promise<{ answer: TestAnswer; statements: string[] }> {
  const before = sent.mock.calls.length;
  const answer = await ask();
  const texts = sent.mock.calls.slice(before).map(([query]: any[]) => (typeof query === "string" ? query : query.text));
  return { answer, statements: texts.filter((text: string) => !BESIDES.test(text)) };
}

const READS: readonly (readonly [what: string, query: string, code: string | undefined])[] = [
  ["node", "query ($id: ID!) { node(id: $id) { id __typename } }", "NOT_FOUND"],
  ["nodes", "query ($id: ID!) { nodes(ids: [$id]) { id __typename } }", undefined],
  [
    "a filter",
    "query ($id: ID!) { supportOffers(filter: { communityId: $id }) { nodes { id } totalCount pageInfo { hasNextPage } } }",
    undefined,
  ],
];

test.each(READS)("%s tells nothing of what is hidden, foreign or was never there", async (_what, query, code) => {
  for (const kind of KINDS) {
    // Asked once before, so that nothing is prepared for one that is not for another.
    const ids = Object.values(idsOf(kind));
    for (const id of [...ids, ...ids]) await gateway.graphql(query, { id }, { as: one.cleo });
    const asked = [];
    for (const id of ids) asked.push(await statementsFor(() => gateway.graphql(query, { id }, { as: one.cleo })));
    const [unseen, ...others] = asked;
    expect(unseen?.answer.errors?.[0]?.extensions.code).toBe(code);
    for (const { answer, statements } of others) {
      expect(shown(answer)).toBe(unseen && shown(unseen.answer));
      expect(statements).toEqual(unseen?.statements);
    }
    for (const id of MALFORMED) {
      expect(shown(await gateway.graphql(query, { id }, { as: one.cleo }))).toBe(unseen && shown(unseen.answer));
    }
  }
});

const PREFIX: Readonly<Record<string, Kind>> = {
  communityId: "com",
  memberId: "mbr",
  facilitatorIds: "mbr",
  recipientId: "mbr",
  supportOfferId: "sof",
  exchangeId: "exc",
};
const ids = PLACES.filter(([, , type]) => getNamedType(type).name === "ID");

test.each(ids)(
  "%s tells nothing by %s of what is hidden, foreign or was never there",
  async (mutation, field, type) => {
    const kind = PREFIX[field];
    if (!kind) throw new Error(`It is not known what ${field} names`);
    const { as, query, input } = asked(one, mutation);
    const byServer = as === one.secretKey;
    // Nothing of one's own partner is hidden from its server. Cleo offers something herself where another is named.
    const cleos =
      'mutation { createSupportOffer(input: { kinds: [EMOTIONAL], title: "Tea" }) { supportOffer { id } } }';
    const own =
      field === "recipientId"
        ? {
            supportOfferId: (await gateway.graphql(cleos, {}, { as: one.cleo })).data.createSupportOffer.supportOffer
              .id,
          }
        : {};
    const ask = (id: string) => () => {
      const given = isListType(getNullableType(type)) ? [id] : id;
      return gateway.graphql(query, { input: { ...input, ...own, [field]: given } }, { as: byServer ? as : one.cleo });
    };
    const { unseen, foreign, never } = idsOf(kind);
    for (const id of [never, foreign]) await ask(id)();
    const asNever = await statementsFor(ask(never));
    const asForeign = await statementsFor(ask(foreign));
    expect(asNever.answer.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    expect(shown(asForeign.answer)).toBe(shown(asNever.answer));
    expect(asForeign.statements).toEqual(asNever.statements);
    const others = byServer ? MALFORMED : [unseen, ...MALFORMED];
    for (const id of others) expect(shown(await ask(id)())).toBe(shown(asNever.answer));
  },
);

test("whoever names another's member, or nobody, as the one to act for or to look up is told the same", async () => {
  const query = "query ($externalId: String!) { member(externalId: $externalId) { id } }";
  const find = (externalId: string) => gateway.graphql(query, { externalId }, { as: one.secretKey });
  expect(shown(await find(two.ann.externalId))).toBe(shown(await find("nobody")));
  const actFor = (named: string) =>
    gateway.graphql("{ viewer { member { id } } }", {}, { as: one.secretKey, headers: { "kith-member": named } });
  const nobody = shown(await actFor("external:nobody"));
  expect(nobody).toContain("NOT_FOUND");
  for (const named of [two.ann.id, `external:${two.ann.externalId}`, `mbr_${"0".repeat(26)}`, "mbr_x", "x"]) {
    expect(shown(await actFor(named))).toBe(nobody);
  }
});

test("a key or a token that was made up is told the same, whether its partner is there or not", async () => {
  const ask = (as: string) => gateway.graphql("{ partner { id } }", {}, { as });
  const nowhere = `${"0".repeat(26)}`;
  const madeUp = (partner: string, prefix: string) =>
    `${prefix}_${partner}_${one.secretKey.split("_")[2]?.replaceAll(/\w/g, "a")}`;
  for (const prefix of ["sk", "pk"]) {
    const [there, not] = [madeUp(one.partnerId.slice(4), prefix), madeUp(nowhere, prefix)];
    expect(shown(await ask(there))).toBe(shown(await ask(not)));
    expect(shown(await ask(there))).toContain("KEY_UNKNOWN");
  }
  const unknown = `kid_${nowhere}_${one.signingKey.kid.split("_")[2]}`;
  const tokens = [await one.sign({}, { kid: unknown }), await two.sign({}, { kid: one.signingKey.kid })];
  expect(shown(await ask(tokens[0] as string))).toBe(shown(await ask(tokens[1] as string)));
});
