import { type RefusalOf, refuse } from "../values/index.js";
import { type Membership, type MembershipChange, MembershipState } from "./membership.js";

/** Why there is nothing to leave. */
export type LeaveCommunityRefusal = RefusalOf<"CONFLICT", "NOT_A_MEMBER">;

/**
 * Leaving, which anyone may at any time: the last facilitator too. Who already left stays so. Who was removed cannot
 * leave, for leaving would open the door to them again.
 */
export function leaveCommunity({
  membership,
}: {
  /** The member's own in this community; null if they never joined. */
  readonly membership: Pick<Membership, "role" | "state"> | null;
}): MembershipChange<"LEFT"> | LeaveCommunityRefusal {
  if (membership === null || membership.state === MembershipState.REMOVED) return refuse("CONFLICT", "NOT_A_MEMBER");
  const wasActive = membership.state === MembershipState.ACTIVE;
  return { state: "LEFT", role: membership.role, changed: wasActive, memberCountChange: wasActive ? -1 : 0 };
}
