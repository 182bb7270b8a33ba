import type { MemberId, PartnerId } from "@kith/core/values";
import { beforeEach, expect, test } from "vitest";
import { newId } from "../writing/new-id.js";
import type { Identity } from "./identity.js";
import { type IdentityCache, identityCache } from "./identity-cache.js";

let heard: boolean;
let clock: number;
let cache: IdentityCache;
beforeEach(() => {
  heard = true;
  clock = 1000;
  cache = identityCache({ max: 3, heard: () => heard, now: () => new Date(clock) });
});

function member(
  partnerId: PartnerId = newId("prt"),
  memberId: MemberId = newId("mbr"),
  until = 2000,
): Identity & { viewer: { memberId: MemberId } } {
  const viewer = {
    kind: "MEMBER",
    partnerId,
    memberId,
    isAdult: true,
    timeZone: null,
    pseudonym: "anon",
    matchingDial: "PEER_TO_PEER",
    actingKeyId: null,
  } as const;
  return { viewer, origins: [], until };
}
const keep = (credential: string, identity: Identity) => cache.keep(credential, identity, cache.mark());

test("what was proved is known until it ends", () => {
  const ann = member();
  keep("ann", ann);
  expect(cache.get("ann")).toBe(ann);
  clock = 2000;
  expect(cache.get("ann")).toBeNull();
  clock = 1000;
  expect(cache.get("ann")).toBeNull();
});

test("a change that is heard while a credential is being proved is not overruled by what was read before it", () => {
  const ann = member();
  const mark = cache.mark();
  cache.forget({ partnerId: ann.viewer.partnerId, memberId: ann.viewer.memberId });
  cache.keep("ann", ann, mark);
  expect(cache.get("ann")).toBeNull();
});

test("each of a member's tokens is forgotten, and nobody else's", () => {
  const ann = member();
  const ben = member(ann.viewer.partnerId);
  keep("ann 1", ann);
  keep("ann 2", ann);
  keep("ben", ben);
  cache.forget({ partnerId: ann.viewer.partnerId, memberId: ann.viewer.memberId });
  expect([cache.get("ann 1"), cache.get("ann 2"), cache.get("ben")]).toEqual([null, null, ben]);
});

test("a change of a partner's forgets all of that partner's, and no other's", () => {
  const [ann, other] = [member(), member()];
  keep("ann", ann);
  keep("other", other);
  cache.forget({ partnerId: ann.viewer.partnerId, memberId: null });
  expect([cache.get("ann"), cache.get("other")]).toEqual([null, other]);
});

test("while changes are not heard nothing is known, and nothing new is learnt", () => {
  const [ann, ben] = [member(), member()];
  keep("ann", ann);
  heard = false;
  expect(cache.get("ann")).toBeNull();
  keep("ben", ben);
  heard = true;
  expect(cache.get("ben")).toBeNull();
});

test("it holds so many and no more, and what fell out is really gone", () => {
  const all = Array.from({ length: 5 }, () => member());
  all.forEach((identity, i) => keep(`token ${i}`, identity));
  expect(all.map((_, i) => cache.get(`token ${i}`) !== null)).toEqual([false, false, true, true, true]);
  for (const { viewer } of all) cache.forget(viewer);
  expect(all.map((_, i) => cache.get(`token ${i}`))).toEqual([null, null, null, null, null]);
});
