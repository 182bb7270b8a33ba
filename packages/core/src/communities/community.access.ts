import type { Viewer } from "../members/index.js";
import { type Community, CommunityVisibility } from "./community.js";
import { isActiveMember, type Membership } from "./membership.js";

/** Why a viewer may see a community. */
export type CommunityGrant = "SERVER" | "MEMBER" | "PUBLIC";

/**
 * Who sees that a community is there: the partner's server; its active members; everyone at the partner, the
 * publishable key included, when it is public. Null for everyone else.
 */
export function communityAccess({
  community,
  viewer,
  membership,
}: {
  readonly community: Pick<Community, "visibility">;
  readonly viewer: Viewer;
  /** The viewer's own in this community; null if they never joined or are no member. */
  readonly membership: Pick<Membership, "state"> | null;
}): CommunityGrant | null {
  if (viewer.kind === "SERVER") return "SERVER";
  if (viewer.kind === "MEMBER" && isActiveMember(membership)) return "MEMBER";
  return community.visibility === CommunityVisibility.PUBLIC ? "PUBLIC" : null;
}

/** Why a viewer may see a membership. */
export type MembershipGrant = "SELF" | "SERVER";

/** Who sees a membership: its member and the partner's server. Null for everyone else. */
export function membershipAccess(membership: Pick<Membership, "memberId">, viewer: Viewer): MembershipGrant | null {
  if (viewer.kind === "SERVER") return "SERVER";
  return viewer.kind === "MEMBER" && viewer.memberId === membership.memberId ? "SELF" : null;
}
