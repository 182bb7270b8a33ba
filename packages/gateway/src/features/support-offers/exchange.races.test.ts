import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../../platform/http/testing.js";
import type { TestMember } from "../../platform/http/testing.partner.js";
import { type Mutated, type TestWriting, testWriting } from "../../platform/writing/testing.js";

let gateway: TestGateway;
let w: TestWriting;
let author: TestMember;
let others: TestMember[];
beforeAll(async () => {
  // As many connections as there are people at once: whoever had to wait for one would not meet the others.
  gateway = await testGateway({ config: { poolSize: 14 } });
  w = testWriting(gateway);
  author = await inCommunity();
  others = await Promise.all(Array.from({ length: 12 }, inCommunity));
});
afterAll(async () => {
  await w.close();
  await gateway.stop();
});

const partner = () => gateway.partners[0];
async function inCommunity(): Promise<TestMember> {
  const member = await partner().addMember();
  await w.mutate(member, "joinCommunity", { communityId: partner().openCommunityId }, "membership { state }");
  return member;
}
async function newOffer(capacity: number): Promise<string> {
  const input = { kinds: ["EMOTIONAL"], title: "Listening", capacity, communityId: partner().openCommunityId };
  return (await w.mutate(author, "createSupportOffer", input, "supportOffer { id }")).payload.supportOffer.id;
}
const propose = (as: TestMember, supportOfferId: string, recipientId?: string) =>
  w.mutate(as, "proposeExchange", { supportOfferId, ...(recipientId && { recipientId }) }, "exchange { id }");
const act = (as: TestMember, field: string, exchangeId: string) =>
  w.mutate(as, field, { exchangeId }, "exchange { state }");
const idOf = ({ payload, refused }: Mutated): string => {
  expect(refused).toBeNull();
  return payload.exchange.id;
};
const outcomes = (answers: readonly Mutated[]) => {
  const counted: Record<string, number> = {};
  for (const { refused } of answers) counted[refused ?? "DONE"] = (counted[refused ?? "DONE"] ?? 0) + 1;
  return counted;
};
const seats = async (offerId: string) =>
  (
    await w.sql(
      `select accepted_count as kept,
         (select count(*)::int from exchange x where x.offer_id = o.id and x.state = 'ACCEPTED') as so,
         (select count(*)::int from outbox e join exchange x on x.id = e.object_id
          where x.offer_id = o.id and e.type = 'exchange.accepted') as told
       from support_offer o where o.id = $1`,
      [offerId],
    )
  )[0];

test.each([
  [1, 30],
  [3, 8],
])(
  "of twelve proposals accepted at the same instant, %i find a seat, %i times over",
  async (capacity, rounds) => {
    for (let round = 0; round < rounds; round++) {
      const offerId = await newOffer(capacity);
      // Twelve who ask and one author who says yes to all; then one author who asks twelve, who all say yes.
      const answers =
        round % 2 === 0
          ? await Promise.all(
              (await Promise.all(others.map((other) => propose(other, offerId)))).map((proposal) =>
                act(author, "acceptExchange", idOf(proposal)),
              ),
            )
          : await Promise.all(
              (await Promise.all(others.map((other) => propose(author, offerId, other.id)))).map((proposal, n) =>
                act(others[n] as TestMember, "acceptExchange", idOf(proposal)),
              ),
            );
      expect(outcomes(answers)).toEqual({ DONE: capacity, "CAPACITY_REACHED NO_SEATS": 12 - capacity });
      expect(await seats(offerId)).toEqual({ kept: capacity, so: capacity, told: capacity });
    }
  },
  60_000,
);

test("the same proposal accepted twice at the same instant takes one seat", async () => {
  for (let round = 0; round < 10; round++) {
    const offerId = await newOffer(2);
    const id = idOf(await propose(others[0] as TestMember, offerId));
    const answers = await Promise.all([1, 2, 3].map(() => act(author, "acceptExchange", id)));
    expect(outcomes(answers)).toEqual({ DONE: 1, "CONFLICT EXCHANGE_ACCEPTED": 2 });
    expect(await seats(offerId)).toEqual({ kept: 1, so: 1, told: 1 });
  }
});

test("someone who asks twice at the same instant asks once", async () => {
  const [other] = others as [TestMember];
  for (let round = 0; round < 10; round++) {
    const offerId = await newOffer(1);
    const both = [propose(other, offerId), propose(other, offerId), propose(author, offerId, other.id)];
    expect(outcomes(await Promise.all(both))).toEqual({ DONE: 1, "CONFLICT EXCHANGE_ALREADY_OPEN": 2 });
  }
});

test("a lapsed proposal in the way is settled once, though two ask again at the same instant", async () => {
  const [other] = others as [TestMember];
  const offerId = await newOffer(1);
  const lapsed = idOf(await propose(other, offerId));
  await w.sql("update exchange set expires_at = now() - interval '1 minute' where id = $1", [lapsed]);
  const both = [propose(other, offerId), propose(author, offerId, other.id)];
  expect(outcomes(await Promise.all(both))).toEqual({ DONE: 1, "CONFLICT EXCHANGE_ALREADY_OPEN": 1 });
  expect(await w.sql("select type from outbox where object_id = $1 order by id", [lapsed])).toEqual([
    { type: "exchange.proposed" },
    { type: "exchange.expired" },
  ]);
});

test("accepting and taking back at the same instant: one of them happens", async () => {
  const [other] = others as [TestMember];
  for (let round = 0; round < 10; round++) {
    const offerId = await newOffer(1);
    const id = idOf(await propose(other, offerId));
    const answers = await Promise.all([act(author, "acceptExchange", id), act(other, "withdrawExchange", id)]);
    const lost = answers[0].refused === null ? "CONFLICT EXCHANGE_ACCEPTED" : "CONFLICT EXCHANGE_WITHDRAWN";
    expect(outcomes(answers)).toEqual({ DONE: 1, [lost]: 1 });
  }
});

test("everything at once: nothing locks up, nothing breaks, all counts are right", async () => {
  const one = partner();
  const community = await w.mutate(
    one.secretKey,
    "createCommunity",
    { name: "Busy", seats: 8, facilitatorIds: [author.id] },
    "community { id }",
  );
  const communityId: string = community.payload.community.id;
  const offerIds = [await newOffer(2), await newOffer(1)];
  const exchangeIds: string[] = [];
  // The same on every run: what fails once can be looked at again.
  let seed = 20_261_124;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const someone = () => pick([author, ...others.slice(0, 4)]);

  const deeds: (() => Promise<Mutated>)[] = [
    () => w.mutate(someone(), "joinCommunity", { communityId }, "membership { state }"),
    () => w.mutate(someone(), "leaveCommunity", { communityId }, "membership { state }"),
    () =>
      w.mutate(
        one.secretKey,
        "removeMember",
        { communityId, memberId: pick(others.slice(8)).id },
        "membership { state }",
      ),
    () => w.mutate(pick(others.slice(8)), "joinCommunity", { communityId }, "membership { state }"),
    () =>
      w.mutate(
        author,
        "createSupportOffer",
        { kinds: ["EMOTIONAL"], title: "More", communityId },
        "supportOffer { id }",
      ),
    () =>
      w.mutate(
        author,
        "updateSupportOffer",
        {
          supportOfferId: pick(offerIds),
          capacity: 1 + random(4),
          kinds: ["EMOTIONAL", pick(["COMPANIONSHIP", "INFORMATIONAL"])],
        },
        "supportOffer { id }",
      ),
    () =>
      w.mutate(
        author,
        pick(["pauseSupportOffer", "resumeSupportOffer"]),
        { supportOfferId: pick(offerIds) },
        "supportOffer { id }",
      ),
    async () => {
      const [by, offerId] = [pick(others.slice(0, 4)), pick(offerIds)];
      const answer = await (random(2) ? propose(by, offerId) : propose(author, offerId, by.id));
      if (answer.payload) exchangeIds.push(answer.payload.exchange.id);
      return answer;
    },
    ...[
      "acceptExchange",
      "acceptExchange",
      "declineExchange",
      "withdrawExchange",
      "endExchange",
      "completeExchange",
    ].map((field) => () => act(someone(), field, pick(exchangeIds.slice(-6)) ?? one.exchangeId)),
    () =>
      w.mutate(
        one.secretKey,
        "upsertMember",
        { externalId: someone().externalId, displayName: `Name ${random(9)}` },
        "member { id }",
      ),
    () => w.mutate(someone(), "updateProfile", { languages: [pick(["en", "fr", "ar"])] }, "member { id }"),
    () =>
      w.mutate(someone(), "recordPulseCheckIn", { mood: 1 + random(5), timeZone: "Europe/Madrid" }, "checkIn { id }"),
  ];

  const answers: Mutated[] = [];
  const worker = async () => {
    for (let n = 0; n < 40; n++) answers.push(await pick(deeds)());
  };
  await Promise.all(Array.from({ length: 12 }, worker));

  const expected = /^(CONFLICT|FORBIDDEN|CAPACITY_REACHED|NOT_FOUND|BAD_INPUT BELOW_ACCEPTED)/;
  for (const { refused } of answers) if (refused !== null) expect(refused).toMatch(expected);
  expect(answers.filter(({ refused }) => refused === null).length).toBeGreaterThan(answers.length / 5);
  // PostgreSQL counts them within a second.
  await wait(1200);
  expect(await w.sql("select deadlocks::int from pg_stat_database where datname = current_database()")).toEqual([
    { deadlocks: 0 },
  ]);
  expect(
    await w.sql(
      `select id from support_offer o
       where accepted_count <> (select count(*) from exchange x where x.offer_id = o.id and x.state = 'ACCEPTED')`,
    ),
  ).toEqual([]);
  expect(
    await w.sql(
      `select id from community c
       where member_count <> (select count(*) from membership m where m.community_id = c.id and m.state = 'ACTIVE')`,
    ),
  ).toEqual([]);
  expect(
    await w.sql(
      `select id from support_offer o
       where array(select unnest(kinds) order by 1)
         <> array(select kind from support_offer_kind k where k.offer_id = o.id order by kind)`,
    ),
  ).toEqual([]);
}, 180_000);
