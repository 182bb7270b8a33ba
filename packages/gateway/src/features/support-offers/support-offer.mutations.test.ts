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

const NOWHERE = "sof_01jdzq3v8e7g2b9x4c5n6p7r8s";
const OFFER = `supportOffer {
  id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt viewerCan
  author { id } community { id }
}`;
const walk = { kinds: ["COMPANIONSHIP"], title: "A walk" };
const create = (as: any, input: object = walk) => w.mutate(as, "createSupportOffer", input, OFFER);
const update = (as: any, input: object) => w.mutate(as, "updateSupportOffer", input, OFFER);
const act = (as: any, action: "pause" | "resume" | "close", supportOfferId: string) =>
  w.mutate(as, `${action}SupportOffer`, { supportOfferId }, OFFER);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

async function offerOf(as: any, input: object = walk): Promise<string> {
  const { payload, refused } = await create(as, input);
  expect(refused).toBeNull();
  return payload.supportOffer.id;
}
const kindRows = (offerId: string) =>
  w.sql("select kind, audience_id from support_offer_kind where offer_id = $1 order by kind", [offerId]);

test("an offer is open at once, for everyone at the partner, by message and for one person unless said", async () => {
  const dan = await gateway.partners[0].addMember();
  const { payload, refused } = await create(dan);
  expect(refused).toBeNull();
  expect(payload.supportOffer).toEqual({
    id: expect.stringMatching(/^sof_/),
    kinds: ["COMPANIONSHIP"],
    title: "A walk",
    description: null,
    topics: [],
    languages: [],
    waysToMeet: ["MESSAGE"],
    capacity: 1,
    seatsLeft: 1,
    state: "OPEN",
    expiresAt: null,
    viewerCan: ["EDIT", "PAUSE", "CLOSE"],
    author: { id: dan.id },
    community: null,
  });
});

test("an offer is kept as it was written, and found under each of its kinds", async () => {
  const one = gateway.partners[0];
  const input = {
    kinds: ["INSTRUMENTAL", "EMOTIONAL"],
    title: "  نزهة 🌳 walk ",
    description: "Line one\r\nline two",
    topics: ["grief", "grief", "أمل"],
    languages: ["AR", "pt-br"],
    waysToMeet: ["CALL", "MESSAGE"],
    capacity: 20,
    communityId: one.openCommunityId,
    expiresAt: inHours(1),
  };
  const { payload, refused } = await create(one.ben, input);
  expect(refused).toBeNull();
  expect(payload.supportOffer).toMatchObject({
    kinds: ["INSTRUMENTAL", "EMOTIONAL"],
    title: "نزهة 🌳 walk",
    description: "Line one\nline two",
    topics: ["grief", "أمل"],
    languages: ["ar", "pt-BR"],
    waysToMeet: ["CALL", "MESSAGE"],
    capacity: 20,
    community: { id: one.openCommunityId },
  });
  expect(await kindRows(payload.supportOffer.id)).toEqual(
    ["EMOTIONAL", "INSTRUMENTAL"].map((kind) => ({ kind, audience_id: one.openCommunityId })),
  );
});

test.each([
  ["no kind", { kinds: [] }, "TOO_FEW input.kinds"],
  ["a kind twice", { kinds: ["EMOTIONAL", "EMOTIONAL"] }, "REPEATED input.kinds"],
  ["a blank title", { title: " \u2007\u200b " }, "EMPTY input.title"],
  ["a title of 121 characters", { title: "ñ".repeat(121) }, "TOO_LONG input.title"],
  ["a title with NUL", { title: "a\u0000b" }, "CONTROL_CHARACTER input.title"],
  ["a title with half a character", { title: "\ud83c walk" }, "BROKEN_TEXT input.title"],
  ["a description of a hundred thousand characters", { description: "x".repeat(100_000) }, null],
  ["no way to meet", { waysToMeet: [] }, "TOO_FEW input.waysToMeet"],
  ["meeting in person", { waysToMeet: ["MESSAGE", "IN_PERSON"] }, "WAY_TO_MEET_NOT_ENABLED input.waysToMeet.1"],
  ["no seat", { capacity: 0 }, "OUT_OF_RANGE input.capacity"],
  ["21 seats", { capacity: 21 }, "OUT_OF_RANGE input.capacity"],
  ["an end in the past", { expiresAt: inHours(-1) }, "NOT_IN_THE_FUTURE input.expiresAt"],
  ["a topic of 41 characters", { topics: ["ok", "x".repeat(41)] }, "TOO_LONG input.topics.1"],
  ["a language that is none", { languages: ["klingonish"] }, "NOT_A_LANGUAGE input.languages.0"],
])("an offer with %s is not taken", async (_what, input, refused) => {
  const answer = await create(gateway.partners[0].cleo, { ...walk, ...input });
  if (refused === null) expect(answer.refused).toMatch(/^BAD_INPUT/);
  else expect(answer.refused).toBe(`BAD_INPUT ${refused}`);
});

test("a title of 120 emoji fits", async () => {
  const title = "🌻".repeat(120);
  expect((await create(gateway.partners[0].cleo, { ...walk, title })).payload.supportOffer.title).toBe(title);
});

test("an offer for a community needs one to be an active member there; an unseen community is not there", async () => {
  const [one, two] = gateway.partners;
  const go = async (communityId: string) => (await create(one.cleo, { ...walk, communityId })).refused;
  expect(await go(one.openCommunityId)).toBe("FORBIDDEN NOT_A_MEMBER input.communityId");
  for (const id of [one.closedCommunityId, two.openCommunityId, "", "com_x", one.offerId, "com_\u0000"]) {
    expect(await go(id)).toBe("NOT_FOUND input.communityId");
  }
});

test("a paused member offers nothing new, and keeps what they have", async () => {
  const one = gateway.partners[0];
  const dan = await one.addMember();
  const id = await offerOf(dan);
  await w.mutate(one.secretKey, "upsertMember", { externalId: dan.externalId, state: "PAUSED" }, "member { id }");
  expect((await create(dan)).refused).toBe("FORBIDDEN MEMBER_NOT_ACTIVE");
  expect((await act(dan, "pause", id)).refused).toBeNull();
});

test("what is left out of an update stays, what is null is cleared", async () => {
  const dan = await gateway.partners[0].addMember();
  const all = {
    ...walk,
    description: "Slow",
    topics: ["grief"],
    languages: ["en"],
    capacity: 3,
    expiresAt: inHours(2),
  };
  const supportOfferId = await offerOf(dan, all);
  const renamed = await update(dan, { supportOfferId, title: "A slow walk" });
  expect(renamed.payload.supportOffer).toMatchObject({
    title: "A slow walk",
    description: "Slow",
    topics: ["grief"],
    capacity: 3,
  });
  expect(renamed.payload.supportOffer.expiresAt).not.toBeNull();
  const cleared = { description: null, topics: null, languages: null, expiresAt: null };
  expect((await update(dan, { supportOfferId, ...cleared })).payload.supportOffer).toMatchObject({
    title: "A slow walk",
    ...{ description: null, topics: [], languages: [], expiresAt: null },
    capacity: 3,
  });
  for (const required of ["title", "kinds", "waysToMeet", "capacity"]) {
    expect((await update(dan, { supportOfferId, [required]: null })).refused).toBe(
      `BAD_INPUT REQUIRED input.${required}`,
    );
  }
});

test("an offer is found under the kinds it has now and no others", async () => {
  const dan = await gateway.partners[0].addMember();
  const supportOfferId = await offerOf(dan, { ...walk, kinds: ["EMOTIONAL", "COMPANIONSHIP"] });
  await update(dan, { supportOfferId, kinds: ["COMPANIONSHIP", "INFORMATIONAL"] });
  expect((await kindRows(supportOfferId)).map(({ kind }) => kind)).toEqual(["COMPANIONSHIP", "INFORMATIONAL"]);
});

test("an offer rests, opens again and closes for good", async () => {
  const dan = await gateway.partners[0].addMember();
  const id = await offerOf(dan);
  expect((await act(dan, "resume", id)).refused).toBe("CONFLICT SUPPORT_OFFER_OPEN");
  expect((await act(dan, "pause", id)).payload.supportOffer).toMatchObject({
    state: "PAUSED",
    viewerCan: ["EDIT", "RESUME", "CLOSE"],
  });
  expect((await act(dan, "pause", id)).refused).toBe("CONFLICT SUPPORT_OFFER_PAUSED");
  expect((await act(dan, "resume", id)).payload.supportOffer.state).toBe("OPEN");
  expect((await act(dan, "close", id)).payload.supportOffer).toMatchObject({ state: "CLOSED", viewerCan: [] });
  for (const action of ["pause", "resume", "close"] as const) {
    expect((await act(dan, action, id)).refused).toBe("CONFLICT SUPPORT_OFFER_CLOSED");
  }
  expect((await update(dan, { supportOfferId: id, title: "No" })).refused).toBe("CONFLICT SUPPORT_OFFER_CLOSED");
});

test("an offer whose time has passed can only be closed", async () => {
  const dan = await gateway.partners[0].addMember();
  const id = await offerOf(dan, { ...walk, expiresAt: inHours(1) });
  await w.sql("update support_offer set expires_at = now() - interval '1 second' where id = $1", [id]);
  expect((await act(dan, "pause", id)).refused).toBe("CONFLICT SUPPORT_OFFER_EXPIRED");
  expect((await update(dan, { supportOfferId: id, expiresAt: inHours(1) })).refused).toBe(
    "CONFLICT SUPPORT_OFFER_EXPIRED",
  );
  expect((await act(dan, "close", id)).payload.supportOffer.state).toBe("CLOSED");
});

test("only its author changes an offer; others who see it are told so, all others that it is not there", async () => {
  const [one, two] = gateway.partners;
  const strangers = [one.mia, one.cleo, await one.addMember()];
  const edits = (id: string) => [
    (as: any) => update(as, { supportOfferId: id, title: "Mine now" }),
    (as: any) => act(as, "pause", id),
    (as: any) => act(as, "resume", id),
    (as: any) => act(as, "close", id),
  ];
  for (const edit of edits(one.offerId)) {
    expect((await edit(one.ben)).refused).toBe("FORBIDDEN NOT_THE_AUTHOR");
    for (const stranger of strangers) expect((await edit(stranger)).refused).toBe("NOT_FOUND input.supportOfferId");
  }
  for (const id of [two.offerId, NOWHERE, "", "sof_\u0000", one.exchangeId, "x".repeat(4000)]) {
    for (const edit of edits(id)) expect((await edit(one.ann)).refused).toBe("NOT_FOUND input.supportOfferId");
  }
});

test("keys offer nothing, a server that acts for a member does", async () => {
  const { secretKey, publishableKey, cleo } = gateway.partners[0];
  for (const key of [secretKey, publishableKey]) expect((await create(key)).refused).toBe("FORBIDDEN MEMBER_NEEDED");
  const acting = await w.mutate(secretKey, "createSupportOffer", walk, OFFER, {
    actFor: `external:${cleo.externalId}`,
  });
  expect(acting.payload.supportOffer.author).toEqual({ id: cleo.id });
});

test("each change is recorded under its own name", async () => {
  const one = gateway.partners[0];
  const dan = await one.addMember();
  let id = "";
  const { events, audits } = await w.recorded(one, async () => {
    id = await offerOf(dan);
    await update(dan, { supportOfferId: id, title: "Tea" });
    for (const action of ["pause", "resume", "close"] as const) await act(dan, action, id);
  });
  const codes = ["created", "updated", "paused", "resumed", "closed"].map((what) => `support-offer.${what}`);
  expect(events).toEqual(codes.map((type) => ({ type, objectId: id })));
  expect(audits.map(({ action }) => action)).toEqual(codes);
});
