import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Gateway, startGateway } from "../../main.js";
import { type TestStream, testEvents, testSocket } from "../events/testing.live.js";
import { type TestWriting, testWriting } from "../writing/testing.js";
import { type TestGateway, testGateway } from "./testing.js";
import type { TestPartner } from "./testing.partner.js";

const OFFERS = "subscription { supportOfferChanged { cursor supportOffer { id } } }";
/** A second, where nothing else runs. */
const AT_ONCE = { timeout: 2000, interval: 10 };

let gateway: TestGateway;
let second: Gateway;
let w: TestWriting;
let one: TestPartner;
const open: { stop(): void }[] = [];

beforeAll(async () => {
  gateway = await testGateway();
  second = await startGateway(gateway.config, { log: { write: () => undefined } });
  w = testWriting(gateway);
  one = gateway.partners[0];
});
afterEach(() => {
  for (const each of open.splice(0)) each.stop();
});
afterAll(async () => {
  await second.stop();
  await w.close();
  await gateway.stop();
});

/** Subscribed by both transports, at the gateway that is told of the change and at another. */
async function everywhere(as: { readonly token: string }, params?: Record<string, unknown>) {
  const streams: { readonly by: string; readonly stream: TestStream }[] = [];
  for (const url of [gateway.url, second.url]) {
    const at = { url, partners: gateway.partners };
    const socket = testSocket(at, as, params ? { params } : {});
    open.push(socket);
    const headers = params ? { "kith-member": String(params.kithMember) } : {};
    streams.push({ by: "websocket", stream: socket.subscribe(OFFERS) });
    streams.push({ by: "sse", stream: testEvents(at, as, OFFERS, {}, headers) });
  }
  for (const { stream } of streams) {
    open.push(stream);
    expect(await stream.next()).toMatchObject({ supportOffer: null });
  }
  return streams;
}

/** A socket ends by its code, a stream by an event that says why. */
async function expectEnded(streams: Awaited<ReturnType<typeof everywhere>>, close: number, extensions: object) {
  for (const { by, stream } of streams) {
    const ended: unknown[] = [];
    void stream.ended.then((how) => ended.push(how));
    await expect.poll(() => ended, AT_ONCE).toEqual([by === "sse" ? "complete" : close]);
    if (by === "sse") expect(stream.came).toEqual([[expect.objectContaining({ extensions })]]);
    else expect(stream.came).toEqual([]);
  }
}
const over = (reason: string) => ({ code: "UNAUTHENTICATED", reason });

describe("what stays open ends at once, at every gateway and by every transport", () => {
  test("when its token is over", async () => {
    const member = await one.addMember();
    const now = Math.floor(Date.now() / 1000);
    const token = await one.sign({ sub: member.externalId, iat: now - 10, exp: now + 3 });
    const streams = await everywhere({ token });
    await new Promise((resolve) => setTimeout(resolve, (now + 3) * 1000 - Date.now()));
    await expectEnded(streams, 4401, over("TOKEN_EXPIRED"));
  });

  test("when the member's tokens are revoked", async () => {
    const member = await one.addMember();
    const streams = await everywhere(member);
    await new Promise((resolve) => setTimeout(resolve, 1100)); // a token of this very second would still be good
    const { refused } = await w.mutate(one.secretKey, "revokeMemberTokens", { memberId: member.id }, "member { id }");
    expect(refused).toBeNull();
    await expectEnded(streams, 4401, over("TOKEN_REVOKED"));
  });

  test("when the member is suspended", async () => {
    const member = await one.addMember();
    const streams = await everywhere(member);
    const input = { externalId: member.externalId, state: "SUSPENDED" };
    const { refused } = await w.mutate(one.secretKey, "upsertMember", input, "member { id }");
    expect(refused).toBeNull();
    await expectEnded(streams, 4401, over("MEMBER_NOT_ACTIVE"));
  });

  test("when the key that acts for them is revoked, by whatever process", async () => {
    const { ben, partnerId } = one;
    const streams = await everywhere(
      { token: one.secretKey },
      { authorization: `Bearer ${one.secretKey}`, kithMember: ben.id },
    );
    await w.sql("update api_key set revoked_at = now() where partner_id = $1 and kind = 'SECRET'", [partnerId]);
    await w.sql("select pg_notify('kith_identity', $1)", [partnerId]);
    await expectEnded(streams, 4401, over("KEY_REVOKED"));
    await w.sql("update api_key set revoked_at = null where partner_id = $1", [partnerId]);
    await w.sql("select pg_notify('kith_identity', $1)", [partnerId]);
  });

  test("when the key their token is signed with is retired", async () => {
    const streams = await everywhere(one.ben);
    await w.sql("update signing_key set retired_at = now() where partner_id = $1", [one.partnerId]);
    await w.sql("select pg_notify('kith_identity', $1)", [one.partnerId]);
    await expectEnded(streams, 4401, over("TOKEN_INVALID"));
    await w.sql("update signing_key set retired_at = null where partner_id = $1", [one.partnerId]);
    await w.sql("select pg_notify('kith_identity', $1)", [one.partnerId]);
  });

  test("and nobody else's does", async () => {
    const [member, other] = [await one.addMember(), await one.addMember()];
    const streams = await everywhere(other);
    await w.mutate(
      one.secretKey,
      "upsertMember",
      { externalId: member.externalId, state: "SUSPENDED" },
      "member { id }",
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const { stream } of streams) expect(await Promise.race([stream.ended, Promise.resolve("open")])).toBe("open");
  });
});

test("a page whose origin the partner takes back is closed for good", async () => {
  const socket = testSocket(gateway, one.ben, { origin: one.origin });
  open.push(socket);
  const stream = socket.subscribe(OFFERS);
  await stream.next();
  await w.sql("delete from partner_origin where partner_id = $1", [one.partnerId]);
  await w.sql("select pg_notify('kith_identity', $1)", [one.partnerId]);
  expect(await stream.ended).toBe(4403);
  await w.sql("insert into partner_origin values ($1, $2)", [one.partnerId, one.origin]);
  await w.sql("select pg_notify('kith_identity', $1)", [one.partnerId]);
});

test("a gateway that stops says so to all that is open, soon, and takes no more", async () => {
  const third = await startGateway(gateway.config, { log: { write: () => undefined } });
  const at = { url: third.url, partners: gateway.partners };
  const socket = testSocket(at, one.ben);
  const [stream, events] = [socket.subscribe(OFFERS), testEvents(at, one.ben, OFFERS)];
  for (const each of [stream, events]) await each.next();
  const since = performance.now();
  const stopped = third.stop();
  expect(await stream.ended).toBe(1012);
  expect(await events.ended).toBe("complete");
  const extensions = { code: "UNAVAILABLE", reason: "GATEWAY_RESTARTS" };
  expect(events.came).toEqual([[expect.objectContaining({ extensions })]]);
  await stopped;
  expect(performance.now() - since).toBeLessThan(4000);
});

describe("what is wrong with whoever wants a stream is an answer of HTTP's", () => {
  const post = (init: RequestInit) => gateway.fetch("/graphql/stream", init);
  const headers = () => ({ "content-type": "application/json", authorization: `Bearer ${one.ben.token}` });
  const body = JSON.stringify({ query: OFFERS });
  test.each([
    ["no token", { headers: { "content-type": "application/json" } }, 401, "CREDENTIAL_MISSING"],
    ["no method for it", { method: "GET", body: null }, 405, "METHOD_NOT_ALLOWED"],
    ["a form", { headers: { "content-type": "text/plain" } }, 415, "CONTENT_TYPE_NOT_JSON"],
    ["no object", { body: "[]" }, 400, "BODY_NOT_A_JSON_OBJECT"],
    ["no document", { body: "{}" }, 400, "REQUEST_MALFORMED"],
    ["a list for a document", { body: '{"query":[]}' }, 400, "REQUEST_MALFORMED"],
    ["a list for variables", { body: '{"query":"{a}","variables":[]}' }, 400, "REQUEST_MALFORMED"],
    ["a number for a name", { body: '{"query":"{a}","operationName":1}' }, 400, "REQUEST_MALFORMED"],
    ["five megabytes", { body: JSON.stringify({ query: "x".repeat(5_000_000) }) }, 413, "BODY_TOO_LARGE"],
  ])("%s", async (_what, init, status, reason) => {
    const given = await post({ method: "POST", headers: headers(), body, ...init });
    expect([given.status, given.errors?.[0]?.extensions.reason]).toEqual([status, reason]);
  });

  test("a foreign page", async () => {
    const given = await post({ method: "POST", headers: { ...headers(), origin: "https://elsewhere.example" }, body });
    expect([given.status, given.errors?.[0]?.extensions.reason]).toEqual([403, "ORIGIN_NOT_ALLOWED"]);
  });
});

test.each([
  ["a query", "{ partner { id } }", "SUBSCRIPTION_NEEDED"],
  ["something that is no GraphQL", "{", "DOCUMENT_UNREADABLE"],
  ["a field there is not", "subscription { nothing }", "DOCUMENT_INVALID"],
])("what is wrong with what they ask is the only event of the stream: %s", async (_what, query, reason) => {
  const stream = testEvents(gateway, one.ben, query);
  expect(await stream.next()).toEqual([expect.objectContaining({ extensions: { code: "BAD_INPUT", reason } })]);
  expect(await stream.ended).toBe("complete");
});
