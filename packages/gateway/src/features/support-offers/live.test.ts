import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestStream, testEvents, testSocket } from "../../platform/events/testing.live.js";
import { type TestGateway, testGateway } from "../../platform/http/testing.js";
import type { TestMember, TestPartner } from "../../platform/http/testing.partner.js";
import { type TestWriting, testWriting } from "../../platform/writing/testing.js";
import { doing, EXCHANGES, OFFERS } from "./testing.live.js";

let gateway: TestGateway;
let writing: TestWriting;
let one: TestPartner;
let two: TestPartner;
let act: ReturnType<typeof doing>;
const open: { stop(): void }[] = [];

beforeAll(async () => {
  gateway = await testGateway();
  writing = testWriting(gateway);
  [one, two] = gateway.partners;
  act = doing(writing, gateway);
});
afterEach(() => {
  for (const one of open.splice(0)) one.stop();
});
afterAll(async () => {
  await writing.close();
  await gateway.stop();
});

/** Subscribed and told so: whatever happens from now on comes. */
async function following(as: TestMember, query = OFFERS, variables = {}, by = "websocket"): Promise<TestStream> {
  const socket = testSocket(gateway, as);
  const stream = by === "sse" ? testEvents(gateway, as, query, variables) : socket.subscribe(query, variables);
  open.push(stream, socket);
  const first = await stream.next();
  expect(first).toMatchObject({ cursor: expect.any(String), mayHaveMissed: false });
  expect(Object.values(first)).toContain(null);
  return stream;
}

describe.each(["websocket", "sse"])("by %s", (by) => {
  test("a member hears of a new offer as a query would show it", async () => {
    const stream = await following(one.ben, OFFERS, {}, by);
    const id = await act.offer(one.ann);
    expect(await stream.next()).toEqual({
      cursor: expect.stringMatching(/^[\w-]{40,}$/),
      mayHaveMissed: false,
      supportOffer: {
        ...{ id, title: `Tea ${one.mark}`, state: "OPEN", seatsLeft: 1, viewerCan: ["PROPOSE"], viewerExchange: null },
        author: { id: one.ann.id, displayName: `Ann ${one.mark}` },
      },
    });
  });

  test("both sides of an exchange hear of each step, each what they may do now, and nobody else", async () => {
    const [ann, ben, cleo] = [
      await following(one.ann, EXCHANGES, {}, by),
      await following(one.ben, EXCHANGES, {}, by),
      await following(one.cleo, EXCHANGES, {}, by),
    ];
    const supportOfferId = await act.offer(one.ann);
    const id = await act.propose(one.ben, supportOfferId);
    expect((await ann.next()).exchange).toMatchObject({
      id,
      viewerRole: "SUPPORTER",
      viewerCan: ["ACCEPT", "DECLINE"],
    });
    expect((await ben.next()).exchange).toMatchObject({ id, viewerRole: "RECIPIENT", viewerCan: ["WITHDRAW"] });
    await act.onExchange(one.ann, "acceptExchange", id);
    for (const side of [ann, ben]) {
      expect((await side.next()).exchange).toMatchObject({ id, state: "ACCEPTED", supportOffer: { seatsLeft: 0 } });
    }
    await act.onExchange(one.ben, "completeExchange", id);
    for (const side of [ann, ben]) {
      expect((await side.next()).exchange).toMatchObject({ id, state: "COMPLETED", viewerCan: [] });
    }
    expect(cleo.came).toEqual([]);
  });
});

test("a seat taken or freed changes the offer for everyone who sees it; that somebody asked is told to nobody else", async () => {
  const other = await one.addMember();
  await act.community(other, "joinCommunity", one.openCommunityId);
  const [ann, ben, onlooker] = [await following(one.ann), await following(one.ben), await following(other)];
  const offer = await act.offer(one.ann);
  for (const each of [ann, ben, onlooker]) expect((await each.next()).supportOffer).toMatchObject({ id: offer });

  const exchange = await act.propose(one.ben, offer);
  expect((await ann.next()).supportOffer).toMatchObject({ id: offer, viewerExchange: null });
  expect((await ben.next()).supportOffer).toMatchObject({ viewerExchange: { id: exchange }, viewerCan: [] });
  await act.onExchange(one.ann, "acceptExchange", exchange);
  for (const each of [ann, ben, onlooker]) expect((await each.next()).supportOffer).toMatchObject({ seatsLeft: 0 });
  await act.onExchange(one.ben, "endExchange", exchange);
  for (const each of [ann, ben, onlooker]) expect((await each.next()).supportOffer).toMatchObject({ seatsLeft: 1 });

  const second = await act.propose(one.ben, offer);
  await act.onExchange(one.ann, "declineExchange", second);
  await act.onOffer(one.ann, "pauseSupportOffer", offer);
  // The next thing that the onlooker hears is the pause: nothing of the proposal that was declined.
  expect((await onlooker.next()).supportOffer).toMatchObject({ id: offer, state: "PAUSED" });
});

test("whoever leaves a community hears no more of it, and whoever joins hears from then on", async () => {
  const member = await one.addMember();
  await act.community(member, "joinCommunity", one.openCommunityId);
  const stream = await following(member);
  await act.offer(one.ann, { title: "First" });
  expect((await stream.next()).supportOffer.title).toBe(`First ${one.mark}`);

  await act.community(member, "leaveCommunity", one.openCommunityId);
  await act.offer(one.ann, { title: "Unheard" });
  await act.offer(one.ann, { title: "For everyone", communityId: null });
  expect((await stream.next()).supportOffer.title).toBe(`For everyone ${one.mark}`);

  await act.community(member, "joinCommunity", one.openCommunityId);
  await act.offer(one.ann, { title: "Heard again" });
  expect((await stream.next()).supportOffer.title).toBe(`Heard again ${one.mark}`);
});

test("whoever is removed hears no more of it", async () => {
  const member = await one.addMember();
  await act.community(member, "joinCommunity", one.openCommunityId);
  const stream = await following(member);
  const { refused } = await writing.mutate(
    one.ann,
    "removeMember",
    { communityId: one.openCommunityId, memberId: member.id },
    "membership { state }",
  );
  expect(refused).toBeNull();
  await act.offer(one.ann, { title: "Unheard" });
  await act.offer(one.ann, { title: "For everyone", communityId: null });
  expect((await stream.next()).supportOffer.title).toBe(`For everyone ${one.mark}`);
});

test("a minor hears of no adult's offer, nor an adult of a minor's, but for who looks after the community", async () => {
  const minor = await one.addMember({ ageBand: "MINOR" });
  const unknown = await one.addMember({ ageBand: null });
  for (const each of [minor, unknown]) await act.community(each, "joinCommunity", one.openCommunityId);
  const [mia, nobody, ben, ann] = [
    await following(one.mia),
    await following(unknown),
    await following(one.ben),
    await following(one.ann),
  ];
  const byAdult = await act.offer(one.ann, { title: "An adult's" });
  const byMinor = await act.offer(minor, { title: "A minor's" });
  for (const each of [mia, nobody]) expect((await each.next()).supportOffer.id).toBe(byMinor);
  expect((await ben.next()).supportOffer.id).toBe(byAdult);
  expect((await ann.next()).supportOffer.id).toBe(byAdult);
  expect((await ann.next()).supportOffer.id).toBe(byMinor);
  const last = await act.offer(one.ann, { title: "An adult's again" });
  expect((await ben.next()).supportOffer.id).toBe(last);
});

test("a member whose age the partner corrects is read for as who they are now, on the socket they have open", async () => {
  const member = await one.addMember({ ageBand: "MINOR" });
  await act.community(member, "joinCommunity", one.openCommunityId);
  const [stream, other] = [await following(member), await following(one.ben)];
  await act.offer(one.ann, { title: "Not yet" });
  await other.next();
  const { refused } = await writing.mutate(
    one.secretKey,
    "upsertMember",
    { externalId: member.externalId, ageBand: "ADULT" },
    "member { id }",
  );
  expect(refused).toBeNull();
  const id = await act.offer(one.ann, { title: "Now" });
  expect((await stream.next()).supportOffer.id).toBe(id);
});

test("asked for one community it brings that one alone, and of one that is not there or closed to one nothing", async () => {
  const [open, closed, hidden, none] = [
    await following(one.ben, OFFERS, { communityId: one.openCommunityId }),
    await following(one.ben, OFFERS, { communityId: one.closedCommunityId }),
    await following(one.mia, OFFERS, { communityId: one.closedCommunityId }),
    await following(one.ben, OFFERS, { communityId: two.openCommunityId }),
  ];
  const inClosed = await act.offer(one.ann, { communityId: one.closedCommunityId });
  const inOpen = await act.offer(one.ann, { communityId: one.openCommunityId });
  await act.offer(one.ann, { communityId: null });
  expect((await closed.next()).supportOffer.id).toBe(inClosed);
  expect((await open.next()).supportOffer.id).toBe(inOpen);
  await act.onOffer(one.ann, "pauseSupportOffer", inOpen);
  expect((await open.next()).supportOffer).toMatchObject({ id: inOpen, state: "PAUSED" });
  for (const each of [closed, hidden, none]) expect(each.came).toEqual([]);
});

test("what two partners do at once reaches each partner's own, whatever their members ask for", async () => {
  const streams = [
    await following(one.ben),
    await following(two.ben),
    await following(one.ben, EXCHANGES),
    await following(two.ben, EXCHANGES),
  ];
  for (let n = 0; n < 5; n++) {
    const [ours, theirs] = await Promise.all([
      act.offer(one.ann),
      act.offer(two.ann, { communityId: two.openCommunityId }, two),
    ]);
    await Promise.all([act.propose(one.ben, ours), act.propose(two.ben, theirs)]);
  }
  // Each is searched for the other's marks as it comes.
  for (const stream of streams) for (let n = 0; n < 5; n++) expect(await stream.next()).not.toContain(null);
});

test("one's own words for it come back: aliases, fragments, __typename, what is included or left out", async () => {
  const stream = await following(
    one.ben,
    `subscription ($in: Boolean!, $out: Boolean!, $n: Int!) {
      mine: supportOfferChanged { mayHaveMissed cursor what: __typename it: supportOffer { ...Card supportOffer: title @skip(if: $out) } supportOffer { id } } }
    fragment Card on SupportOffer { ... on Node { id } community @include(if: $in) { name supportOffers(first: $n) { nodes { id } } } }`,
    { in: true, out: true, n: 2 },
  );
  await act.offer(one.ann);
  const id = await act.offer(one.ann);
  await stream.next();
  const { it, what, ...others } = await stream.next();
  expect({ it, what }).toEqual({
    what: "SupportOfferChanged",
    it: {
      id,
      community: { name: `Community ${one.mark}`, supportOffers: { nodes: [{ id }, { id: expect.any(String) }] } },
    },
  });
  expect(Object.keys(others).sort()).toEqual(["cursor", "mayHaveMissed", "supportOffer"]);
});

test("several changes in a row may come as one, but the last state comes", async () => {
  const stream = await following(one.ben);
  const id = await act.offer(one.ann, { title: "0" });
  for (let n = 1; n <= 5; n++) await act.onOffer(one.ann, "updateSupportOffer", id, { title: `${n} ${one.mark}` });
  let last: string;
  do last = (await stream.next()).supportOffer.title;
  while (last !== `5 ${one.mark}`);
  expect(stream.came).toEqual([]);
});

test.each([
  ["a server", () => one.secretKey, "MEMBER_NEEDED"],
  ["a page without a member", () => one.publishableKey, "MEMBER_NEEDED"],
])("%s cannot subscribe to what is a member's", async (_who, as, reason) => {
  const socket = testSocket(gateway, as());
  const [refusal] = await socket.subscribe(OFFERS).ended;
  expect(refusal.extensions).toEqual({ code: "FORBIDDEN", reason });
  socket.stop();
});

test.each([
  ["a page of too many", "$n: Int", "first: $n", { n: 1_000_000 }, "first"],
  ["a cursor of none", "$n: String", "first: 1, after: $n", { n: "junk" }, "after"],
  ["what is no text", "$n: ID", "first: 1, filter: { communityId: $n }", { n: "\0" }, "filter.communityId"],
])(
  "whoever asks for %s is told so at once, and ends nobody else's updates",
  async (_what, of, page, variables, field) => {
    const other = await following(one.ann);
    const query = `subscription (${of}) { supportOfferChanged {
    cursor mayHaveMissed supportOffer { community { supportOffers(${page}) { nodes { id } } } } } }`;
    const socket = testSocket(gateway, one.ben);
    open.push(socket);
    const [refusal] = await socket.subscribe(query, variables).ended;
    expect(refusal.extensions).toMatchObject({ code: "BAD_INPUT", field });
    const id = await act.offer(one.ann);
    expect((await other.next()).supportOffer).toMatchObject({ id });
  },
);

test("a server that acts for a member hears as that member, and it is written down", async () => {
  const params = { authorization: `Bearer ${one.secretKey}`, kithMember: `external:${one.ben.externalId}` };
  const socket = testSocket(gateway, one.secretKey, { params });
  open.push(socket);
  const stream = socket.subscribe(OFFERS);
  await stream.next();
  const id = await act.offer(one.ann);
  expect((await stream.next()).supportOffer).toMatchObject({ id, viewerCan: ["PROPOSE"] });
  await expect
    .poll(() =>
      writing.sql("select action from audit where partner_id = $1 and action = 'supportOfferChanged'", [one.partnerId]),
    )
    .toHaveLength(1);
});
