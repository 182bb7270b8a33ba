import { once } from "node:events";
import { stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { createKith } from "@kith/sdk";
import { kithServer } from "@kith/sdk/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closed, type TestHome, testHome, twoFreePorts } from "./testing.ts";

let home: TestHome;
beforeAll(async () => {
  home = await testHome();
});
afterAll(() => home.end());

const modeOf = async (name: string) => (await stat(join(home.folder, name))).mode & 0o777;

test("the first minute: everything runs, filled and signed in, and survives being killed", {
  timeout: 180_000,
}, async () => {
  const { port } = home;
  const first = await home.start();
  expect(first.said).toContain(`http://localhost:${port}/graphiql`);
  const demo = await home.readDemo();
  expect(await modeOf("demo.json")).toBe(0o600);
  expect(await modeOf("encryption-key")).toBe(0o600);
  expect(await modeOf("environment")).toBe(0o600);
  expect(await modeOf("postgres/data")).toBe(0o700);
  expect(demo).toMatchObject({ endpoint: `http://localhost:${port}`, clinic: `http://localhost:${port + 1}` });
  expect(demo.members.length).toBeGreaterThanOrEqual(8);

  const rosa = demo.members[0]!;
  const kith = createKith({ endpoint: demo.endpoint, getToken: () => rosa.token });
  expect((await kith.viewer())?.member).toMatchObject({ id: rosa.id, displayName: rosa.name });
  expect((await kith.pulseTrend({ days: 28 })).days.length).toBeGreaterThan(15);
  expect((await kith.supportOffers.list({ first: 100 })).nodes.length).toBeGreaterThanOrEqual(8);
  const states = (await kith.exchanges.list({ first: 100 })).nodes.map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["PROPOSED", "ACCEPTED", "COMPLETED"]));

  const own = kithServer({ endpoint: demo.endpoint, secretKey: demo.partner.secretKey });
  const stranger = demo.otherPartner.members[0]!;
  await expect(own.members.get({ externalId: stranger.externalId })).rejects.toMatchObject({ code: "NOT_FOUND" });

  const front = await fetch(demo.endpoint, { redirect: "manual" });
  expect(front.headers.get("location")).toMatch(demo.clinic);
  expect(await (await fetch(demo.clinic)).text()).toContain(rosa.name);
  expect((await fetch(`${demo.endpoint}/graphiql`)).status).toBe(200);
  expect((await fetch(`${demo.endpoint}/kith.js`)).headers.get("content-type")).toContain("javascript");

  const second = await home.start();
  expect(second.code).toBe(1);
  expect(second.said).toContain("Kith already runs here");
  expect(await home.readDemo()).toEqual(demo);

  await first.end("SIGKILL");
  const again = await home.start();
  const later = await home.readDemo();
  expect(later.partner).toEqual(demo.partner);
  expect(later.members.map(({ id }) => id)).toEqual(demo.members.map(({ id }) => id));
  expect(await again.end("SIGTERM")).toBe(0);
  await expect(fetch(demo.endpoint)).rejects.toThrow();
  await expect(modeOf("environment")).rejects.toThrow("ENOENT");
});

test("a taken port says so in one line", { timeout: 60_000 }, async () => {
  const other = createServer().listen(home.port, "127.0.0.1");
  await once(other, "listening");
  const { code, said } = await home.start();
  await closed(other);
  expect(code).toBe(1);
  expect(said.trim()).toBe(`Port ${home.port}, for the gateway, is taken. Choose others: PORT=4100 npm start`);
});

test("a database that cannot be reached says so in one line, without its password", { timeout: 60_000 }, async () => {
  const nobody = await twoFreePorts();
  const { code, said } = await home.start({ DATABASE_URL: `postgres://kith:secret@127.0.0.1:${nobody}/kith` });
  expect(code).toBe(1);
  expect(said.trim().split("\n").at(-1)).toBe(
    `The database at 127.0.0.1:${nobody} could not be reached (ECONNREFUSED).`,
  );
  expect(said).not.toContain("secret");
});
