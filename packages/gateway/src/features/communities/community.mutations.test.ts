import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../../platform/http/testing.js";
import { type TestWriting, testWriting } from "../../platform/writing/testing.js";

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

const COMMUNITY = "community { id name description guidelines topics visibility seats memberCount }";
const create = (input: object, as: any = gateway.partners[0].secretKey) =>
  w.mutate(as, "createCommunity", input, COMMUNITY);

test("a community is public, without bounds and empty unless the server says otherwise", async () => {
  const { payload, refused } = await create({ name: "  New parents  " });
  expect(refused).toBeNull();
  expect(payload.community).toEqual({
    id: expect.stringMatching(/^com_/),
    name: "New parents",
    description: null,
    guidelines: null,
    topics: [],
    visibility: "PUBLIC",
    seats: null,
    memberCount: 0,
  });
});

test("its facilitators are in at once and take seats", async () => {
  const one = gateway.partners[0];
  const facilitatorIds = [one.ann.id, one.cleo.id, one.ann.id];
  const { payload } = await create({ name: "Small", seats: 2, visibility: "MEMBERS_ONLY", facilitatorIds });
  expect(payload.community).toMatchObject({ seats: 2, memberCount: 2, visibility: "MEMBERS_ONLY" });
  expect(
    await w.sql("select member_id, role, state from membership where community_id = $1 order by member_id", [
      payload.community.id,
    ]),
  ).toEqual([
    { member_id: one.ann.id, role: "FACILITATOR", state: "ACTIVE" },
    { member_id: one.cleo.id, role: "FACILITATOR", state: "ACTIVE" },
  ]);
});

test.each([
  ["no name", { name: " \t\u3000 " }, "EMPTY input.name"],
  ["a name of 121 characters", { name: "é".repeat(121) }, "TOO_LONG input.name"],
  ["a name with NUL", { name: "a\u0000" }, "CONTROL_CHARACTER input.name"],
  ["half a character", { name: "a\udc00" }, "BROKEN_TEXT input.name"],
  ["a description of 2001 characters", { name: "x", description: "x".repeat(2001) }, "TOO_LONG input.description"],
  ["a blank topic", { name: "x", topics: ["ok", "  "] }, "EMPTY input.topics.1"],
  ["eleven topics", { name: "x", topics: [..."abcdefghijk"] }, "TOO_MANY input.topics"],
  ["no seat", { name: "x", seats: 0 }, "OUT_OF_RANGE input.seats"],
  [
    "more facilitators than seats",
    { name: "x", seats: 1, facilitatorIds: ["mbr_a", "mbr_b"] },
    "COMMUNITY_FULL input.facilitatorIds",
  ],
])("a community with %s is not taken", async (_what, input, refused) => {
  expect((await create(input)).refused).toBe(`BAD_INPUT ${refused}`);
});

test("what has nothing to see in it is null", async () => {
  const { payload } = await create({ name: "x", description: " \n\u200b ", guidelines: "" });
  expect(payload.community).toMatchObject({ description: null, guidelines: null });
});

test("long, right-to-left and line-broken text is kept as it was written", async () => {
  const description = `${"🌻".repeat(1000)}\n\nمرحبا بكم\tשלום`;
  const { payload } = await create({ name: "مجتمع الدعم", description });
  expect(payload.community).toMatchObject({ name: "مجتمع الدعم", description });
});

test("a hundred thousand characters are refused, not stored and not an accident", async () => {
  expect((await create({ name: "x".repeat(100_000) })).refused).toMatch(/^BAD_INPUT/);
  expect((await create({ name: "x", description: "x ".repeat(50_000) })).refused).toMatch(/^BAD_INPUT/);
});

test("a facilitator who is nobody here is not found, whoever they are elsewhere", async () => {
  const [one, two] = gateway.partners;
  for (const id of ["", "mbr_", "x".repeat(3000), two.ann.id, one.offerId, "mbr_01jdzq3v8e7g2b9x4c5n6p7r8s"]) {
    const before = await w.sql("select count(*) from community");
    expect((await create({ name: "x", facilitatorIds: [one.ann.id, id] })).refused).toBe(
      "NOT_FOUND input.facilitatorIds.1",
    );
    expect(await w.sql("select count(*) from community")).toEqual(before);
  }
});

test("only the partner's own server opens communities", async () => {
  const { ann, publishableKey } = gateway.partners[0];
  expect((await create({ name: "x" }, ann)).refused).toBe("FORBIDDEN SECRET_KEY_NEEDED");
  expect((await create({ name: "x" }, publishableKey)).refused).toBe("FORBIDDEN SECRET_KEY_NEEDED");
});
