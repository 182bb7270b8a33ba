import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestPartner } from "../platform/http/testing.partner.js";
import { type TestWriting, testWriting } from "../platform/writing/testing.js";

let gateway: TestGateway;
let w: TestWriting;
let one: TestPartner;
beforeAll(async () => {
  gateway = await testGateway();
  w = testWriting(gateway);
  one = gateway.partners[0];
});
afterAll(async () => {
  await w.close();
  await gateway.stop();
});

const WHO = "{ viewer { member { id externalId } } }";
const upsert = async (externalId: string, displayName: string): Promise<string> => {
  const input = { externalId, displayName };
  const { payload } = await w.mutate(one.secretKey, "upsertMember", input, "member { id }");
  return payload.member.id;
};
/** The member of this name, by each of the ways to name one. */
async function found(externalId: string): Promise<string[]> {
  const find = "query ($externalId: String!) { member(externalId: $externalId) { id externalId } }";
  const bytes = Buffer.from(externalId).toString("latin1");
  const answers = [
    (await gateway.graphql(find, { externalId }, { as: one.secretKey })).data.member,
    (
      await gateway.graphql(
        `{ member(externalId: ${JSON.stringify(externalId)}) { id externalId } }`,
        {},
        { as: one.secretKey },
      )
    ).data.member,
    (await gateway.graphql(WHO, {}, { as: await one.sign({ sub: externalId }) })).data.viewer.member,
    (await gateway.graphql(WHO, {}, { as: one.secretKey, headers: { "kith-member": `external:${bytes}` } })).data.viewer
      .member,
  ];
  for (const answer of answers) expect(answer.externalId).toBe(externalId);
  return answers.map(({ id }) => id);
}

test.each<[what: string, names: readonly string[]]>([
  ["letters composed and apart", ["Ros\u00e9-7", "Rose\u0301-7"]],
  ["Hangul composed and apart", ["\ud55c-7", "\u1112\u1161\u11ab-7"]],
  ["marks in two orders", ["a\u0316\u0301-7", "a\u0301\u0316-7"]],
  ["upper and lower case", ["Patient-7", "patient-7", "PATIENT-7"]],
  ["letters that look the same", ["user-a", "user-\u0430"]],
  ["full width and plain", ["\uff11\uff12", "12"]],
  ["a ligature and its letters", ["\ufb01le-7", "file-7"]],
  ["a joiner and none", ["a\u200db-7", "ab-7"]],
  ["what a pattern would match", ["a%", "a_", "ab"]],
  ["numbers that are worth the same", ["7", "07", "7.0", "7e0"]],
  ["a name in quotes and none", ['"x"', "'x'", "x"]],
  ["an id of ours", ["mbr_01jdzq3v8e7g2b9x4c5n6p7r8s", "external:x"]],
  ["emoji with and without a colour", ["👍", "👍🏽"]],
])("two names are one person only if they are the same to the last byte: %s", async (_what, names) => {
  const ids: string[] = [];
  for (const [n, name] of names.entries()) ids.push(await upsert(name, `First ${n}`));
  expect(new Set(ids).size).toBe(names.length);
  for (const [n, name] of names.entries()) {
    expect(await found(name)).toEqual(Array(4).fill(ids[n]));
    expect(await upsert(name, `Second ${n}`)).toBe(ids[n]);
  }
  const kept = await w.sql(
    "select display_name as name from member where id = any($1) order by array_position($1, id)",
    [ids],
  );
  expect(kept.map(({ name }) => name)).toEqual(names.map((_, n) => `Second ${n}`));
});

test("a name that was met in both ways at the same instant is two people, each once", async () => {
  const names = ["Zo\u00eb-9", "Zoe\u0308-9"];
  const tokens = await Promise.all(names.map((sub) => one.sign({ sub })));
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, n) => gateway.graphql(WHO, {}, { as: tokens[n % 2] as string })),
  );
  const ids = answers.map(({ data }) => data.viewer.member.id);
  expect(new Set(ids).size).toBe(2);
  for (const [n, id] of ids.entries()) expect(id).toBe(ids[n % 2]);
});
