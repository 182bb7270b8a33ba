import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestMember } from "../platform/http/testing.partner.js";

// Berlin's clocks go back on 25 October 2026, Madrid's and New York's on other days and at other hours.
const NOW = new Date("2026-11-10T12:00:00Z");
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway({ now: () => NOW });
});
afterAll(() => gateway.stop());

const RECORD =
  "mutation ($input: RecordPulseCheckInInput!) { recordPulseCheckIn(input: $input) { checkIn { id day recordedAt } } }";
/** A member whose token is good at that time. */
async function someone(): Promise<TestMember> {
  const [one] = gateway.partners;
  const member = await one.addMember();
  const iat = NOW.getTime() / 1000;
  return { ...member, token: await one.sign({ sub: member.externalId, iat, exp: iat + 3600 }) };
}
async function record(as: TestMember, input: object) {
  const { data, errors } = await gateway.graphql(RECORD, { input }, { as });
  const { code, reason, field } = errors?.[0]?.extensions ?? {};
  return {
    ...data?.recordPulseCheckIn?.checkIn,
    ...(code !== undefined && { refused: [code, reason, field].join(" ") }),
  };
}
/** In a zone that they have just said, of which the gateway hears a moment later. */
async function trendOf(as: TestMember, days: number, zone: string) {
  const query = `{ pulseTrend(days: ${days}) { from to timeZone days { day mood } } }`;
  const ask = async () => (await gateway.graphql(query, {}, { as })).data.pulseTrend;
  await expect.poll(async () => (await ask()).timeZone).toBe(zone);
  return ask();
}

test.each([
  ["the last second of a day before the clocks go back", "2026-10-24T21:59:59Z", "2026-10-24"],
  ["its midnight, in summer time", "2026-10-24T22:00:00Z", "2026-10-25"],
  ["half past two for the first time", "2026-10-25T00:30:00Z", "2026-10-25"],
  ["half past two for the second time", "2026-10-25T01:30:00Z", "2026-10-25"],
  ["half past two, said with its own offset", "2026-10-25T02:30:00+02:00", "2026-10-25"],
  ["the twenty-fifth hour", "2026-10-25T22:59:59.999Z", "2026-10-25"],
  ["midnight after it, in winter time", "2026-10-25T23:00:00Z", "2026-10-26"],
])("on the day of 25 hours, %s counts for the right day", async (_when, recordedAt, day) => {
  const member = await someone();
  expect(await record(member, { mood: 3, recordedAt, timeZone: "Europe/Berlin" })).toMatchObject({
    day,
    recordedAt: expect.toSatisfy((text: string) => Date.parse(text) === Date.parse(recordedAt)),
  });
});

test("a trend across the change has each day once, and the day's last word counts, also in its twenty-fifth hour", async () => {
  const member = await someone();
  const felt: readonly (readonly [recordedAt: string, mood: number])[] = [
    ["2026-10-24T20:00:00Z", 1],
    ["2026-10-25T00:30:00Z", 2],
    ["2026-10-25T01:30:00Z", 3],
    ["2026-10-25T22:30:00Z", 4],
    ["2026-10-25T23:00:00Z", 5],
  ];
  // Sent in another order, as a device that was offline may.
  for (const [recordedAt, mood] of felt.toReversed()) {
    await record(member, { mood, recordedAt, timeZone: "Europe/Berlin" });
  }
  const { from, to, timeZone, days } = await trendOf(member, 30, "Europe/Berlin");
  expect({ from, to, timeZone }).toEqual({ from: "2026-10-12", to: "2026-11-10", timeZone: "Europe/Berlin" });
  expect(days).toEqual([
    { day: "2026-10-24", mood: 1 },
    { day: "2026-10-25", mood: 4 },
    { day: "2026-10-26", mood: 5 },
  ]);
});

test("a trend of so many days is that many days, in any zone", async () => {
  for (const [timeZone, to] of [
    ["Pacific/Kiritimati", "2026-11-11"],
    ["Etc/GMT+12", "2026-11-10"],
    ["Asia/Kathmandu", "2026-11-10"],
    ["America/New_York", "2026-11-10"],
  ] as const) {
    const member = await someone();
    expect((await record(member, { mood: 3, timeZone })).day).toBe(to);
    const trend = await trendOf(member, 7, timeZone);
    expect(trend).toMatchObject({ to, timeZone, days: [{ day: to, mood: 3 }] });
    expect((Date.parse(trend.to) - Date.parse(trend.from)) / 86_400_000).toBe(6);
  }
});

test.each([
  ["2026-10-11T12:00:00Z", undefined],
  ["2026-10-11T11:59:59.999Z", "BAD_INPUT TOO_OLD input.recordedAt"],
  ["2026-10-10T12:00:00Z", "BAD_INPUT TOO_OLD input.recordedAt"],
  ["2026-11-10T12:02:00Z", undefined],
  ["2026-11-10T12:02:00.001Z", "BAD_INPUT IN_THE_FUTURE input.recordedAt"],
  ["2026-11-11T00:00:00Z", "BAD_INPUT IN_THE_FUTURE input.recordedAt"],
  ["0001-01-01T00:00:00Z", "BAD_INPUT TOO_OLD input.recordedAt"],
  ["9999-12-31T23:59:59Z", "BAD_INPUT IN_THE_FUTURE input.recordedAt"],
])(
  "what was felt at %s arrives in time or does not, to the millisecond and across the change",
  async (recordedAt, refused) => {
    const answer = await record(await someone(), { mood: 3, recordedAt, timeZone: "Europe/Berlin" });
    expect(answer.refused).toBe(refused);
  },
);

test.each([
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00+00:01",
  "9999-12-31T23:59:59-00:01",
  "2026-02-29T10:00:00Z",
  "2026-11-10T25:00:00Z",
  "2026-11-10T10:00:60Z",
  "2026-11-10T10:00:00",
  "2026-11-10T10:00:00+25:00",
  "+012026-11-10T10:00:00Z",
  "２０２６-11-10T10:00:00Z",
  "2026-11-10T10:00:00Z\n",
  "now",
  "infinity",
  "epoch",
])("%j is no instant to anyone", async (instant) => {
  const member = await someone();
  expect((await record(member, { mood: 3, recordedAt: instant })).refused).toBe(
    "BAD_INPUT NOT_AN_INSTANT input.recordedAt",
  );
  const { errors } = await gateway.graphql(
    "mutation ($input: CreateSupportOfferInput!) { createSupportOffer(input: $input) { supportOffer { expiresAt } } }",
    { input: { kinds: ["EMOTIONAL"], title: "Tea", expiresAt: instant } },
    { as: member },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_INPUT", reason: "NOT_AN_INSTANT" });
});

test("a zone's name is one in any case, and its days are the zone's", async () => {
  for (const timeZone of ["pacific/AUCKLAND", "Pacific/Auckland", "PACIFIC/auckland"]) {
    const member = await someone();
    expect((await record(member, { mood: 3, timeZone })).day).toBe("2026-11-11");
    expect(await trendOf(member, 7, timeZone)).toMatchObject({ to: "2026-11-11", days: [{ day: "2026-11-11" }] });
  }
});

test.each([
  "",
  " ",
  "Europe/Berlin ",
  "Europe/Berlin\u0000",
  "Mars/Olympus",
  "+02:00",
  "UTC+2",
  "../../etc/passwd",
  "Europe//Berlin",
  "europe\\berlin",
  "x".repeat(100_000),
  "UTC'; drop table member; --",
  "__proto__",
  "constructor",
])("%j is no time zone", async (timeZone) => {
  const member = await someone();
  expect((await record(member, { mood: 3, timeZone })).refused).toBe("BAD_INPUT NOT_A_TIME_ZONE input.timeZone");
});
