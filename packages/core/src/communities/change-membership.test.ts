import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyMemberState, nthId } from "../../test/people.js";
import type { Viewer } from "../members/index.js";
import { isRefusal } from "../values/index.js";
import { joinCommunity } from "./join-community.js";
import { leaveCommunity } from "./leave-community.js";
import { isFacilitator, MembershipRole, MembershipState } from "./membership.js";
import { removeMember } from "./remove-member.js";

const active = { state: "ACTIVE" } as const;
const asMember = { role: "MEMBER", state: "ACTIVE" } as const;
const asFacilitator = { role: "FACILITATOR", state: "ACTIVE" } as const;
const room = { seats: null, memberCount: 3 };
const server: Viewer = { kind: "SERVER" };
const someone: Viewer = { kind: "MEMBER", memberId: nthId("mbr", 1), isAdult: true };

const anyMembership = fc.option(
  fc.record({
    role: fc.constantFrom(...Object.values(MembershipRole)),
    state: fc.constantFrom(...Object.values(MembershipState)),
  }),
);
const anyRoom = fc
  .tuple(fc.option(fc.integer({ min: 1, max: 4 })), fc.nat({ max: 4 }))
  .map(([seats, memberCount]) => ({ seats, memberCount: seats === null ? memberCount : Math.min(seats, memberCount) }));
const anyActor: fc.Arbitrary<Viewer> = fc.constantFrom<Viewer[]>(server, someone, { kind: "PUBLIC" });

describe("joining", () => {
  test("takes a seat, as an ordinary member", () => {
    expect(joinCommunity({ community: room, membership: null, member: active })).toStrictEqual({
      state: "ACTIVE",
      role: "MEMBER",
      changed: true,
      memberCountChange: 1,
    });
  });

  test("who is in already stays as they are, in a full community too, facilitators included", () => {
    expect(
      joinCommunity({ community: { seats: 3, memberCount: 3 }, membership: asFacilitator, member: active }),
    ).toStrictEqual({ state: "ACTIVE", role: "FACILITATOR", changed: false, memberCountChange: 0 });
  });

  test("a facilitator who left does not come back as one by the open door", () => {
    expect(
      joinCommunity({ community: room, membership: { role: "FACILITATOR", state: "LEFT" }, member: active }),
    ).toMatchObject({ role: "MEMBER", changed: true, memberCountChange: 1 });
  });

  test("who was removed does not get in, even where there is room", () => {
    expect(
      joinCommunity({ community: room, membership: { role: "MEMBER", state: "REMOVED" }, member: active }),
    ).toMatchObject({ code: "FORBIDDEN", reason: "REMOVED" });
  });

  test("a full community takes nobody, and who was removed is not told that it is full", () => {
    const full = { seats: 3, memberCount: 3 };
    expect(joinCommunity({ community: full, membership: null, member: active })).toMatchObject({
      code: "CAPACITY_REACHED",
      reason: "COMMUNITY_FULL",
    });
    expect(
      joinCommunity({ community: full, membership: { role: "MEMBER", state: "REMOVED" }, member: active }),
    ).toMatchObject({ reason: "REMOVED" });
  });

  test.each([
    ["ACTIVE", true],
    ["PAUSED", true],
    ["SUSPENDED", false],
    ["DISCHARGED", false],
    ["ERASED", false],
    ["DECEASED", false],
  ] as const)("whether someone %s may join: %s", (state, may) => {
    const answer = joinCommunity({ community: room, membership: null, member: { state } });
    if (may) expect(answer).toMatchObject({ state: "ACTIVE" });
    else expect(answer).toMatchObject({ code: "FORBIDDEN", reason: "MEMBER_NOT_ACTIVE" });
  });
});

describe("leaving", () => {
  test("is open to everyone who is in, and gives the seat back", () => {
    expect(leaveCommunity({ membership: asMember })).toStrictEqual({
      state: "LEFT",
      role: "MEMBER",
      changed: true,
      memberCountChange: -1,
    });
    expect(leaveCommunity({ membership: asFacilitator })).toMatchObject({ state: "LEFT", changed: true });
  });

  test("twice frees one seat", () => {
    expect(leaveCommunity({ membership: { role: "MEMBER", state: "LEFT" } })).toMatchObject({
      changed: false,
      memberCountChange: 0,
    });
  });

  test("is no way back for who was removed, and nothing for who never joined", () => {
    for (const membership of [null, { role: "MEMBER", state: "REMOVED" } as const]) {
      expect(leaveCommunity({ membership })).toMatchObject({ code: "CONFLICT", reason: "NOT_A_MEMBER" });
    }
  });
});

describe("removing", () => {
  const left = { role: "MEMBER", state: "LEFT" } as const;

  test("a facilitator removes a member, who gives their seat back", () => {
    expect(removeMember({ actor: someone, actorMembership: asFacilitator, membership: asMember })).toStrictEqual({
      state: "REMOVED",
      role: "MEMBER",
      changed: true,
      memberCountChange: -1,
    });
  });

  test("the partner's server removes anyone, facilitators too", () => {
    for (const membership of [asMember, asFacilitator]) {
      expect(removeMember({ actor: server, actorMembership: null, membership })).toMatchObject({ state: "REMOVED" });
    }
  });

  test("who left can be kept from coming back, and frees no second seat", () => {
    expect(removeMember({ actor: server, actorMembership: null, membership: left })).toMatchObject({
      changed: true,
      memberCountChange: 0,
    });
  });

  test("twice frees one seat", () => {
    const removed = { role: "MEMBER", state: "REMOVED" } as const;
    expect(removeMember({ actor: server, actorMembership: null, membership: removed })).toMatchObject({
      changed: false,
      memberCountChange: 0,
    });
  });

  test.each([
    ["an ordinary member", someone, asMember],
    ["who never joined", someone, null],
    ["a facilitator who left", someone, { role: "FACILITATOR", state: "LEFT" }],
    ["a facilitator who was removed", someone, { role: "FACILITATOR", state: "REMOVED" }],
    ["the publishable key", { kind: "PUBLIC" }, null],
    ["the publishable key, whatever is claimed", { kind: "PUBLIC" }, asFacilitator],
  ] as const)("%s removes nobody, and does not learn who is in", (_, actor, actorMembership) => {
    for (const membership of [asMember, asFacilitator, left, null]) {
      expect(removeMember({ actor, actorMembership, membership })).toMatchObject({
        code: "FORBIDDEN",
        reason: "NOT_A_FACILITATOR",
      });
    }
  });

  test("facilitators do not remove each other, nor themselves", () => {
    expect(removeMember({ actor: someone, actorMembership: asFacilitator, membership: asFacilitator })).toMatchObject({
      code: "FORBIDDEN",
      reason: "IS_A_FACILITATOR",
    });
  });

  test("who never joined is not found", () => {
    expect(removeMember({ actor: server, actorMembership: null, membership: null })).toMatchObject({
      code: "NOT_FOUND",
      reason: "NOT_A_MEMBER",
      field: "memberId",
    });
  });
});

describe("whatever is asked of a membership", () => {
  const anyChange = fc.record({
    community: anyRoom,
    membership: anyMembership,
    actor: anyActor,
    actorMembership: anyMembership,
    state: anyMemberState,
    which: fc.constantFrom("join", "leave", "remove"),
  });

  test("the count follows who is active, seats are never exceeded, and nobody is made a facilitator", () => {
    fc.assert(
      fc.property(anyChange, ({ community, membership, actor, actorMembership, state, which }) => {
        const answer =
          which === "join"
            ? joinCommunity({ community, membership, member: { state } })
            : which === "leave"
              ? leaveCommunity({ membership })
              : removeMember({ actor, actorMembership, membership });
        if (isRefusal(answer)) return;

        const before = membership?.state === "ACTIVE" ? 1 : 0;
        const after = answer.state === "ACTIVE" ? 1 : 0;
        expect(answer.memberCountChange).toBe(after - before);
        expect(answer.changed).toBe(answer.state !== membership?.state);
        if (answer.memberCountChange > 0 && community.seats !== null) {
          expect(community.memberCount + answer.memberCountChange).toBeLessThanOrEqual(community.seats);
        }
        if (!isFacilitator(membership)) expect(isFacilitator(answer)).toBe(false);
        if (membership?.state === "REMOVED") expect(answer.state).toBe("REMOVED");
      }),
      { numRuns: 1000 },
    );
  });
});
