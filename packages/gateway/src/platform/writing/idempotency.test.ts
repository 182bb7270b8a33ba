import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../http/testing.js";
import { type TestWriting, testWriting } from "./testing.js";

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

const offer = { kinds: ["EMOTIONAL"], title: "A walk" };
const offersOf = (authorId: string) => w.sql("select id from support_offer where author_id = $1", [authorId]);

test("the same request later answers the same thing and does nothing again", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const create = () => w.mutate(cleo, "createSupportOffer", offer, "supportOffer { id title }", { key: "later" });
  const first = await create();
  const again = await w.recorded(one, async () => expect(await create()).toEqual(first));
  expect(first.refused).toBeNull();
  expect(again).toEqual({ events: [], audits: [] });
  expect(await offersOf(cleo.id)).toHaveLength(1);
});

test("the same request many times at once happens once, and each is answered", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        w.mutate(cleo, "createSupportOffer", offer, "supportOffer { id }", {
          key: `at once ${round}`.replaceAll(" ", "-"),
        }),
      ),
    );
    expect(answers.map(({ refused }) => refused)).toEqual(Array(8).fill(null));
    expect(new Set(answers.map(({ payload }) => payload.supportOffer.id)).size).toBe(1);
    expect(await offersOf(cleo.id)).toHaveLength(round + 1);
  }
});

test("a check-in sent many times at once is one check-in", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => w.mutate(cleo, "recordPulseCheckIn", { mood: 3 }, "checkIn { id }", { key: "k" })),
  );
  expect(answers.map(({ refused }) => refused)).toEqual(Array(8).fill(null));
  expect(new Set(answers.map(({ payload }) => payload.checkIn.id)).size).toBe(1);
  expect(await w.sql("select id from pulse_check_in where member_id = $1", [cleo.id])).toHaveLength(1);
});

test("a proposal sent twice at once is answered twice, though the second finds the first in its way", async () => {
  const one = gateway.partners[0];
  for (let round = 0; round < 10; round++) {
    const cleo = await one.addMember();
    await w.mutate(cleo, "joinCommunity", { communityId: one.openCommunityId }, "membership { state }");
    const input = { supportOfferId: one.offerId };
    const answers = await Promise.all(
      [1, 2].map(() => w.mutate(cleo, "proposeExchange", input, "exchange { id }", { key: "once" })),
    );
    expect(answers.map(({ refused }) => refused)).toEqual([null, null]);
    expect(answers[0]).toEqual(answers[1]);
  }
});

test("a key used for another input is refused, and nothing happens", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const create = (title: string) =>
    w.mutate(cleo, "createSupportOffer", { ...offer, title }, "supportOffer { title }", { key: "another" });
  await create("A walk");
  expect(
    (await w.recorded(one, async () => expect((await create("Tea")).refused).toBe("IDEMPOTENCY_MISMATCH"))).events,
  ).toEqual([]);
  expect(await offersOf(cleo.id)).toHaveLength(1);
});

test("a key used for another input is refused at once too, whoever is first", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const answers = await Promise.all(
    ["A walk", "Tea"].map((title) =>
      w.mutate(cleo, "createSupportOffer", { ...offer, title }, "supportOffer { id }", { key: "race" }),
    ),
  );
  expect(answers.map(({ refused }) => refused).sort()).toEqual(["IDEMPOTENCY_MISMATCH", null]);
  expect(await offersOf(cleo.id)).toHaveLength(1);
});

test("a key used for another mutation is refused even under the same name in the answer", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const go = (mutation: string) =>
    gateway.graphql(
      `mutation ($id: ID!) { it: ${mutation}(input: { communityId: $id }) { membership { state } } }`,
      { id: one.openCommunityId },
      { as: cleo, headers: { "idempotency-key": "same-name" } },
    );
  expect((await go("joinCommunity")).data.it.membership.state).toBe("ACTIVE");
  expect((await go("leaveCommunity")).errors?.[0]?.extensions.code).toBe("IDEMPOTENCY_MISMATCH");
});

test("the order in which an input's fields are written makes no other input", async () => {
  const cleo = await gateway.partners[0].addMember();
  const create = (input: object) =>
    w.mutate(cleo, "createSupportOffer", input, "supportOffer { id }", { key: "order" });
  const first = await create({ title: "A walk", kinds: ["EMOTIONAL"] });
  expect(await create({ kinds: ["EMOTIONAL"], title: "A walk" })).toEqual(first);
});

test("what is null and what is left out are different inputs", async () => {
  const cleo = await gateway.partners[0].addMember();
  const profile = (input: object) => w.mutate(cleo, "updateProfile", input, "member { id }", { key: "null" });
  await profile({ languages: ["en"] });
  expect((await profile({ languages: ["en"], timeZone: null })).refused).toBe("IDEMPOTENCY_MISMATCH");
});

test("two fields of one request are two things, and each is repeated by its own name", async () => {
  const cleo = await gateway.partners[0].addMember();
  const go = () =>
    gateway.graphql(
      `mutation ($input: CreateSupportOfferInput!) {
        a: createSupportOffer(input: $input) { supportOffer { id } }
        b: createSupportOffer(input: $input) { supportOffer { id } }
      }`,
      { input: offer },
      { as: cleo, headers: { "idempotency-key": "two" } },
    );
  const first = await go();
  expect(first.data.a).not.toEqual(first.data.b);
  expect((await go()).data).toEqual(first.data);
  expect(await offersOf(cleo.id)).toHaveLength(2);
});

test("a very long name in the answer is a name like any other", async () => {
  const cleo = await gateway.partners[0].addMember();
  const name = "a".repeat(1500);
  const go = () =>
    gateway.graphql(
      `mutation { ${name}: recordPulseCheckIn(input: { mood: 1 }) { checkIn { id } } }`,
      {},
      { as: cleo, headers: { "idempotency-key": "long-name" } },
    );
  const first = await go();
  expect(first.errors).toBeUndefined();
  expect((await go()).data).toEqual(first.data);
});

test("a refusal is not kept: the same key may succeed later", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  const input = { ...offer, communityId: one.openCommunityId };
  const create = () => w.mutate(cleo, "createSupportOffer", input, "supportOffer { id }", { key: "refused" });
  expect((await create()).refused).toBe("FORBIDDEN NOT_A_MEMBER input.communityId");
  await w.mutate(cleo, "joinCommunity", { communityId: one.openCommunityId }, "membership { state }");
  expect((await create()).refused).toBeNull();
});

test("two callers may use the same key: members, a server, and the server acting for a member", async () => {
  const one = gateway.partners[0];
  const [cleo, dan] = [await one.addMember(), await one.addMember()];
  const create = (as: any, actFor?: string) =>
    w.mutate(as, "createSupportOffer", offer, "supportOffer { id }", { key: "shared", ...(actFor && { actFor }) });
  const answers = [
    await create(cleo),
    await create(dan),
    await create(one.secretKey, cleo.id),
    await create(one.secretKey, dan.id),
  ];
  expect(answers.map(({ refused }) => refused)).toEqual([null, null, null, null]);
  expect(new Set(answers.map(({ payload }) => payload.supportOffer.id)).size).toBe(4);
});

test("two partners may use the same key", async () => {
  const answers = await Promise.all(
    gateway.partners.map(({ secretKey }) =>
      w.mutate(secretKey, "upsertMember", { externalId: "p-1" }, "member { id }", { key: "theirs" }),
    ),
  );
  expect(answers.map(({ refused }) => refused)).toEqual([null, null]);
  expect(answers[0]).not.toEqual(answers[1]);
});

test("only ids are kept, never what people wrote", async () => {
  const one = gateway.partners[0];
  const cleo = await one.addMember();
  await w.mutate(cleo, "createSupportOffer", { ...offer, title: "Very private words" }, "supportOffer { id title }", {
    key: "ids",
  });
  const [row] = await w.sql("select result from idempotency where key = 'ids'");
  expect(row.result).toEqual({ supportOfferId: expect.stringMatching(/^sof_/) });
});
