import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { testSocket } from "../events/testing.live.js";
import { type TestGateway, testGateway } from "./testing.js";
import type { TestMember, TestPartner } from "./testing.partner.js";
import { type RawSocket, rawSocket, refusal, welcomed } from "./testing.socket.js";

const OFFERS = "subscription { supportOfferChanged { cursor supportOffer { id } } }";
const LIMITS = { initMs: 400, pingMs: 300, leaveMs: 300, connections: 40, perMember: 5 };

let gateway: TestGateway;
let one: TestPartner;
let two: TestPartner;
const open: { stop(): void }[] = [];

beforeAll(async () => {
  gateway = await testGateway({ liveLimits: LIMITS });
  [one, two] = gateway.partners;
});
afterEach(() => {
  for (const each of open.splice(0)) each.stop();
});
afterAll(() => gateway.stop());

const keep = (raw: RawSocket): RawSocket => {
  open.push({ stop: () => raw.socket.terminate() });
  return raw;
};
const raw = async () => keep(await rawSocket(gateway.url));
const inside = async (as: TestMember = one.ben) => keep(await welcomed(gateway.url, as));
const ending = (given: Parameters<typeof testSocket>[2], as: Parameters<typeof testSocket>[1] = null) => {
  const socket = testSocket(gateway, as, given);
  open.push(socket);
  return new Promise((resolve) => {
    socket.client.on("closed", (event: any) => resolve([event.code, event.reason]));
    void socket.subscribe(OFFERS).ended;
  });
};

describe("whoever connects", () => {
  test.each([
    ["says nothing of who they are", async () => ({}), 4401, "CREDENTIAL_MISSING"],
    ["brings no token at all", async () => ({ authorization: "Basic abc" }), 4401, "CREDENTIAL_MALFORMED"],
    ["brings something that is no token", async () => ({ authorization: "Bearer abc" }), 4401, "TOKEN_INVALID"],
    [
      "brings a token that is over",
      async () => ({ authorization: `Bearer ${await one.sign({ iat: 1_700_000_000, exp: 1_700_000_600 })}` }),
      4401,
      "TOKEN_EXPIRED",
    ],
    [
      "is suspended",
      async () => ({ authorization: `Bearer ${(await one.addMember({ state: "SUSPENDED" })).token}` }),
      4401,
      "MEMBER_NOT_ACTIVE",
    ],
    [
      "acts for someone without a secret key",
      async () => ({ authorization: `Bearer ${one.ben.token}`, kithMember: one.ann.id }),
      4403,
      "SECRET_KEY_NEEDED",
    ],
    [
      "acts for someone who is not there",
      async () => ({ authorization: `Bearer ${one.secretKey}`, kithMember: "external:nobody" }),
      4403,
      "NOT_FOUND",
    ],
    [
      "acts for another partner's member",
      async () => ({ authorization: `Bearer ${one.secretKey}`, kithMember: two.ann.id }),
      4403,
      "NOT_FOUND",
    ],
    ["sends a number for a token", async () => ({ authorization: 7 }), 4400, "REQUEST_MALFORMED"],
    [
      "sends a list for a name",
      async () => ({ authorization: "Bearer abc", kithMember: ["a"] }),
      4400,
      "REQUEST_MALFORMED",
    ],
  ])("and %s is closed with a code that says what to do", async (_what, params, code, reason) => {
    expect(await ending({ params: await params() })).toEqual([code, reason]);
  });

  test("from a page that is not the partner's is refused for good; from one that is, and from none, is let in", async () => {
    expect(await ending({ origin: "https://elsewhere.example" }, one.ben)).toEqual([4403, "ORIGIN_NOT_ALLOWED"]);
    expect(await ending({ origin: two.origin }, one.ben)).toEqual([4403, "ORIGIN_NOT_ALLOWED"]);
    expect(await ending({ origin: one.origin }, one.secretKey)).toEqual([4403, "SECRET_KEY_IN_BROWSER"]);
    const socket = testSocket(gateway, one.ben, { origin: one.origin });
    open.push(socket);
    expect(await socket.subscribe(OFFERS).next()).toMatchObject({ supportOffer: null });
  });

  test("and speaks another protocol, or none, or elsewhere gets an answer in place of a socket", async () => {
    const unknown = {
      status: 400,
      body: { errors: [{ extensions: { code: "BAD_INPUT", reason: "SUBPROTOCOL_UNKNOWN" } }] },
    };
    expect(await refusal(gateway.url, ["graphql-ws"])).toMatchObject(unknown);
    expect(await refusal(gateway.url, [])).toMatchObject(unknown);
    for (const path of ["/", "/graphql/stream", "/healthz", "/graphql/../graphql/x"]) {
      expect(await refusal(gateway.url, ["graphql-transport-ws"], path)).toMatchObject({ status: 404 });
    }
  });

  test("and says nothing is not waited for", async () => {
    expect((await (await raw()).closed)[0]).toBe(4408);
  });

  test("and asks before they are let in is closed", async () => {
    const socket = await raw();
    socket.send({ type: "subscribe", id: "1", payload: { query: OFFERS } });
    expect((await socket.closed)[0]).toBe(4401);
  });

  test("with too many open already is refused, and let in once one has gone", async () => {
    const member = await one.addMember();
    const sockets = await Promise.all(Array.from({ length: LIMITS.perMember }, () => inside(member)));
    expect(await ending({}, member)).toEqual([4429, "TOO_MANY_CONNECTIONS"]);
    sockets[0]?.socket.terminate();
    await expect
      .poll(async () => {
        const next = keep(await rawSocket(gateway.url));
        next.send({ type: "connection_init", payload: { authorization: `Bearer ${member.token}` } });
        return Promise.race([next.next(), next.closed]);
      })
      .toEqual({ type: "connection_ack" });
  });

  test("and leaves while they are looked up keeps no place", async () => {
    const member = await one.addMember();
    for (let n = 0; n <= LIMITS.perMember; n++) {
      const socket = await raw();
      // Each token is new, so that it must be looked up.
      const token = await one.sign({ sub: member.externalId, jti: String(n) });
      socket.send({ type: "connection_init", payload: { authorization: `Bearer ${token}` } });
      socket.socket.close();
      await socket.closed;
    }
    await expect.poll(() => metric('kith_live_connections{transport="websocket"}')).toBe(0);
    await inside(member);
  });

  test("at a gateway that is full is told to come later, and nobody who is in is touched", async () => {
    const ours = await inside();
    const others = await Promise.allSettled(Array.from({ length: LIMITS.connections }, () => raw()));
    expect(others.some(({ status }) => status === "rejected")).toBe(true);
    const told = { status: 503, body: { errors: [{ extensions: { reason: "TOO_MANY_CONNECTIONS" } }] } };
    expect(await refusal(gateway.url, ["graphql-transport-ws"])).toMatchObject(told);
    ours.send({ type: "ping" });
    expect(await ours.next()).toEqual({ type: "pong" });
  });
});

describe("a message", () => {
  test.each([
    ["that is no JSON", "}{"],
    ["that is nothing", ""],
    ["that is null", "null"],
    ["that is a list", "[]"],
    ["of no type", "{}"],
    ["of a type there is not", { type: "start", id: "1" }],
    ["without an id", { type: "subscribe", payload: { query: OFFERS } }],
    ["with an empty id", { type: "subscribe", id: "", payload: { query: OFFERS } }],
    ["with a number for an id", { type: "subscribe", id: 1, payload: { query: OFFERS } }],
    ["without a document", { type: "subscribe", id: "1", payload: {} }],
    ["with a list for a document", { type: "subscribe", id: "1", payload: { query: [] } }],
    ["with a text for variables", { type: "subscribe", id: "1", payload: { query: OFFERS, variables: "a" } }],
    ["with a number for a name", { type: "subscribe", id: "1", payload: { query: OFFERS, operationName: 1 } }],
    ["of bytes", Buffer.from([0, 1, 2, 255])],
    ["that nests without end", `${"[".repeat(30_000)}`],
  ])("%s closes the socket as malformed, before and after it is let in", async (_what, message) => {
    for (const socket of [await raw(), await inside()]) {
      socket.send(message);
      expect((await socket.closed)[0]).toBe(4400);
    }
  });

  test("of five megabytes is not read", async () => {
    const socket = await inside();
    socket.send(`{"type":"ping","payload":{"a":"${"x".repeat(5_000_000)}"}}`);
    expect((await socket.closed)[0]).toBe(1009);
  });

  test("with an id in use, or a second greeting, closes the socket", async () => {
    const twice = await inside();
    for (let n = 0; n < 2; n++) twice.send({ type: "subscribe", id: "1", payload: { query: OFFERS } });
    expect((await twice.closed)[0]).toBe(4409);
    const greeted = await inside();
    greeted.send({ type: "connection_init" });
    expect((await greeted.closed)[0]).toBe(4429);
  });

  test("whose id is a word of JavaScript's is an id like any other", async () => {
    const socket = await inside();
    for (const id of ["__proto__", "constructor", "toString"]) {
      socket.send({ type: "subscribe", id, payload: { query: OFFERS } });
      expect(await socket.next()).toMatchObject({ id, type: "next" });
    }
  });

  test("ten thousand operations on one socket end it, and nobody else notices", async () => {
    const [greedy, other] = [await inside(), await inside(one.ann)];
    for (let n = 0; n < 10_000; n++) greedy.send({ type: "subscribe", id: String(n), payload: { query: OFFERS } });
    expect(await greedy.closed).toEqual([4429, expect.stringMatching(/^TOO_MANY_(OPERATIONS|MESSAGES)$/)]);
    other.send({ type: "subscribe", id: "1", payload: { query: OFFERS } });
    expect(await other.next()).toMatchObject({ id: "1", type: "next" });
    await expect.poll(() => metric("kith_live_subscriptions")).toBe(1);
  });

  test("after message, faster than anyone types, ends the socket", async () => {
    const socket = await inside();
    for (let n = 0; n < 200; n++) socket.send({ type: "ping" });
    expect(await socket.closed).toEqual([4429, "TOO_MANY_MESSAGES"]);
  });
});

describe("what is asked over a socket", () => {
  const error = async (payload: object) => {
    const socket = await inside();
    socket.send({ type: "subscribe", id: "1", payload });
    const told = await socket.next();
    expect(told).toMatchObject({ id: "1", type: "error" });
    // The socket is as good as before.
    socket.send({ type: "ping" });
    expect(await socket.next()).toEqual({ type: "pong" });
    return told.payload.map(({ extensions }: any) => [extensions.code, extensions.reason, extensions.field]);
  };
  const thirty = Array.from(
    { length: 30 },
    (_, n) => `a${n}: supportOffers(first: 100) { nodes { id author { id } } }`,
  ).join(" ");
  test.each([
    ["a query", { query: "{ partner { id } }" }, "BAD_INPUT", "SUBSCRIPTION_NEEDED"],
    [
      "a mutation",
      { query: 'mutation { leaveCommunity(input: { communityId: "a" }) { __typename } }' },
      "BAD_INPUT",
      "SUBSCRIPTION_NEEDED",
    ],
    ["the schema", { query: "{ __schema { types { name } } }" }, "FORBIDDEN", "INTROSPECTION_OFF"],
    ["something that is no GraphQL", { query: "subscription {" }, "BAD_INPUT", "DOCUMENT_UNREADABLE"],
    ["a field there is not", { query: "subscription { nothing }" }, "BAD_INPUT", "DOCUMENT_INVALID"],
    [
      "two things in one",
      { query: `subscription { a: supportOfferChanged { cursor } b: supportOfferChanged { cursor } }` },
      "BAD_INPUT",
      "DOCUMENT_INVALID",
    ],
    [
      "nothing, if so said",
      { query: "subscription ($s: Boolean!) { supportOfferChanged @skip(if: $s) { cursor } }", variables: { s: true } },
      "BAD_INPUT",
      "DOCUMENT_INVALID",
    ],
    ["a name there is not", { query: OFFERS, operationName: "Other" }, "BAD_INPUT", "OPERATION_UNKNOWN"],
    [
      "a variable that does not fit",
      { query: "subscription ($a: String) { supportOfferChanged(after: $a) { cursor } }", variables: { a: 1 } },
      "BAD_INPUT",
      "VARIABLE_INVALID",
    ],
    [
      "too much",
      { query: `subscription { supportOfferChanged { supportOffer { community { ${thirty} } } } }` },
      "QUERY_TOO_COSTLY",
      "TOO_COSTLY",
    ],
    [
      "too long a document",
      { query: `subscription { supportOfferChanged { ${"cursor ".repeat(2500)} } }` },
      "QUERY_TOO_COSTLY",
      "TOO_MANY_TOKENS",
    ],
  ])("%s is refused as it would be by POST", async (_what, payload, code, reason) => {
    expect((await error(payload))[0]?.slice(0, 2)).toEqual([code, reason]);
  });

  test("a subscription by POST is still refused", async () => {
    const { status, errors } = await gateway.graphql(OFFERS, {}, { as: one.ben });
    expect([status, errors?.[0]?.extensions.reason]).toEqual([400, "SUBSCRIPTION_BY_POST"]);
  });
});

test("whoever is gone without a word is found out", async () => {
  await expect.poll(() => metric('kith_live_connections{transport="websocket"}')).toBe(0);
  const socket = keep(await welcomed(gateway.url, one.ben, { autoPong: false } as object));
  socket.send({ type: "subscribe", id: "1", payload: { query: OFFERS } });
  await socket.next();
  expect(await metric("kith_live_subscriptions")).toBe(1);
  expect((await socket.closed)[0]).toBe(1006);
  await expect.poll(() => metric("kith_live_subscriptions")).toBe(0);
});

test("whoever answers stays", async () => {
  const socket = await inside();
  await new Promise((resolve) => setTimeout(resolve, 4 * LIMITS.pingMs));
  socket.send({ type: "ping" });
  expect(await socket.next()).toEqual({ type: "pong" });
});

async function metric(name: string): Promise<number> {
  const { text } = await gateway.fetch("/metrics");
  const line = text.split("\n").find((each) => each.startsWith(`${name} `));
  return Number(line?.split(" ").at(-1));
}
