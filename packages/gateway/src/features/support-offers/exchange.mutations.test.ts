import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../../platform/http/testing.js";
import type { TestMember } from "../../platform/http/testing.partner.js";
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

type Action = "accept" | "decline" | "withdraw" | "end" | "complete";
const ACTIONS = ["accept", "decline", "withdraw", "end", "complete"] as const satisfies readonly Action[];
const EXCHANGE = `exchange {
  id state proposedBy viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt
  supporter { id } recipient { id } supportOffer { id seatsLeft }
}`;
const propose = (as: any, supportOfferId: string, recipientId?: string | null) =>
  w.mutate(as, "proposeExchange", { supportOfferId, ...(recipientId !== undefined && { recipientId }) }, EXCHANGE);
const act = (as: any, action: Action, exchangeId: string) =>
  w.mutate(as, `${action}Exchange`, { exchangeId }, EXCHANGE);

/** An author with an offer to all in the open community, and someone else in it. */
async function scene(capacity = 1) {
  const one = gateway.partners[0];
  const [author, other] = [await inCommunity(), await inCommunity()];
  const input = { kinds: ["EMOTIONAL"], title: "Listening", capacity, communityId: one.openCommunityId };
  const { payload } = await w.mutate(author, "createSupportOffer", input, "supportOffer { id }");
  return { one, author, other, offerId: payload.supportOffer.id as string };
}
async function inCommunity(given?: Parameters<(typeof gateway.partners)[0]["addMember"]>[0]): Promise<TestMember> {
  const one = gateway.partners[0];
  const member = await one.addMember(given);
  await w.mutate(member, "joinCommunity", { communityId: one.openCommunityId }, "membership { state }");
  return member;
}
const proposed = async (as: any, offerId: string, recipientId?: string): Promise<string> =>
  (await propose(as, offerId, recipientId)).payload.exchange.id;
const setState = (member: TestMember, state: string) =>
  w.mutate(gateway.partners[0].secretKey, "upsertMember", { externalId: member.externalId, state }, "member { id }");
const accepted = async (offerId: string) =>
  (
    await w.sql(
      `select accepted_count as kept, (select count(*)::int from exchange x where x.offer_id = o.id and x.state = 'ACCEPTED') as so
       from support_offer o where o.id = $1`,
      [offerId],
    )
  )[0] as { kept: number; so: number };

test("someone asks, the author says yes, and either says that it is done", async () => {
  const { author, other, offerId } = await scene();
  const { payload } = await propose(other, offerId);
  const { id, proposedAt, expiresAt } = payload.exchange;
  expect(payload.exchange).toMatchObject({
    state: "PROPOSED",
    proposedBy: "RECIPIENT",
    viewerRole: "RECIPIENT",
    viewerCan: ["WITHDRAW"],
    acceptedAt: null,
    closedAt: null,
    supporter: { id: author.id },
    recipient: { id: other.id },
    supportOffer: { id: offerId, seatsLeft: 1 },
  });
  expect(Date.parse(expiresAt) - Date.parse(proposedAt)).toBe(14 * 86_400_000);
  expect((await act(author, "accept", id)).payload.exchange).toMatchObject({
    state: "ACCEPTED",
    viewerRole: "SUPPORTER",
    viewerCan: ["COMPLETE", "END"],
    acceptedAt: expect.any(String),
    supportOffer: { seatsLeft: 0 },
  });
  expect(await accepted(offerId)).toEqual({ kept: 1, so: 1 });
  expect((await act(other, "complete", id)).payload.exchange).toMatchObject({
    state: "COMPLETED",
    viewerCan: [],
    closedAt: expect.any(String),
    supportOffer: { seatsLeft: 1 },
  });
  expect(await accepted(offerId)).toEqual({ kept: 0, so: 0 });
});

test("the author proposes to someone, who may say yes or no", async () => {
  const { author, other, offerId } = await scene();
  const id = await proposed(author, offerId, other.id);
  expect((await act(author, "accept", id)).refused).toBe("FORBIDDEN NOT_YOUR_TURN");
  expect((await act(other, "decline", id)).payload.exchange).toMatchObject({
    state: "DECLINED",
    proposedBy: "SUPPORTER",
  });
  const again = await proposed(author, offerId, other.id);
  expect((await act(other, "accept", again)).payload.exchange).toMatchObject({
    state: "ACCEPTED",
    viewerRole: "RECIPIENT",
  });
});

test("an exchange ended early gives its seat back at once", async () => {
  const { author, other, offerId } = await scene();
  const id = await proposed(other, offerId);
  await act(author, "accept", id);
  const third = await inCommunity();
  const waiting = await proposed(third, offerId);
  expect((await act(author, "accept", waiting)).refused).toBe("CAPACITY_REACHED NO_SEATS");
  expect((await act(other, "end", id)).payload.exchange.state).toBe("ENDED_EARLY");
  expect((await act(author, "accept", waiting)).refused).toBeNull();
  expect(await accepted(offerId)).toEqual({ kept: 1, so: 1 });
});

test("what is not one's turn or not possible any more is refused with where it stands", async () => {
  const { author, other, offerId } = await scene();
  const id = await proposed(other, offerId);
  expect((await act(other, "accept", id)).refused).toBe("FORBIDDEN NOT_YOUR_TURN");
  expect((await act(other, "decline", id)).refused).toBe("FORBIDDEN NOT_YOUR_TURN");
  expect((await act(author, "withdraw", id)).refused).toBe("FORBIDDEN NOT_YOUR_TURN");
  expect((await act(author, "complete", id)).refused).toBe("CONFLICT EXCHANGE_PROPOSED");
  expect((await act(other, "withdraw", id)).refused).toBeNull();
  for (const action of ACTIONS) {
    for (const side of [author, other])
      expect((await act(side, action, id)).refused).toBe("CONFLICT EXCHANGE_WITHDRAWN");
  }
});

test("an exchange is not there for anyone but its two sides, nor is what is no exchange", async () => {
  const [one, two] = gateway.partners;
  for (const action of ACTIONS) {
    expect((await act(one.cleo, action, one.exchangeId)).refused).toBe("NOT_FOUND input.exchangeId");
    for (const id of [
      two.exchangeId,
      "exc_01jdzq3v8e7g2b9x4c5n6p7r8s",
      "",
      "exc_\u0000",
      one.offerId,
      "x".repeat(4000),
    ]) {
      expect((await act(one.ann, action, id)).refused).toBe("NOT_FOUND input.exchangeId");
    }
  }
});

test("an offer one may not see cannot be asked for", async () => {
  const [one, two] = gateway.partners;
  const { offerId } = await scene();
  const minor = await inCommunity({ ageBand: "MINOR" });
  for (const stranger of [one.cleo, minor]) {
    expect((await propose(stranger, offerId)).refused).toBe("NOT_FOUND input.supportOfferId");
  }
  for (const id of [two.offerId, "", "sof_x", one.exchangeId, "sof_01jdzq3v8e7g2b9x4c5n6p7r8s"]) {
    expect((await propose(one.ben, id)).refused).toBe("NOT_FOUND input.supportOfferId");
  }
});

test("an offer is asked for once at a time, never of oneself, and by others only for themselves", async () => {
  const { author, other, offerId } = await scene();
  const third = await inCommunity();
  expect((await propose(author, offerId)).refused).toBe("BAD_INPUT ONESELF input.recipientId");
  expect((await propose(other, offerId, author.id)).refused).toBe("BAD_INPUT ONESELF input.recipientId");
  expect((await propose(other, offerId, third.id)).refused).toBe("FORBIDDEN NOT_THE_AUTHOR input.recipientId");
  expect((await propose(other, offerId, other.id)).refused).toBeNull();
  expect((await propose(other, offerId)).refused).toBe("CONFLICT EXCHANGE_ALREADY_OPEN");
  expect((await propose(author, offerId, other.id)).refused).toBe("CONFLICT EXCHANGE_ALREADY_OPEN");
  expect((await propose(author, offerId, null)).refused).toBe("BAD_INPUT ONESELF input.recipientId");
});

test("an author proposes only to those they see", async () => {
  const [one, two] = gateway.partners;
  const { author, offerId } = await scene();
  for (const id of [one.cleo.id, two.ann.id, "", "mbr_x", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8s", offerId]) {
    expect((await propose(author, offerId, id)).refused).toBe("NOT_FOUND input.recipientId");
  }
});

test("an adult proposes nothing to a minor, and is not told that it is for their age", async () => {
  const { author, offerId } = await scene();
  const minor = await inCommunity({ ageBand: "MINOR" });
  const resting = await inCommunity();
  await setState(resting, "PAUSED");
  expect((await propose(author, offerId, minor.id)).refused).toBe("FORBIDDEN NOT_REACHABLE");
  expect((await propose(author, offerId, resting.id)).refused).toBe("FORBIDDEN NOT_REACHABLE");
});

test("whoever comes of age, rests or leaves meanwhile is not met by an old proposal", async () => {
  const { one, author, other, offerId } = await scene(2);
  const young = await inCommunity({ ageBand: "ADULT" });
  const [id, youngs] = [await proposed(other, offerId), await proposed(young, offerId)];
  await setState(other, "PAUSED");
  expect((await act(author, "accept", id)).refused).toBe("FORBIDDEN NOT_REACHABLE");
  await setState(other, "ACTIVE");
  await w.mutate(one.secretKey, "upsertMember", { externalId: young.externalId, ageBand: "MINOR" }, "member { id }");
  expect((await act(author, "accept", youngs)).refused).toBe("FORBIDDEN NOT_REACHABLE");
  await setState(author, "PAUSED");
  expect((await act(author, "accept", id)).refused).toBe("FORBIDDEN MEMBER_NOT_ACTIVE");
  expect((await act(author, "decline", id)).refused).toBeNull();
  expect(await accepted(offerId)).toEqual({ kept: 0, so: 0 });
});

test("a paused member asks for nothing", async () => {
  const { other, offerId } = await scene();
  await setState(other, "PAUSED");
  expect((await propose(other, offerId)).refused).toBe("FORBIDDEN MEMBER_NOT_ACTIVE");
});

test("only an open offer is asked for; a resting one may still be accepted, a closed one not", async () => {
  const { author, other, offerId } = await scene();
  const third = await inCommunity();
  const id = await proposed(other, offerId);
  await w.mutate(author, "pauseSupportOffer", { supportOfferId: offerId }, "supportOffer { id }");
  expect((await propose(third, offerId)).refused).toBe("CONFLICT SUPPORT_OFFER_NOT_OPEN");
  expect((await act(author, "accept", id)).refused).toBeNull();
  await act(author, "end", id);
  await w.mutate(author, "resumeSupportOffer", { supportOfferId: offerId }, "supportOffer { id }");
  const late = await proposed(third, offerId);
  await w.mutate(author, "closeSupportOffer", { supportOfferId: offerId }, "supportOffer { id }");
  expect((await act(author, "accept", late)).refused).toBe("CONFLICT SUPPORT_OFFER_CLOSED");
});

test("a proposal that lapsed cannot be accepted, and is settled when someone asks again", async () => {
  const { one, author, other, offerId } = await scene();
  const id = await proposed(other, offerId);
  await w.sql("update exchange set expires_at = date_trunc('second', now() - interval '1 minute') where id = $1", [id]);
  expect((await act(author, "accept", id)).refused).toBe("CONFLICT EXCHANGE_EXPIRED");
  let again = "";
  const { events, audits } = await w.recorded(one, async () => {
    again = await proposed(other, offerId);
  });
  expect(events).toEqual([
    { type: "exchange.expired", objectId: id },
    { type: "exchange.proposed", objectId: again },
  ]);
  expect(audits.map(({ action, objectId }) => [action, objectId])).toEqual([["exchange.proposed", again]]);
  expect(await w.sql("select state, closed_at = expires_at as then from exchange where id = $1", [id])).toEqual([
    { state: "EXPIRED", then: true },
  ]);
});

test("capacity cannot be set below those accepted", async () => {
  const { author, other, offerId } = await scene(3);
  const third = await inCommunity();
  for (const member of [other, third]) await act(author, "accept", await proposed(member, offerId));
  const update = (capacity: number) =>
    w.mutate(author, "updateSupportOffer", { supportOfferId: offerId, capacity }, "supportOffer { seatsLeft }");
  expect((await update(1)).refused).toBe("BAD_INPUT BELOW_ACCEPTED input.capacity");
  expect((await update(2)).payload.supportOffer.seatsLeft).toBe(0);
});

test("where staff decide who meets, members may ask and not accept", async () => {
  const { one, author, other, offerId } = await scene();
  const id = await proposed(other, offerId);
  // What the gateway remembers of one token it does not know of the next.
  const acceptUnder = async (dial: string) => {
    await w.sql("update partner set matching_dial = $2 where partner_id = $1", [one.partnerId, dial]);
    return (await act(await one.sign({ sub: author.externalId, jti: dial }), "accept", id)).refused;
  };
  for (const dial of ["STAFF_PROPOSES", "STAFF_APPROVES", "SUGGEST_ONLY"]) {
    expect(await acceptUnder(dial)).toBe("FORBIDDEN STAFF_DECIDES");
  }
  expect(await acceptUnder("PEER_TO_PEER")).toBeNull();
});

test("each step is recorded under its own name, and both sides have the exchange in their own list", async () => {
  const { one, author, other, offerId } = await scene();
  const { events } = await w.recorded(one, async () => {
    await act(author, "decline", await proposed(other, offerId));
    await act(other, "withdraw", await proposed(other, offerId));
    for (const last of ["end", "complete"] as const) {
      const id = await proposed(other, offerId);
      await act(author, "accept", id);
      await act(author, last, id);
    }
  });
  expect(events.map(({ type }) => type.replace("exchange.", ""))).toEqual([
    ...["proposed", "declined", "proposed", "withdrawn"],
    ...["proposed", "accepted", "ended", "proposed", "accepted", "completed"],
  ]);
  const list = "{ viewer { exchanges { totalCount } } }";
  for (const side of [author, other]) {
    expect((await gateway.graphql(list, {}, { as: side })).data.viewer.exchanges.totalCount).toBe(4);
  }
});

test("keys take part in nothing", async () => {
  const { one, offerId } = await scene();
  for (const key of [one.secretKey, one.publishableKey]) {
    expect((await propose(key, offerId)).refused).toBe("FORBIDDEN MEMBER_NEEDED");
    for (const action of ACTIONS)
      expect((await act(key, action, one.exchangeId)).refused).toBe("FORBIDDEN MEMBER_NEEDED");
  }
});
