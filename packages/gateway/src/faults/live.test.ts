import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { doing, OFFERS } from "../features/support-offers/testing.live.js";
import { testEvents, testSocket } from "../platform/events/testing.live.js";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestPartner } from "../platform/http/testing.partner.js";
import { welcomed } from "../platform/http/testing.socket.js";
import { newId } from "../platform/writing/new-id.js";
import { type TestWriting, testWriting } from "../platform/writing/testing.js";
import { type OwnServer, ownServer } from "./testing.own-server.js";

let server: OwnServer;
let gateway: TestGateway;
let writing: TestWriting;
let one: TestPartner;
let act: ReturnType<typeof doing>;
const open: { stop(): void }[] = [];

beforeAll(async () => {
  server = await ownServer();
  gateway = await testGateway({ database: server.database, liveLimits: { leaveMs: 500 } });
  writing = testWriting(gateway);
  one = gateway.partners[0];
  act = doing(writing, gateway);
});
afterEach(() => {
  for (const each of open.splice(0)) each.stop();
});
afterAll(async () => {
  await writing.close();
  await gateway.stop();
  await server.remove();
});

async function metric(name: string): Promise<number> {
  const { text } = await gateway.fetch("/metrics");
  return Number(new RegExp(`^${name.replaceAll(/[{}"]/g, "\\$&")} (\\S+)$`, "m").exec(text)?.[1]);
}

test.each(["fast", "immediate"] as const)(
  "PostgreSQL stopped (%s) and started: who subscribed stays, and hears what is written from then on",
  async (how) => {
    const socket = testSocket(gateway, one.ben);
    const streams = [socket.subscribe(OFFERS), testEvents(gateway, one.ben, OFFERS)];
    open.push(socket, ...streams);
    for (const stream of streams) await stream.next();
    const before = await act.offer(one.ann, { title: "Before" });
    await server.stop(how);
    await wait(1500);
    await server.start();
    let after: string | undefined;
    await expect
      .poll(
        async () => {
          after = await act.offer(one.ann, { title: "After" }).catch(() => undefined);
          return after;
        },
        { timeout: 20_000 },
      )
      .toBeDefined();
    for (const stream of streams) {
      const heard: string[] = [];
      do heard.push((await stream.next()).supportOffer.id);
      while (heard.at(-1) !== after);
      expect(heard).toContain(before);
    }
  },
);

test("whoever comes back while the database is away is told so, and may try again", async () => {
  const socket = testSocket(gateway, one.ben);
  open.push(socket);
  const { cursor: after } = await socket.subscribe(OFFERS).next();
  const id = await act.offer(one.ann);
  await server.stop("fast");
  const [refusal] = await socket.subscribe(OFFERS, { after }).ended;
  expect(refusal.extensions.code).toBe("UNAVAILABLE");
  await server.start();
  const again = () => {
    const stream = socket.subscribe(OFFERS, { after });
    return stream.next().then(
      () => stream.next(),
      () => null,
    );
  };
  await expect.poll(again, { timeout: 20_000 }).toMatchObject({ supportOffer: { id } });
});

test("while nothing is heard of revocations, whoever was suspended is found out before anything is sent to them", async () => {
  const [member, other] = [await one.addMember(), await one.addMember()];
  const sockets = [testSocket(gateway, member), testSocket(gateway, other)] as const;
  const [stream, others] = [sockets[0].subscribe(OFFERS), sockets[1].subscribe(OFFERS)];
  open.push(...sockets);
  for (const each of [stream, others]) await each.next();
  const listeners = () => writing.sql("select pid from pg_stat_activity where application_name = 'kith identity'");
  await expect.poll(listeners, { timeout: 10_000 }).toHaveLength(1);
  const { pid } = (await listeners())[0];
  process.kill(pid, "SIGSTOP");
  try {
    await writing.sql("update member set state = 'SUSPENDED' where partner_id = $1 and id = $2", [
      one.partnerId,
      member.id,
    ]);
    await wait(3500); // by then it knows that it hears nothing
    const id = await act.offer(one.ann, { communityId: null });
    let heard: string;
    do heard = (await others.next()).supportOffer.id;
    while (heard !== id);
    expect(await stream.ended).toBe(4401);
    expect(JSON.stringify(stream.came)).not.toContain(id);
  } finally {
    process.kill(pid, "SIGCONT");
  }
});

/** So large that no buffer of the network's holds many. */
const LARGE = `subscription { supportOfferChanged { supportOffer { id ${Array.from({ length: 50 }, (_, n) => `d${n}: description`).join(" ")} } } }`;

async function manyOffers(count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => newId("sof"));
  await writing.sql(
    `insert into support_offer (partner_id, id, author_id, author_meets_as, kinds, title, description, ways_to_meet, capacity)
     select $1, id, $2, 'ADULT', '{EMOTIONAL}', $4, repeat('long words ', 180), '{MESSAGE}', 1 from unnest($3::text[]) id`,
    [one.partnerId, one.ann.id, ids, `Many ${one.mark}`],
  );
  await writing.sql(
    `insert into outbox (partner_id, id, type, object_id)
     select $1, e, 'support-offer.created', o from unnest($2::text[], $3::text[]) t(e, o)`,
    [one.partnerId, ids.map(() => newId("evt")), ids],
  );
}

/** Subscribed to what is large, told so, and reading no further. */
const slow = {
  async websocket() {
    const { socket, send, next } = await welcomed(gateway.url, one.ben);
    send({ type: "subscribe", id: "1", payload: { query: LARGE } });
    await next();
    socket.pause();
    return { stop: () => socket.terminate() };
  },
  async sse() {
    const headers = { "content-type": "application/json", authorization: `Bearer ${one.ben.token}` };
    const asked = request(`${gateway.url}/graphql/stream`, { method: "POST", headers });
    asked.on("error", () => undefined).end(JSON.stringify({ query: LARGE }));
    const [response] = (await once(asked, "response")) as [IncomingMessage];
    response.on("error", () => undefined).pause();
    return { stop: () => asked.destroy() };
  },
};

test.each(["websocket", "sse"] as const)(
  "who does not read is let go, holds no memory, and holds up nobody: by %s",
  async (transport) => {
    const quick = testSocket(gateway, one.cleo);
    const stream = quick.subscribe("subscription { supportOfferChanged { supportOffer { id } } }");
    open.push(quick);
    await stream.next();
    open.push(await slow[transport]());
    await expect.poll(() => metric("kith_live_subscriptions")).toBe(2);

    const used = process.memoryUsage.rss();
    let heard = 0;
    for (let n = 0; n < 6 && (await metric("kith_live_subscriptions")) > 1; n++) {
      await manyOffers(200);
      for (let m = 0; m < 200; m++, heard++) await stream.next();
    }
    await expect.poll(() => metric("kith_live_subscriptions"), { timeout: 5000 }).toBe(1);
    await expect
      .poll(() => metric(`kith_live_connections{transport="${transport}"}`), { timeout: 5000 })
      .toBe(transport === "sse" ? 0 : 1);
    expect(heard).toBeGreaterThanOrEqual(400);
    expect((process.memoryUsage.rss() - used) / 2 ** 20).toBeLessThan(300);
  },
);
