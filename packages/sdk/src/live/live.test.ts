import { getEventListeners } from "node:events";
import { setTimeout as later } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ExchangeChangedDocument } from "../_generated/operations.js";
import { createKith, type Kith } from "../client.js";
import { type ScriptedLive, scriptedLive } from "../testing/scripted-live.js";
import type { TransportOptions } from "../transport.js";
import { createLive, type LiveChanges } from "./live.js";

let gateway: ScriptedLive;
let count = 0;

const jwt = (sub: string) => `e30.${btoa(JSON.stringify({ iss: "prt_1", sub, n: count++ }))}.c2ln`;
const kithOf = (options: Partial<TransportOptions> = {}): Kith =>
  createKith({ endpoint: gateway.endpoint, getToken: () => jwt("ada"), ...options });
const event = (exchange: { id: string; state?: string } | null, cursor: string, mayHaveMissed = false) => ({
  exchangeChanged: { cursor, mayHaveMissed, exchange },
});
const ready = { done: false, value: { kind: "READY" } };
const changed = (exchange: object) => ({ done: false, value: { kind: "CHANGED", exchange } });
const over = { done: true, value: undefined };
const socketsOpen = () => gateway.sockets.filter(({ closedWith }) => closedWith === undefined).length;
const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
const last = () => gateway.sockets.at(-1)!;

beforeEach(async () => {
  gateway = await scriptedLive();
  gateway.greet = (variables) =>
    "communityId" in variables
      ? { supportOfferChanged: { cursor: "c0", mayHaveMissed: false, supportOffer: null } }
      : event(null, "c0");
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await gateway.close();
});

/** A stream that has begun. */
async function begun(kith = kithOf()) {
  const changes = kith.exchanges.changes();
  expect(await changes.next()).toEqual(ready);
  return changes;
}

describe("a stream", () => {
  test("says when nothing is missed any more, then brings each change, under the member's token", async () => {
    const changes = await begun(kithOf({ key: "sk_test", member: "mbr_1" }));
    last().send(event({ id: "exc_1", state: "PROPOSED" }, "c1"));
    expect(await changes.next()).toEqual(changed({ id: "exc_1", state: "PROPOSED" }));
    expect(last().credentials).toEqual({ authorization: expect.stringMatching(/^Bearer e30\./), kithMember: "mbr_1" });
    await changes.return();
  });

  test("of one community's offers names it", async () => {
    const changes = kithOf().supportOffers.changes({ communityId: "com_1" });
    expect(await changes.next()).toEqual(ready);
    expect([...last().followed.values()]).toMatchObject([{ variables: { communityId: "com_1" } }]);
    last().send({ supportOfferChanged: { cursor: "c1", mayHaveMissed: false, supportOffer: { id: "sof_1" } } });
    expect(await changes.next()).toMatchObject({ value: { kind: "CHANGED", supportOffer: { id: "sof_1" } } });
    await changes.return();
  });

  test("nobody reads is not opened, and nothing is asked for", async () => {
    const getToken = vi.fn(() => jwt("ada"));
    const changes = kithOf({ getToken }).exchanges.changes();
    await later(50);
    expect(await changes.return()).toEqual(over);
    expect(await changes.next()).toEqual(over);
    expect([gateway.sockets.length, getToken.mock.calls.length]).toEqual([0, 0]);
  });

  test("of one client is one socket, whichever of them is opened or left", async () => {
    const kith = kithOf();
    const one = await begun(kith);
    const offers = kith.supportOffers.changes({ communityId: "com_1" });
    const two = await begun(kith);
    await offers.next();
    expect([gateway.sockets.length, last().followed.size]).toEqual([1, 3]);
    await one.return();
    await offers.return();
    await expect.poll(() => last().followed.size).toBe(1);
    expect(last().closedWith).toBeUndefined();
    await two.return();
    await expect.poll(() => last().closedWith).toBe(1000);
    const again = await begun(kith);
    expect(gateway.sockets).toHaveLength(2);
    await again.return();
  });

  test("whose reader is slow keeps the newest of each, and says so where it was too much", async () => {
    const changes = await begun();
    for (const state of ["PROPOSED", "ACCEPTED", "COMPLETED"]) last().send(event({ id: "exc_1", state }, state));
    last().send(event({ id: "exc_2" }, "c4"));
    await later(100);
    expect(await changes.next()).toEqual(changed({ id: "exc_1", state: "COMPLETED" }));
    expect(await changes.next()).toEqual(changed({ id: "exc_2" }));
    for (let index = 0; index <= 500; index++) last().send(event({ id: `exc_${index}` }, `d${index}`));
    await later(300);
    expect(await changes.next()).toEqual(ready);
    await changes.return();
  });
});

describe("a lost connection", () => {
  test.each([
    ["cut", () => last().cut()],
    ["closed for a restart", () => last().close(1012)],
    ["closed, to be tried again later", () => last().close(1013)],
    ["ended by the gateway", () => last().end()],
    ["UNAVAILABLE", () => last().end({ code: "UNAVAILABLE" })],
  ])("that was %s is made again from where it was, and the reader notices nothing", async (_, lose) => {
    const changes = await begun();
    last().send(event({ id: "exc_1" }, "c1"));
    expect(await changes.next()).toEqual(changed({ id: "exc_1" }));
    const next = changes.next();
    gateway.greet = ({ after }) => {
      setTimeout(() => last().send(event({ id: "exc_2" }, "c3")), 20);
      return event(null, "c2", after !== "c1");
    };
    lose();
    expect(await next).toEqual(changed({ id: "exc_2" }));
    await changes.return();
  });

  test("after which not everything can be told anew says so, and drops what was older", async () => {
    const changes = await begun();
    last().send(event({ id: "exc_1" }, "c1"));
    gateway.greet = () => event(null, "c9", true);
    last().cut();
    await expect.poll(() => gateway.sockets[1]?.followed.size, { timeout: 5_000 }).toBe(1);
    await later(50);
    last().send(event({ id: "exc_2" }, "c10"));
    expect([await changes.next(), await changes.next()]).toEqual([ready, changed({ id: "exc_2" })]);
    await changes.return();
  });

  test("brings all streams back on one socket", async () => {
    const kith = kithOf();
    const streams = [await begun(kith), await begun(kith), await begun(kith)];
    last().cut();
    await expect.poll(() => gateway.sockets[1]?.followed.size, { timeout: 5_000 }).toBe(3);
    expect(gateway.sockets).toHaveLength(2);
    await Promise.all(streams.map((stream) => stream.return()));
    await expect.poll(socketsOpen).toBe(0);
  });

  test("is tried again at once when the device has a network again or the page is looked at", async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: "hidden" });
    const globals = new EventTarget();
    vi.stubGlobal("document", page);
    vi.stubGlobal("addEventListener", globals.addEventListener.bind(globals));
    gateway.treat = () => 1013;
    const changes = kithOf().exchanges.changes();
    const first = changes.next();
    await expect.poll(() => gateway.sockets.length, { timeout: 8_000 }).toBe(4);
    // The next would now come in 2 to 4 seconds.
    await later(100);
    gateway.treat = () => undefined;
    page.dispatchEvent(new Event("visibilitychange"));
    await later(200);
    expect(gateway.sockets).toHaveLength(4);
    globals.dispatchEvent(new Event("online"));
    const begins = performance.now();
    expect(await first).toEqual(ready);
    expect(performance.now() - begins).toBeLessThan(1_000);
    await changes.return();
    expect([getEventListeners(page, "visibilitychange"), getEventListeners(globals, "online")]).toEqual([[], []]);
  });

  test("does not end a stream because the page's own server fails to give a token for a while", async () => {
    let failing = false;
    const getToken = vi.fn(() => (failing ? Promise.reject(new TypeError("offline")) : jwt("ada")));
    const changes = await begun(kithOf({ getToken }));
    failing = true;
    gateway.treat = () => 4401;
    last().close(4401);
    const next = changes.next();
    await expect.poll(() => getToken.mock.calls.length, { timeout: 8_000 }).toBe(3);
    failing = false;
    gateway.treat = () => undefined;
    gateway.greet = () => event({ id: "exc_1" }, "c1");
    expect(await next).toEqual(changed({ id: "exc_1" }));
    await changes.return();
  });
});

describe("a credential that ends", () => {
  test("is followed by another, once for all streams", async () => {
    const getToken = vi.fn(() => jwt("ada"));
    const kith = kithOf({ getToken });
    const streams = [await begun(kith), await begun(kith)];
    last().close(4401, "TOKEN_EXPIRED");
    await expect.poll(() => gateway.sockets[1]?.followed.size, { timeout: 5_000 }).toBe(2);
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(gateway.sockets[1]?.credentials).not.toEqual(gateway.sockets[0]?.credentials);
    // It may end again later, as often as it likes.
    last().close(4401, "TOKEN_EXPIRED");
    await expect.poll(() => gateway.sockets[2]?.followed.size, { timeout: 5_000 }).toBe(2);
    await Promise.all(streams.map((stream) => stream.return()));
  });

  test.each([
    ["another is refused too", () => jwt("ada"), 2],
    ["the callback gives the same again", () => "opaque", 1],
    ["nobody is signed in any more", vi.fn().mockReturnValueOnce(jwt("ada")).mockReturnValue(null), 1],
  ])("ends the stream if %s", async (_, getToken, sockets) => {
    gateway.treat = () => 4401;
    await expect(kithOf({ getToken }).exchanges.changes().next()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await later(50);
    expect(gateway.sockets).toHaveLength(sockets);
    expect(socketsOpen()).toBe(0);
  });

  test("and is a key ends the stream at once", async () => {
    gateway.treat = () => 4401;
    const changes = kithOf({ key: "pk_test", getToken: undefined }).exchanges.changes();
    await expect(changes.next()).rejects.toMatchObject({ name: "KithError", code: "UNAUTHENTICATED" });
    expect(await changes.next()).toEqual(over);
    expect(gateway.sockets).toHaveLength(1);
  });

  test("is never followed by another member's: what is one's is not shown to the next", async () => {
    let who = "ada";
    const changes = await begun(kithOf({ getToken: () => jwt(who) }));
    who = "ben";
    last().close(4401);
    await expect(changes.next()).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason: "MEMBER_CHANGED" });
    await later(50);
    expect(gateway.sockets).toHaveLength(1);
  });

  test("of a member who has gone does not serve the next, whose stream gets a socket of its own", async () => {
    let who = "ada";
    const tokens = { current: async () => ({ text: who, subject: who, keepUntil: Infinity }), refuse: () => {} };
    const live = createLive({ endpoint: gateway.endpoint, key: undefined, member: undefined, tokens });
    const adas = live(ExchangeChangedDocument, {});
    expect(await adas.next()).toEqual(ready);
    who = "ben";
    const bens = live(ExchangeChangedDocument, {});
    expect(await bens.next()).toEqual(ready);
    await expect(adas.next()).rejects.toMatchObject({ reason: "MEMBER_CHANGED" });
    expect(gateway.sockets.map(({ credentials }) => credentials.authorization)).toEqual(["Bearer ada", "Bearer ben"]);
    await bens.return();
  });

  test.each([
    [
      "a refusal for good",
      () => last().close(4403, "ORIGIN_NOT_ALLOWED"),
      { code: "FORBIDDEN", reason: "ORIGIN_NOT_ALLOWED" },
    ],
    ["a community one may not see any more", () => last().end({ code: "NOT_FOUND" }), { code: "NOT_FOUND" }],
    ["a code that is newer", () => last().end({ code: "TOO_LATE" }), { code: "UNKNOWN_CODE", rawCode: "TOO_LATE" }],
  ])("%s ends the stream behind what came before it", async (_, refuse, expected) => {
    const changes = await begun();
    last().send(event({ id: "exc_1" }, "c1"));
    refuse();
    await later(50);
    expect(await changes.next()).toEqual(changed({ id: "exc_1" }));
    await expect(changes.next()).rejects.toMatchObject(expected);
    expect(await changes.next()).toEqual(over);
    await expect.poll(socketsOpen).toBe(0);
  });
});

describe("leaving", () => {
  const ways: [string, (changes: LiveChanges<unknown>, control: AbortController) => Promise<unknown>][] = [
    ["return", async (changes) => changes.return()],
    ["abort", async (_, control) => control.abort()],
  ];

  test.each(ways)("by %s in the middle leaves no socket, no timer and no listener", async (way, leave) => {
    const control = new AbortController();
    const before = timers();
    const changes = kithOf().exchanges.changes({ signal: control.signal });
    await changes.next();
    const waiting = changes.next().catch((error: unknown) => error);
    await leave(changes, control);
    expect(await waiting).toEqual(way === "abort" ? control.signal.reason : over);
    expect(await changes.next()).toEqual(over);
    await expect.poll(() => last().closedWith).toBe(1000);
    expect(getEventListeners(control.signal, "abort")).toEqual([]);
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });

  test.each(ways)("by %s before anything has answered closes what was opening", async (_, leave) => {
    gateway.treat = () => "MUTE";
    const control = new AbortController();
    const changes = kithOf().exchanges.changes({ signal: control.signal });
    const waiting = changes.next().catch(() => over);
    await expect.poll(() => gateway.sockets.length).toBe(1);
    await leave(changes, control);
    await waiting;
    await expect.poll(socketsOpen).toBe(0);
    await later(700);
    expect(gateway.sockets).toHaveLength(1);
  });

  test.each(ways)("by %s while it waits to try again tries no more", async (_, leave) => {
    const control = new AbortController();
    const changes = kithOf().exchanges.changes({ signal: control.signal });
    await changes.next();
    const waiting = changes.next().catch(() => over);
    last().cut();
    await later(50);
    await leave(changes, control);
    await waiting;
    await later(700);
    expect(gateway.sockets).toHaveLength(1);
  });

  test("a loop by break ends it, and a signal that was aborted before opens nothing", async () => {
    for await (const { kind } of kithOf().exchanges.changes()) if (kind === "READY") break;
    await expect.poll(() => last().closedWith).toBe(1000);
    const signal = AbortSignal.abort(new Error("gone"));
    await expect(kithOf().exchanges.changes({ signal }).next()).rejects.toThrow("gone");
    expect(gateway.sockets).toHaveLength(1);
  });
});

test("where there is no WebSocket it is said, and calls still work", async () => {
  vi.stubGlobal("WebSocket", undefined);
  await expect(kithOf().exchanges.changes().next()).rejects.toMatchObject({
    code: "UNAVAILABLE",
    reason: "NO_WEB_SOCKET",
  });
});
