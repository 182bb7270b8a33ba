import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway } from "../main.js";
import { type TestAnswer, type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestMember, TestPartner } from "../platform/http/testing.partner.js";
import { type Mutated, type TestWriting, testWriting } from "../platform/writing/testing.js";

let gateway: TestGateway;
let w: TestWriting;
let one: TestPartner;
beforeAll(async () => {
  gateway = await testGateway();
  w = testWriting(gateway);
  one = gateway.partners[0];
});
afterAll(async () => {
  await w.close();
  await gateway.stop();
});

async function listeners(): Promise<number[]> {
  const rows = await w.sql<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'kith identity' and datname = current_database()",
  );
  return rows.map(({ pid }) => pid);
}

/** PostgreSQL's end of the gateway's listening connection, which hangs while `work` runs: nothing is heard of changes. */
async function deaf<T>(work: () => Promise<T>): Promise<T> {
  await expect.poll(listeners, { timeout: 10_000 }).toHaveLength(1);
  const [pid] = (await listeners()) as [number];
  process.kill(pid, "SIGSTOP");
  try {
    return await work();
  } finally {
    process.kill(pid, "SIGCONT");
  }
}

async function answer({ token }: TestMember, url = gateway.url) {
  const response = await fetch(new URL("/graphql", url), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: `{ pulseTrend { timeZone } node(id: "${one.offerId}") { id } }` }),
  });
  const { data, errors } = (await response.json()) as Pick<TestAnswer, "data" | "errors">;
  return { zone: data?.pulseTrend?.timeZone, sees: data?.node != null, reason: errors?.[0]?.extensions.reason };
}
const upsert = ({ externalId }: TestMember, said: object) =>
  w.mutate(one.secretKey, "upsertMember", { externalId, ...said }, "member { id }");

interface Five {
  readonly zoned: TestMember;
  readonly moved: TestMember;
  readonly grown: TestMember;
  readonly suspended: TestMember;
  readonly revoked: TestMember;
}
/** What a mutation makes of each of them, and what their next answer then tells. */
const CHANGES: readonly (readonly [
  who: keyof Five,
  change: (member: TestMember) => Promise<Mutated>,
  tells: Partial<Awaited<ReturnType<typeof answer>>>,
])[] = [
  [
    "zoned",
    (member) => w.mutate(member, "recordPulseCheckIn", { mood: 3, timeZone: "Pacific/Chatham" }, "checkIn { id }"),
    { zone: "Pacific/Chatham" },
  ],
  [
    "moved",
    (member) => w.mutate(member, "updateProfile", { timeZone: "Asia/Kathmandu" }, "member { id }"),
    { zone: "Asia/Kathmandu" },
  ],
  ["grown", (member) => upsert(member, { ageBand: "ADULT" }), { sees: true }],
  ["suspended", (member) => upsert(member, { state: "SUSPENDED" }), { reason: "MEMBER_NOT_ACTIVE" }],
  [
    "revoked",
    ({ id: memberId }) => w.mutate(one.secretKey, "revokeMemberTokens", { memberId }, "member { id }"),
    { reason: "TOKEN_REVOKED" },
  ],
];

/** Five whom this gateway knows as they are: without a zone, and the one who will grow as a minor. */
async function five(url: string): Promise<Five> {
  const members: [string, TestMember][] = [];
  for (const [who] of CHANGES) {
    const member = await one.addMember({ ageBand: who === "grown" ? "MINOR" : "ADULT" });
    await w.mutate(member, "joinCommunity", { communityId: one.openCommunityId }, "membership { state }");
    for (let n = 0; n < 3; n++) {
      expect(await answer(member, url)).toMatchObject({ zone: "UTC", sees: who !== "grown" });
    }
    members.push([who, member]);
  }
  return Object.fromEntries(members) as unknown as Five;
}

test("whatever is changed through a gateway holds for whoever asks it next, before it hears of it itself", async () => {
  const members = await five(gateway.url);
  await deaf(async () => {
    for (const [who, change, tells] of CHANGES) {
      expect((await change(members[who])).refused).toBeNull();
      expect(await answer(members[who]), who).toMatchObject(tells);
    }
  });
});

test("every other gateway hears of it", async () => {
  const second = await startGateway(gateway.config, { log: { write: () => undefined } });
  await expect.poll(listeners, { timeout: 10_000 }).toHaveLength(2);
  const members = await five(second.url);
  for (const [who, change, tells] of CHANGES) {
    expect((await change(members[who])).refused).toBeNull();
    await expect.poll(() => answer(members[who], second.url), { timeout: 500, interval: 5 }).toMatchObject(tells);
  }
  await second.stop();
});

test("while it hears of nothing it believes what it remembers for seconds and no longer", async () => {
  const member = await one.addMember();
  for (let n = 0; n < 3; n++) expect((await answer(member)).reason).toBeUndefined();
  await deaf(async () => {
    await w.sql("update member set state = 'SUSPENDED' where id = $1", [member.id]);
    await expect.poll(async () => (await answer(member)).reason, { timeout: 6000 }).toBe("MEMBER_NOT_ACTIVE");
  });
});
