import fc from "fast-check";
import { AgeBand, MemberState } from "../src/members/index.js";
import { encodeId, type Id, type MemberId } from "../src/values/index.js";

/** The id of the nth thing of a kind, made at the same instant. */
export function nthId<P extends string>(prefix: P, n: number): Id<P> {
  const bytes = new Uint8Array(16).fill(1);
  new DataView(bytes.buffer).setUint32(12, n);
  return encodeId(prefix, bytes);
}

export interface Person {
  readonly id: MemberId;
  readonly ageBand: AgeBand | null;
  readonly state: MemberState;
}

/** An active adult, unless said otherwise. */
export function person(n: number, but: Partial<Person> = {}): Person {
  return { id: nthId("mbr", n), ageBand: AgeBand.ADULT, state: MemberState.ACTIVE, ...but };
}

export const anyAgeBand = fc.constantFrom(null, ...Object.values(AgeBand));
export const anyMemberState = fc.constantFrom(...Object.values(MemberState));
/** One of a few people, so that chance often meets the same one twice. */
export const anyPerson = fc.record({
  id: fc.integer({ min: 1, max: 4 }).map((n) => nthId("mbr", n)),
  ageBand: anyAgeBand,
  state: anyMemberState,
});

export const NOW = new Date("2026-11-24T08:30:00Z");
/** So many hours from now; negative for before. */
export const hours = (n: number): Date => new Date(NOW.getTime() + n * 3_600_000);
