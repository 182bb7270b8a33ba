import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nthId } from "../../test/people.js";
import type { Viewer } from "../members/index.js";
import { communityAccess, membershipAccess } from "./community.access.js";
import { CommunityVisibility } from "./community.js";
import { MembershipState } from "./membership.js";
import { shareCommunity } from "./share-community.js";

const member: Viewer = { kind: "MEMBER", memberId: nthId("mbr", 1), isAdult: false };
const server: Viewer = { kind: "SERVER" };
const anyone: Viewer = { kind: "PUBLIC" };

describe("who sees that a community is there", () => {
  test.each([
    ["a public one: anyone", "PUBLIC", anyone, null, "PUBLIC"],
    ["a public one: a member who never joined", "PUBLIC", member, null, "PUBLIC"],
    ["a public one: who was removed", "PUBLIC", member, "REMOVED", "PUBLIC"],
    ["a public one: an active member", "PUBLIC", member, "ACTIVE", "MEMBER"],
    ["a public one: the server", "PUBLIC", server, null, "SERVER"],
    ["any other: an active member", "MEMBERS_ONLY", member, "ACTIVE", "MEMBER"],
    ["any other: the server", "MEMBERS_ONLY", server, null, "SERVER"],
    ["any other: not the publishable key", "MEMBERS_ONLY", anyone, null, null],
    ["any other: not the publishable key, whatever is claimed", "MEMBERS_ONLY", anyone, "ACTIVE", null],
    ["any other: not who never joined", "MEMBERS_ONLY", member, null, null],
    ["any other: not who left", "MEMBERS_ONLY", member, "LEFT", null],
    ["any other: not who was removed", "MEMBERS_ONLY", member, "REMOVED", null],
  ] as const)("%s", (_, visibility, viewer, state, grant) => {
    expect(communityAccess({ community: { visibility }, viewer, membership: state && { state } })).toBe(grant);
  });

  test("an unknown visibility shows nothing to strangers", () => {
    const community = { visibility: "SECRET" as CommunityVisibility };
    expect(communityAccess({ community, viewer: anyone, membership: null })).toBeNull();
  });
});

describe("who sees a membership", () => {
  const mine = { memberId: nthId("mbr", 1) };

  test("its member and the server, nobody else", () => {
    expect(membershipAccess(mine, member)).toBe("SELF");
    expect(membershipAccess(mine, server)).toBe("SERVER");
    expect(membershipAccess(mine, { ...member, memberId: nthId("mbr", 2) })).toBeNull();
    expect(membershipAccess(mine, anyone)).toBeNull();
  });
});

describe("sharing a community", () => {
  const anyPlaces = fc.array(
    fc.record({
      communityId: fc.integer({ min: 1, max: 3 }).map((n) => nthId("com", n)),
      state: fc.constantFrom(...Object.values(MembershipState)),
    }),
    { maxLength: 4 },
  );

  test("is the same asked from either side, and counts only where both are active", () => {
    fc.assert(
      fc.property(anyPlaces, anyPlaces, (one, other) => {
        const shared = one.some((mine) =>
          other.some(
            (theirs) => mine.communityId === theirs.communityId && mine.state === "ACTIVE" && theirs.state === "ACTIVE",
          ),
        );
        expect(shareCommunity(one, other)).toBe(shared);
        expect(shareCommunity(other, one)).toBe(shared);
      }),
    );
    expect(shareCommunity([{ communityId: nthId("com", 1), state: "ACTIVE" }], [])).toBe(false);
  });
});
