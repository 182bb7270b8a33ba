import type { Viewer } from "../members/index.js";
import { type RefusalOf, refuse } from "../values/index.js";
import {
  isActiveMember,
  isFacilitator,
  type Membership,
  type MembershipChange,
  MembershipState,
} from "./membership.js";

/** Why someone is not removed. */
export type RemoveMemberRefusal =
  | RefusalOf<"FORBIDDEN", "NOT_A_FACILITATOR" | "IS_A_FACILITATOR">
  | RefusalOf<"NOT_FOUND", "NOT_A_MEMBER">;

/**
 * Removing a member for good: by the partner's server, or by an active facilitator of the community. Facilitators are
 * removed by the server alone, themselves included (they leave instead). Who left can be removed too, so that they do
 * not come back. Who is removed already stays so.
 */
export function removeMember({
  actor,
  actorMembership,
  membership,
}: {
  readonly actor: Viewer;
  /** The actor's own in this community; null for the server, and for who never joined. */
  readonly actorMembership: Pick<Membership, "role" | "state"> | null;
  /** Of the member to remove; null if they never joined. */
  readonly membership: Pick<Membership, "role" | "state"> | null;
}): MembershipChange<"REMOVED"> | RemoveMemberRefusal {
  const byServer = actor.kind === "SERVER";
  if (!byServer && !(actor.kind === "MEMBER" && isFacilitator(actorMembership))) {
    return refuse("FORBIDDEN", "NOT_A_FACILITATOR");
  }
  if (membership === null) return refuse("NOT_FOUND", "NOT_A_MEMBER", "memberId");
  if (!byServer && isFacilitator(membership)) return refuse("FORBIDDEN", "IS_A_FACILITATOR", "memberId");
  return {
    state: "REMOVED",
    role: membership.role,
    changed: membership.state !== MembershipState.REMOVED,
    memberCountChange: isActiveMember(membership) ? -1 : 0,
  };
}
