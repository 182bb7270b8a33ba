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

const MEMBER = "member { id externalId displayName ageBand roles languages timeZone state }";
const upsert = (input: object, as: any = gateway.partners[0].secretKey) => w.mutate(as, "upsertMember", input, MEMBER);

test("someone new is made, a nameless active minor unless the server says more", async () => {
  const { payload, refused } = await upsert({ externalId: "new-1" });
  expect(refused).toBeNull();
  expect(payload.member).toEqual({
    id: expect.stringMatching(/^mbr_/),
    externalId: "new-1",
    displayName: null,
    ageBand: null,
    roles: [],
    languages: [],
    timeZone: null,
    state: "ACTIVE",
  });
});

test("what is left out stays, what is null is cleared", async () => {
  const all = {
    externalId: "full-1",
    displayName: "Fay",
    ageBand: "ADULT",
    roles: ["MODERATOR", "CARE_TEAM"],
    languages: ["pt-BR", "en"],
    timeZone: "America/Bahia",
    state: "PAUSED",
  };
  const { payload } = await upsert(all);
  const { id } = payload.member;
  expect(payload.member).toEqual({ id, ...all });
  expect((await upsert({ externalId: "full-1" })).payload.member).toEqual({ id, ...all });
  expect((await upsert({ externalId: "full-1", displayName: "F." })).payload.member).toEqual({
    id,
    ...all,
    displayName: "F.",
  });
  const cleared = { displayName: null, ageBand: null, roles: null, languages: null, timeZone: null, state: null };
  expect((await upsert({ externalId: "full-1", ...cleared })).payload.member).toEqual({
    ...{ id, externalId: "full-1", displayName: null, ageBand: null, roles: [], languages: [], timeZone: null },
    state: "ACTIVE",
  });
});

test("a nightly run that changes nothing records nothing", async () => {
  const one = gateway.partners[0];
  const input = { externalId: "nightly", displayName: "N", languages: ["en"], roles: ["MODERATOR"] };
  expect((await w.recorded(one, () => upsert(input))).events.map(({ type }) => type)).toEqual(["member.created"]);
  expect(await w.recorded(one, () => upsert(input))).toEqual({ events: [], audits: [] });
  const changed = await w.recorded(one, () => upsert({ ...input, languages: ["en", "fr"] }));
  expect(changed.events.map(({ type }) => type)).toEqual(["member.updated"]);
});

test("the same new member sent many times at once is one member", async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => upsert({ externalId: "rush", displayName: `Name ${n}` })),
  );
  expect(answers.map(({ refused }) => refused)).toEqual(Array(8).fill(null));
  expect(new Set(answers.map(({ payload }) => payload.member.id)).size).toBe(1);
});

test("each partner has members of its own, even under the same externalId", async () => {
  const [one, two] = gateway.partners;
  const [a, b] = [
    await upsert({ externalId: "twin" }, one.secretKey),
    await upsert({ externalId: "twin" }, two.secretKey),
  ];
  expect(a.payload.member.id).not.toBe(b.payload.member.id);
});

test.each([
  ["an e-mail address", { externalId: "fay@example.org" }, "BAD_INPUT LOOKS_LIKE_EMAIL input.externalId"],
  ["nothing", { externalId: "" }, "BAD_INPUT EMPTY input.externalId"],
  ["129 characters", { externalId: "x".repeat(129) }, "BAD_INPUT TOO_LONG input.externalId"],
  ["NUL", { externalId: "a\u0000b" }, "BAD_INPUT CONTROL_CHARACTER input.externalId"],
  ["half a pair", { externalId: "a\ud800b" }, "BAD_INPUT BROKEN_TEXT input.externalId"],
  ["a blank name", { externalId: "x", displayName: " \u00a0\u200b " }, "BAD_INPUT EMPTY input.displayName"],
  ["a name of 81 emoji", { externalId: "x", displayName: "🌻".repeat(81) }, "BAD_INPUT TOO_LONG input.displayName"],
  ["a name over two lines", { externalId: "x", displayName: "A\nB" }, "BAD_INPUT CONTROL_CHARACTER input.displayName"],
  ["a zone that is none", { externalId: "x", timeZone: "Nowhere/Here" }, "BAD_INPUT NOT_A_TIME_ZONE input.timeZone"],
  [
    "a language that is none",
    { externalId: "x", languages: ["en", "not a tag"] },
    "BAD_INPUT NOT_A_LANGUAGE input.languages.1",
  ],
  [
    "eleven languages",
    { externalId: "x", languages: "aa ab af ak am an ar as av ay az".split(" ") },
    "BAD_INPUT TOO_MANY input.languages",
  ],
  ["a role twice", { externalId: "x", roles: ["MODERATOR", "MODERATOR"] }, "BAD_INPUT REPEATED input.roles"],
])("a member with %s is not taken", async (_what, input, refused) => {
  expect((await upsert(input)).refused).toBe(refused);
});

test.each(["🌻".repeat(80), "علي", "שרה", "Zoë-Ängström", "O'Neill <b>", "👩‍👩‍👧‍👦"])(
  "%j is a name",
  async (displayName) => {
    expect((await upsert({ externalId: "named", displayName })).payload.member.displayName).toBe(displayName);
  },
);

test("only the partner's own server makes members", async () => {
  const { ann, publishableKey, secretKey } = gateway.partners[0];
  const forbidden = "FORBIDDEN SECRET_KEY_NEEDED";
  expect((await upsert({ externalId: "x" }, ann)).refused).toBe(forbidden);
  expect((await upsert({ externalId: "x" }, publishableKey)).refused).toBe(forbidden);
  const acting = await w.mutate(secretKey, "upsertMember", { externalId: "x" }, MEMBER, { actFor: ann.id });
  expect(acting.refused).toBe(forbidden);
  expect((await upsert({ externalId: "x" }, null)).refused).toMatch(/^UNAUTHENTICATED/);
});

test("who comes of age sees what adults offer from the next request, and who is suspended sees nothing", async () => {
  const one = gateway.partners[0];
  const young = await one.addMember({ ageBand: "MINOR" });
  await w.mutate(young, "joinCommunity", { communityId: one.openCommunityId }, "membership { state }");
  const seesOffer = async () => {
    const answer = await gateway.graphql(
      "query ($id: ID!) { node(id: $id) { id } }",
      { id: one.offerId },
      { as: young },
    );
    return answer.errors?.[0]?.extensions.code ?? "SEEN";
  };
  expect(await seesOffer()).toBe("NOT_FOUND");
  await upsert({ externalId: young.externalId, ageBand: "ADULT" });
  await expect.poll(seesOffer, { timeout: 5000 }).toBe("SEEN");
  await upsert({ externalId: young.externalId, state: "SUSPENDED" });
  await expect.poll(seesOffer, { timeout: 5000 }).toBe("UNAUTHENTICATED");
});

test("revoked tokens end, and a token signed later is good", async () => {
  const one = gateway.partners[0];
  const dan = await one.addMember();
  const revoke = (memberId: string, as: any = one.secretKey) =>
    w.mutate(as, "revokeMemberTokens", { memberId }, "member { id }");
  const asks = async (token: string) =>
    (await gateway.graphql("{ viewer { member { id } } }", {}, { as: token })).errors?.[0]?.extensions.code ?? "GOOD";
  expect(await asks(dan.token)).toBe("GOOD");
  expect((await revoke(dan.id)).payload).toEqual({ member: { id: dan.id } });
  await expect.poll(() => asks(dan.token), { timeout: 5000 }).toBe("UNAUTHENTICATED");
  await w.sql("update member set tokens_not_before = tokens_not_before - interval '2 seconds' where id = $1", [dan.id]);
  expect(await asks(await one.sign({ sub: dan.externalId, jti: "later" }))).toBe("GOOD");
  for (const nobody of [
    "",
    "mbr_x",
    dan.externalId,
    gateway.partners[1].ann.id,
    one.offerId,
    "mbr_01jdzq3v8e7g2b9x4c5n6p7r8s",
  ]) {
    expect((await revoke(nobody)).refused).toBe("NOT_FOUND input.memberId");
  }
  expect((await revoke(dan.id, one.ann)).refused).toBe("FORBIDDEN SECRET_KEY_NEEDED");
});

test("members change their own languages and zone, and nothing else", async () => {
  const one = gateway.partners[0];
  const eve = await one.addMember();
  const profile = (input: object) => w.mutate(eve, "updateProfile", input, "member { languages timeZone }");
  expect((await profile({ languages: ["AR", "fr-ca", "ar"], timeZone: "Africa/Tunis" })).payload.member).toEqual({
    languages: ["ar", "fr-CA"],
    timeZone: "Africa/Tunis",
  });
  expect((await profile({ timeZone: null })).payload.member).toEqual({ languages: ["ar", "fr-CA"], timeZone: null });
  expect((await profile({ timeZone: "\ud800" })).refused).toBe("BAD_INPUT NOT_A_TIME_ZONE input.timeZone");
  expect((await profile({ displayName: "Eve" })).refused).toMatch(/^BAD_INPUT/);
  expect((await w.mutate(one.secretKey, "updateProfile", {}, "member { id }")).refused).toBe("FORBIDDEN MEMBER_NEEDED");
});

test("an author who rests, or turns out to be a minor, takes their offers out of sight at once, and back", async () => {
  const [partner] = gateway.partners;
  const seen = async () => {
    const { data } = await gateway.graphql(
      "query ($id: ID!) { nodes(ids: [$id]) { id } supportOffers(first: 100) { nodes { id } } }",
      { id: partner.offerId },
      { as: partner.ben },
    );
    const listed = data.supportOffers.nodes.some(({ id }: { id: string }) => id === partner.offerId);
    expect(listed).toBe(data.nodes[0] !== null);
    return listed;
  };
  expect(await seen()).toBe(true);
  for (const [away, back] of [
    [{ state: "SUSPENDED" }, { state: "ACTIVE" }],
    [{ ageBand: "MINOR" }, { ageBand: "ADULT" }],
    [{ ageBand: null }, { ageBand: "ADULT" }],
  ]) {
    await upsert({ externalId: partner.ann.externalId, ...away });
    expect(await seen()).toBe(false);
    await upsert({ externalId: partner.ann.externalId, ...back });
    expect(await seen()).toBe(true);
  }
});
