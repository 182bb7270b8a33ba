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

const MEMBERSHIP = "membership { role state joinedAt community { id memberCount } member { id } }";
const NOWHERE = "com_01jdzq3v8e7g2b9x4c5n6p7r8s";
const join = (as: any, communityId: string) => w.mutate(as, "joinCommunity", { communityId }, MEMBERSHIP);
const leave = (as: any, communityId: string) => w.mutate(as, "leaveCommunity", { communityId }, MEMBERSHIP);
const remove = (as: any, communityId: string, memberId: string) =>
  w.mutate(as, "removeMember", { communityId, memberId }, MEMBERSHIP);

async function community(
  given: { seats?: number; visibility?: "PUBLIC" | "MEMBERS_ONLY"; facilitatorIds?: string[] } = {},
) {
  const input = { name: "A place", ...given };
  const { payload } = await w.mutate(gateway.partners[0].secretKey, "createCommunity", input, "community { id }");
  return payload.community.id as string;
}
/** The count that is kept, and the count that is so. */
async function counts(communityId: string) {
  const [row] = await w.sql(
    `select member_count, (select count(*)::int from membership m where m.community_id = c.id and m.state = 'ACTIVE') as active
     from community c where c.id = $1`,
    [communityId],
  );
  return row as { member_count: number; active: number };
}

test("a member joins, leaves and joins again, and is counted once each time", async () => {
  const dan = await gateway.partners[0].addMember();
  const id = await community();
  const joined = await join(dan, id);
  expect(joined.payload.membership).toMatchObject({
    role: "MEMBER",
    state: "ACTIVE",
    community: { id, memberCount: 1 },
    member: { id: dan.id },
  });
  expect((await join(dan, id)).payload).toEqual(joined.payload);
  expect((await leave(dan, id)).payload.membership).toMatchObject({ state: "LEFT", community: { memberCount: 0 } });
  expect((await leave(dan, id)).payload.membership).toMatchObject({ state: "LEFT", community: { memberCount: 0 } });
  expect((await join(dan, id)).payload.membership).toMatchObject({ state: "ACTIVE", community: { memberCount: 1 } });
});

test("only what changes something is recorded", async () => {
  const one = gateway.partners[0];
  const dan = await one.addMember();
  const id = await community();
  const types = async (work: () => Promise<unknown>) => (await w.recorded(one, work)).events;
  expect(await types(() => join(dan, id))).toEqual([{ type: "membership.joined", objectId: `${id} ${dan.id}` }]);
  expect(await types(() => join(dan, id))).toEqual([]);
  expect(await types(() => leave(dan, id))).toEqual([{ type: "membership.left", objectId: `${id} ${dan.id}` }]);
});

test("a community one may not see is not there, and neither is what is no community", async () => {
  const [one, two] = gateway.partners;
  const dan = await one.addMember();
  for (const id of [
    one.closedCommunityId,
    two.openCommunityId,
    NOWHERE,
    one.offerId,
    "",
    "com_\u0000",
    "x".repeat(5000),
  ]) {
    for (const go of [join, leave]) expect((await go(dan, id)).refused).toBe("NOT_FOUND input.communityId");
    expect((await remove(dan, id, one.ben.id)).refused).toBe("NOT_FOUND input.communityId");
  }
});

test("a community with one seat left takes one of ten who come at once", async () => {
  const one = gateway.partners[0];
  const many = await Promise.all(Array.from({ length: 10 }, () => one.addMember()));
  for (let round = 0; round < 5; round++) {
    const id = await community({ seats: 1 });
    const answers = await Promise.all(many.map((member) => join(member, id)));
    expect(answers.map(({ refused }) => refused).sort()).toEqual([
      ...Array(9).fill("CAPACITY_REACHED COMMUNITY_FULL"),
      null,
    ]);
    expect(await counts(id)).toEqual({ member_count: 1, active: 1 });
  }
});

test("the count stays right while many come and go at once", async () => {
  const one = gateway.partners[0];
  const many = await Promise.all(Array.from({ length: 6 }, () => one.addMember()));
  const id = await community({ seats: 4 });
  for (let round = 0; round < 4; round++) {
    const answers = await Promise.all(
      many.flatMap((member) => [join(member, id), leave(member, id), join(member, id)]),
    );
    const codes = new Set(answers.map(({ refused }) => refused));
    for (const code of codes)
      expect([null, "CAPACITY_REACHED COMMUNITY_FULL", "CONFLICT NOT_A_MEMBER"]).toContain(code);
    const { member_count, active } = await counts(id);
    expect(member_count).toBe(active);
    expect(active).toBeLessThanOrEqual(4);
  }
});

test("who is removed cannot come back, and is counted no more", async () => {
  const one = gateway.partners[0];
  const [fay, dan] = [await one.addMember(), await one.addMember()];
  const id = await community({ facilitatorIds: [fay.id] });
  await join(dan, id);
  const removed = await remove(fay, id, dan.id);
  expect(removed.payload.membership).toMatchObject({
    state: "REMOVED",
    member: { id: dan.id },
    community: { memberCount: 1 },
  });
  expect((await remove(fay, id, dan.id)).payload).toEqual(removed.payload);
  expect((await join(dan, id)).refused).toBe("FORBIDDEN REMOVED");
  expect((await leave(dan, id)).refused).toBe("CONFLICT NOT_A_MEMBER");
  expect(await counts(id)).toEqual({ member_count: 1, active: 1 });
});

test("who left can be removed too, so that they do not come back", async () => {
  const one = gateway.partners[0];
  const dan = await one.addMember();
  const id = await community();
  await join(dan, id);
  await leave(dan, id);
  expect((await remove(one.secretKey, id, dan.id)).payload.membership).toMatchObject({ state: "REMOVED" });
  expect((await join(dan, id)).refused).toBe("FORBIDDEN REMOVED");
  expect(await counts(id)).toEqual({ member_count: 0, active: 0 });
});

test("members who are no facilitators remove nobody, and learn nothing of who is there", async () => {
  const one = gateway.partners[0];
  const dan = await one.addMember();
  for (const memberId of [one.ben.id, one.cleo.id, "mbr_x"]) {
    expect((await remove(dan, one.openCommunityId, memberId)).refused).toBe("FORBIDDEN NOT_A_FACILITATOR");
  }
  expect((await remove(one.publishableKey, one.openCommunityId, one.ben.id)).refused).toBe("FORBIDDEN MEMBER_NEEDED");
});

test("a facilitator removes no other facilitator, the partner's server does", async () => {
  const one = gateway.partners[0];
  const [fay, gus] = [await one.addMember(), await one.addMember()];
  const id = await community({ facilitatorIds: [fay.id, gus.id] });
  expect((await remove(fay, id, gus.id)).refused).toBe("FORBIDDEN IS_A_FACILITATOR input.memberId");
  expect((await remove(one.secretKey, id, gus.id)).refused).toBeNull();
});

test("who is not in the community is not found there", async () => {
  const [one, two] = gateway.partners;
  for (const memberId of [one.cleo.id, two.ann.id, "", "mbr_01jdzq3v8e7g2b9x4c5n6p7r8s"]) {
    expect((await remove(one.ann, one.openCommunityId, memberId)).refused).toBe(
      "NOT_FOUND NOT_A_MEMBER input.memberId",
    );
  }
});

test("the last facilitator may leave", async () => {
  const one = gateway.partners[0];
  const fay = await one.addMember();
  const id = await community({ facilitatorIds: [fay.id], visibility: "MEMBERS_ONLY" });
  expect((await leave(fay, id)).payload.membership.state).toBe("LEFT");
  expect(await counts(id)).toEqual({ member_count: 0, active: 0 });
});

test("keys join nothing, a server that acts for a member does", async () => {
  const { secretKey, publishableKey, addMember } = gateway.partners[0];
  const [id, dan] = [await community(), await addMember()];
  expect((await join(secretKey, id)).refused).toBe("FORBIDDEN MEMBER_NEEDED");
  expect((await join(publishableKey, id)).refused).toBe("FORBIDDEN MEMBER_NEEDED");
  const acting = await w.mutate(secretKey, "joinCommunity", { communityId: id }, MEMBERSHIP, { actFor: dan.id });
  expect(acting.payload.membership).toMatchObject({ state: "ACTIVE", member: { id: dan.id } });
});
