import { afterEach, beforeEach, expect, test } from "vitest";
import { type ScriptedLive, scriptedLive } from "../testing/scripted-live.js";
import { type Connection, createConnection } from "./connection.js";

let gateway: ScriptedLive;
let connection: Connection;
let leave = () => {};
const received: unknown[] = [];

beforeEach(async () => {
  gateway = await scriptedLive();
  gateway.greet = () => ({ exchangeChanged: { cursor: "c1" } });
  received.length = 0;
  const access = { endpoint: gateway.endpoint, key: "pk_test", member: undefined, tokens: undefined };
  connection = createConnection(access, { keepAlive: 150, patience: 1_000 });
  leave = () => {};
});
afterEach(async () => {
  leave();
  await gateway.close();
});

function follow(): void {
  leave = connection.follow({
    request: () => ({ query: "subscription { exchangeChanged { cursor } }", variables: {} }),
    receive: (data) => received.push(data),
    giveUp: (error) => received.push(error),
  });
}

test("a socket that gives no sign of life any more is given up and made again, long before the network notices", async () => {
  follow();
  await expect.poll(() => gateway.sockets[0]?.followed.size, { timeout: 5_000 }).toBe(1);
  gateway.treat = () => "MUTE";
  await expect.poll(() => gateway.sockets[0]?.closedWith, { timeout: 8_000 }).toBe(4499);
  gateway.treat = () => undefined;
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(2);
});

test("one that is alive is kept, however quiet", async () => {
  follow();
  await expect
    .poll(() => gateway.sockets[0]?.received.filter(({ type }) => type === "ping").length, { timeout: 10_000 })
    .toBeGreaterThan(5);
  expect(gateway.sockets).toHaveLength(1);
});

test("a gateway that takes the socket and says nothing does not hold it for ever", async () => {
  gateway.treat = () => "MUTE";
  follow();
  await expect.poll(() => gateway.sockets.length, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(received).toEqual([]);
});
