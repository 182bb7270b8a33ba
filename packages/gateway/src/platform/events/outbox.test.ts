import { createSecretKey, randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { doing, EXCHANGES, OFFERS } from "../../features/support-offers/testing.live.js";
import { type Gateway, startGateway } from "../../main.js";
import { type TestGateway, testGateway } from "../http/testing.js";
import type { TestPartner } from "../http/testing.partner.js";
import { newId } from "../writing/new-id.js";
import { type TestWriting, testWriting } from "../writing/testing.js";
import { sealCursor, unsealCursor } from "./position.js";
import { type TestStream, testEvents, testSocket } from "./testing.live.js";

let gateway: TestGateway;
let second: Gateway;
let writing: TestWriting;
let one: TestPartner;
let two: TestPartner;
let act: ReturnType<typeof doing>;
/** An offer that changes so that its event can be waited for. */
let marker: string;
const open: { stop(): void }[] = [];

beforeAll(async () => {
  gateway = await testGateway();
  second = await startGateway(gateway.config, { log: { write: () => undefined } });
  writing = testWriting(gateway);
  [one, two] = gateway.partners;
  act = doing(writing, gateway);
  marker = await act.offer(one.ann, { title: "Marker" });
});
afterEach(() => {
  for (const each of open.splice(0)) each.stop();
});
afterAll(async () => {
  await second.stop();
  await writing.close();
  await gateway.stop();
});

/** Subscribed, and past what happened just before, which may still come. */
async function fresh(url = gateway.url) {
  const { stream } = await following({}, { url });
  const client = await connect();
  await client.query(EVENT, [one.partnerId, newId("evt"), marker]);
  while ((await stream.next()).supportOffer.id !== marker);
  return stream;
}

async function following(variables = {}, { url = gateway.url, query = OFFERS, as = one.ben } = {}) {
  const at = { url, partners: gateway.partners };
  const socket = testSocket(at, as);
  open.push(socket);
  const stream = socket.subscribe(query, variables);
  return { stream, first: await stream.next() };
}
/** The offer that the next event is about. */
async function told(stream: TestStream): Promise<string> {
  const { id } = (await stream.next()).supportOffer;
  return id === marker ? told(stream) : id;
}

/** As another process would write it, without a ring. */
async function connect() {
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  open.push({ stop: () => void client.end() });
  return client;
}
const EVENT = "insert into outbox (partner_id, id, type, object_id) values ($1, $2, 'support-offer.updated', $3)";

test("two gateways on one database both bring what either has written, soon", async () => {
  const streams = [await fresh(), await fresh(second.url)];
  const since = performance.now();
  const id = await act.offer(one.ann);
  expect(await Promise.all(streams.map(told))).toEqual([id, id]);
  expect(performance.now() - since).toBeLessThan(2000); // a second, where nothing else runs
});

test("what another process wrote comes too, though nobody rang", async () => {
  const stream = await fresh();
  const client = await connect();
  await client.query(EVENT, [one.partnerId, newId("evt"), one.offerId]);
  expect(await told(stream)).toBe(one.offerId);
});

test("a transaction that began first and commits last is not passed over", async () => {
  const offer = await act.offer(one.ann, { title: "Written early" });
  const stream = await fresh();
  const late = await connect();
  await late.query("begin");
  await late.query(EVENT, [one.partnerId, newId("evt"), offer]);
  const quick = await act.offer(one.ann, { title: "Committed early" });
  await new Promise((resolve) => setTimeout(resolve, 300));
  // Nothing is brought while an earlier one might still come: a cursor behind it could never go back.
  expect(stream.came).toEqual([]);
  await late.query("commit");
  expect([await told(stream), await told(stream)]).toEqual([offer, quick]);
});

test("what was rolled back never was", async () => {
  const stream = await fresh();
  const client = await connect();
  await client.query("begin");
  await client.query(EVENT, [one.partnerId, newId("evt"), one.offerId]);
  await client.query("rollback");
  const id = await act.offer(one.ann);
  expect(await told(stream)).toBe(id);
  expect(stream.came).toEqual([]);
});

test("nothing is missed while the connections that listen are cut, again and again", async () => {
  const stream = await fresh();
  const there = await fresh(second.url);
  const made: string[] = [];
  for (let n = 0; n < 5; n++) {
    await writing.sql(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kith outbox' and datname = current_database()",
    );
    made.push(await act.offer(one.ann));
  }
  for (const each of [stream, there]) {
    const ids: string[] = [];
    while (ids.length < made.length) ids.push(await told(each));
    expect(ids).toEqual(made);
  }
});

test("nothing is missed when every connection of the gateway is cut between what was written and what is read", async () => {
  const stream = await fresh();
  const client = await connect();
  for (let n = 0; n < 3; n++) {
    await client.query(EVENT, [one.partnerId, newId("evt"), one.offerId]);
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'kith%' and datname = current_database()",
    );
    expect(await told(stream)).toBe(one.offerId);
  }
});

test("forty who watch cost no more statements than one", async () => {
  const asked = async () => {
    const { text } = await gateway.fetch("/metrics");
    return Number(/^kith_database_statements_total (\d+)$/m.exec(text)?.[1]);
  };
  const client = await connect();
  const costOf = async (streams: readonly TestStream[]) => {
    await new Promise((resolve) => setTimeout(resolve, 1500)); // until it only looks now and then
    const before = await asked();
    await client.query(EVENT, [one.partnerId, newId("evt"), one.offerId]);
    for (const stream of streams) expect(await told(stream)).toBe(one.offerId);
    return (await asked()) - before;
  };
  const alone = await fresh();
  const cost = await costOf([alone]);
  const watching: TestStream[] = [alone];
  const members = [one.ben, one.ann];
  for (let n = 0; n < 4; n++) {
    const member = await one.addMember();
    await act.community(member, "joinCommunity", one.openCommunityId);
    members.push(member);
  }
  for (const as of members) {
    const socket = testSocket(gateway, as);
    open.push(socket);
    for (let n = 0; n < 7; n++) watching.push(socket.subscribe(OFFERS));
  }
  for (const stream of watching.slice(1)) await stream.next();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  for (const stream of watching) stream.came.length = 0;
  expect(watching.length).toBeGreaterThan(40);
  expect(await costOf(watching)).toBeLessThan(cost + 20);
});

test("a gateway to which nobody has subscribed asks nothing", async () => {
  const asked = async () => {
    const { text } = await gateway.fetch("/metrics");
    return Number(/^kith_database_statements_total (\d+)$/m.exec(text)?.[1]);
  };
  await expect.poll(async () => (await gateway.fetch("/metrics")).text).toMatch(/^kith_live_subscriptions 0$/m);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const before = await asked();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await asked()).toBe(before);
});

test("whoever comes back with a cursor gets what changed since, each once and as it is now", async () => {
  const before = await following();
  const known = await act.offer(one.ann, { title: "Known" });
  const { cursor } = await before.stream.next();
  before.stream.stop();
  const [a, b] = [await act.offer(one.ann, { title: "A" }), await act.offer(one.ann, { title: "B" })];
  await act.onOffer(one.ann, "updateSupportOffer", a, { title: `A2 ${one.mark}` });
  const hidden = await act.offer(one.ann, { title: "Hidden", communityId: one.closedCommunityId });

  for (const url of [gateway.url, second.url]) {
    const { stream, first } = await following({ after: cursor, communityId: one.openCommunityId }, { url });
    expect(first).toEqual({ cursor, mayHaveMissed: false, supportOffer: null });
    const [one1, two1] = [await stream.next(), await stream.next()];
    expect([one1.supportOffer, two1.supportOffer]).toMatchObject([{ id: b }, { id: a, title: `A2 ${one.mark}` }]);
    // From what came last on there is nothing more, but what happens next.
    const again = await following({ after: two1.cursor }, { url });
    expect(await told(again.stream)).toBe(hidden);
    await act.onOffer(one.ann, "updateSupportOffer", known, { title: `Next ${one.mark}` });
    expect(await told(again.stream)).toBe(known);
    expect(await told(stream)).toBe(known);
  }
});

test("a cursor holds its place however a line breaks: after each event, what comes next is what came next", async () => {
  await fresh();
  const { stream, first } = await following();
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) ids.push(await act.offer(one.ann));
  await act.onOffer(one.ann, "pauseSupportOffer", ids[1] as string);
  const seen: { cursor: string; id: string }[] = [{ cursor: first.cursor, id: "" }];
  do {
    const { cursor, supportOffer } = await stream.next();
    seen.push({ cursor, id: supportOffer.id });
  } while (seen.at(-1)?.id !== ids[1] || seen.length < 5);
  for (const { cursor } of seen) {
    const { stream: again } = await following({ after: cursor });
    const last = seen.at(-1)?.cursor === cursor;
    if (!last) for (let id = ""; id !== ids[1]; ) id = (await told(again)) as string;
    expect(again.came).toEqual([]);
  }
});

test.each([
  ["made up", async () => "abc"],
  ["empty", async () => ""],
  ["of another partner", async () => (await following({}, { as: two.ben })).first.cursor],
  [
    "of another deployment",
    async () =>
      sealCursor(createSecretKey(randomBytes(32)), one.partnerId, {
        transactionId: "700",
        eventId: "",
        issuedAt: Date.now(),
      }),
  ],
  [
    "of a database that was put back",
    async () =>
      sealCursor(gateway.config.encryptionKey, one.partnerId, {
        transactionId: "999999999",
        eventId: "",
        issuedAt: Date.now(),
      }),
  ],
  [
    "two hours old",
    async () =>
      sealCursor(gateway.config.encryptionKey, one.partnerId, {
        transactionId: "700",
        eventId: "",
        issuedAt: Date.now() - 7_200_000,
      }),
  ],
])(
  "a cursor that is %s says that something may have been missed, and all that follows comes",
  async (_what, cursor) => {
    const { stream, first } = await following({ after: await cursor() });
    expect(first).toEqual({ cursor: expect.any(String), mayHaveMissed: true, supportOffer: null });
    const id = await act.offer(one.ann);
    expect(await told(stream)).toBe(id);
  },
);

test("so does one since which too much has happened", async () => {
  const { first } = await following();
  const values = Array.from(
    { length: 201 },
    () => `('${one.partnerId}', '${newId("evt")}', 'exchange.accepted', '${one.exchangeId}')`,
  );
  await writing.sql(`insert into outbox (partner_id, id, type, object_id) values ${values.join()}`);
  // What is written is passed on once nothing older is under way, in another test's database either.
  await expect.poll(async () => (await following({ after: first.cursor })).first.mayHaveMissed).toBe(true);
});

test("a cursor tells nothing of what others do", async () => {
  const { first } = await following();
  const read = unsealCursor(gateway.config.encryptionKey, one.partnerId, first.cursor);
  const text = Buffer.from(first.cursor, "base64url").toString("latin1");
  for (const told of [read?.transactionId, read?.eventId]) if (told) expect(text).not.toContain(told);
  expect(read?.transactionId).toMatch(/^\d+$/);
  expect(unsealCursor(gateway.config.encryptionKey, two.partnerId, first.cursor)).toBeNull();
});

test("events of a kind that is not asked about are passed over", async () => {
  const { stream } = await following({}, { query: EXCHANGES });
  await act.offer(one.ann);
  await writing.mutate(one.ben, "recordPulseCheckIn", { mood: 3 }, "checkIn { id }");
  const offer = await act.offer(one.ann);
  const exchange = await act.propose(one.ben, offer);
  let id: string;
  do id = (await stream.next()).exchange.id;
  while (id === one.exchangeId);
  expect(id).toBe(exchange);
});

test("by server-sent events whoever comes back gets the same", async () => {
  await fresh();
  const { first } = await following();
  const id = await act.offer(one.ann);
  const events = testEvents(gateway, one.ben, OFFERS, { after: first.cursor });
  open.push(events);
  expect(await events.next()).toMatchObject({ cursor: first.cursor, mayHaveMissed: false });
  expect((await events.next()).supportOffer.id).toBe(id);
});
