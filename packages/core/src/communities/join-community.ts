import { isReachable, type Member, MemberState } from "../members/index.js";
import { type RefusalOf, refuse } from "../values/index.js";
import type { Community } from "./community.js";
import { type Membership, type MembershipChange, MembershipRole, MembershipState } from "./membership.js";

/** Why someone may not join. */
export type JoinCommunityRefusal =
  | RefusalOf<"FORBIDDEN", "MEMBER_NOT_ACTIVE" | "REMOVED">
  | RefusalOf<"CAPACITY_REACHED", "COMMUNITY_FULL">;

/**
 * Joining by the open door. Whoever is in already stays as they are, facilitators included; whoever left comes back as
 * an ordinary member; whoever was removed does not. Paused members may join, suspended and gone ones may not.
 */
export function joinCommunity({
  community,
  membership,
  member,
}: {
  readonly community: Pick<Community, "seats" | "memberCount">;
  /** The member's own in this community; null if they never joined. */
  readonly membership: Pick<Membership, "role" | "state"> | null;
  readonly member: Pick<Member, "state">;
}): MembershipChange<"ACTIVE"> | JoinCommunityRefusal {
  if (!isReachable(member) && member.state !== MemberState.PAUSED) return refuse("FORBIDDEN", "MEMBER_NOT_ACTIVE");
  if (membership?.state === MembershipState.REMOVED) return refuse("FORBIDDEN", "REMOVED");
  if (membership?.state === MembershipState.ACTIVE) {
    return { state: "ACTIVE", role: membership.role, changed: false, memberCountChange: 0 };
  }
  if (community.seats !== null && community.memberCount >= community.seats) {
    return refuse("CAPACITY_REACHED", "COMMUNITY_FULL");
  }
  return { state: "ACTIVE", role: MembershipRole.MEMBER, changed: true, memberCountChange: 1 };
}
