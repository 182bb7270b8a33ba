import { isActiveMember, type Membership } from "./membership.js";

type Place = Pick<Membership, "communityId" | "state">;

/** Whether there is a community in which both are active: given all memberships of one and of the other. */
export function shareCommunity(one: readonly Place[], other: readonly Place[]): boolean {
  const communities = new Set(one.filter(isActiveMember).map((membership) => membership.communityId));
  return other.some((membership) => isActiveMember(membership) && communities.has(membership.communityId));
}
