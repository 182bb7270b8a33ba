import type { CommunityId, MemberId } from "../values/index.js";

/** What a member is to a community. */
export const MembershipRole = { MEMBER: "MEMBER", FACILITATOR: "FACILITATOR" } as const;
export type MembershipRole = (typeof MembershipRole)[keyof typeof MembershipRole];

/** Where a membership stands. */
export const MembershipState = {
  ACTIVE: "ACTIVE",
  /** Left, and may join again. */
  LEFT: "LEFT",
  /** Was removed, and may not join by the open door. */
  REMOVED: "REMOVED",
} as const;
export type MembershipState = (typeof MembershipState)[keyof typeof MembershipState];

/** A member's place in a community: one row for the two, whatever became of it. */
export interface Membership {
  readonly communityId: CommunityId;
  readonly memberId: MemberId;
  readonly role: MembershipRole;
  readonly state: MembershipState;
  /** When the member joined, the last time. */
  readonly joinedAt: Date;
}

/** Where a membership stands after a rule said yes, and what that does to the community's count of active members. */
export interface MembershipChange<State extends MembershipState = MembershipState> {
  readonly state: State;
  readonly role: MembershipRole;
  /** False when everything already was as asked: nothing needs to be written. */
  readonly changed: boolean;
  readonly memberCountChange: -1 | 0 | 1;
}

/** Whether the member takes part now; null when they never joined. */
export function isActiveMember(membership: Pick<Membership, "state"> | null): boolean {
  return membership?.state === MembershipState.ACTIVE;
}

/** Whether the member looks after the community now. */
export function isFacilitator(membership: Pick<Membership, "state" | "role"> | null): boolean {
  return isActiveMember(membership) && membership?.role === MembershipRole.FACILITATOR;
}
