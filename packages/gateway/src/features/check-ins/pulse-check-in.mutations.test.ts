import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../../platform/http/testing.js";
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

const ALL = "checkIn { id mood strain connectedness hope supportReceived supportGiven recordedAt day createdAt }";
const record = (as: any, input: object, actFor?: string) =>
  w.mutate(as, "recordPulseCheckIn", input, ALL, actFor === undefined ? {} : { actFor });
const DAY = 86_400_000;
const daysAgo = (days: number, more = 0) => new Date(Date.now() - days * DAY + more).toISOString();

test("a check-in is kept as it was answered, what was skipped as null", async () => {
  const cleo = await gateway.partners[0].addMember();
  const { payload, refused } = await record(cleo, { mood: 1, hope: 5, supportGiven: false });
  expect(refused).toBeNull();
  expect(payload.checkIn).toMatchObject({
    id: expect.stringMatching(/^chk_/),
    mood: 1,
    strain: null,
    connectedness: null,
    hope: 5,
    supportReceived: null,
    supportGiven: false,
    day: new Date().toISOString().slice(0, 10),
  });
  expect(Math.abs(Date.parse(payload.checkIn.recordedAt) - Date.now())).toBeLessThan(5000);
});

test("several a day are kept", async () => {
  const cleo = await gateway.partners[0].addMember();
  for (const mood of [1, 2, 3]) expect((await record(cleo, { mood })).refused).toBeNull();
  expect(await w.sql("select mood from pulse_check_in where member_id = $1 order by id", [cleo.id])).toEqual([
    { mood: 1 },
    { mood: 2 },
    { mood: 3 },
  ]);
});

test.each([
  [{}, "NO_ANSWER input"],
  [{ mood: null, supportGiven: null }, "NO_ANSWER input"],
  [{ mood: 0 }, "OUT_OF_RANGE input.mood"],
  [{ strain: 6 }, "OUT_OF_RANGE input.strain"],
  [{ hope: -1 }, "OUT_OF_RANGE input.hope"],
  [{ mood: 3, timeZone: "Mars/Olympus" }, "NOT_A_TIME_ZONE input.timeZone"],
  [{ mood: 3, timeZone: "Europe/\u0000Madrid" }, "NOT_A_TIME_ZONE input.timeZone"],
  [{ mood: 3, recordedAt: daysAgo(31) }, "TOO_OLD input.recordedAt"],
  [{ mood: 3, recordedAt: daysAgo(-1) }, "IN_THE_FUTURE input.recordedAt"],
])("%j is not taken", async (input, refused) => {
  expect((await record(gateway.partners[0].cleo, input)).refused).toBe(`BAD_INPUT ${refused}`);
});

test.each(["yesterday", "2026-02-30T10:00:00Z", "2026-11-24", "1e9", ""])(
  "recordedAt %j is no instant",
  async (recordedAt) => {
    const { refused } = await record(gateway.partners[0].cleo, { mood: 3, recordedAt });
    expect(refused).toMatch(/^BAD_INPUT/);
  },
);

test("a check-in from an offline device counts for the day it was felt, where the member was", async () => {
  const cleo = await gateway.partners[0].addMember();
  const felt = `${daysAgo(3).slice(0, 10)}T22:30:00Z`;
  const { payload } = await record(cleo, { mood: 3, recordedAt: felt, timeZone: "Pacific/Auckland" });
  expect(payload.checkIn.day).toBe(daysAgo(2).slice(0, 10));
  expect(new Date(payload.checkIn.recordedAt).toISOString()).toBe(new Date(felt).toISOString());
});

test("a device whose clock runs a minute ahead is taken to mean now", async () => {
  const { payload, refused } = await record(gateway.partners[0].cleo, { mood: 3, recordedAt: daysAgo(0, 60_000) });
  expect(refused).toBeNull();
  expect(Date.parse(payload.checkIn.recordedAt)).toBeLessThanOrEqual(Date.now());
});

test("the zone sent along becomes the member's own only when they have none, and holds from the next request", async () => {
  const cleo = await gateway.partners[0].addMember();
  const zone = async () => (await w.sql("select time_zone from member where id = $1", [cleo.id]))[0].time_zone;
  await record(cleo, { mood: 3 });
  expect(await zone()).toBeNull();
  await record(cleo, { mood: 3, timeZone: "Pacific/Kiritimati" });
  expect(await zone()).toBe("Pacific/Kiritimati");
  await record(cleo, { mood: 3, timeZone: "Europe/Madrid" });
  expect(await zone()).toBe("Pacific/Kiritimati");
  const felt = `${daysAgo(3).slice(0, 10)}T12:00:00Z`;
  await expect
    .poll(async () => (await record(cleo, { mood: 3, recordedAt: felt })).payload.checkIn.day, { timeout: 5000 })
    .toBe(daysAgo(2).slice(0, 10));
});

test("keys record nothing, a server that acts for a member does", async () => {
  const { secretKey, publishableKey, cleo } = gateway.partners[0];
  expect((await record(secretKey, { mood: 3 })).refused).toBe("FORBIDDEN MEMBER_NEEDED");
  expect((await record(publishableKey, { mood: 3 })).refused).toBe("FORBIDDEN MEMBER_NEEDED");
  expect((await record(secretKey, { mood: 3 }, cleo.id)).refused).toBeNull();
});

test("a paused member may still check in, a suspended one may not", async () => {
  const one = gateway.partners[0];
  const [paused, suspended] = [await one.addMember({ state: "PAUSED" }), await one.addMember({ state: "SUSPENDED" })];
  expect((await record(paused, { mood: 3 })).refused).toBeNull();
  expect((await record(suspended, { mood: 3 })).refused).toMatch(/^UNAUTHENTICATED/);
});
