import type { MembershipState } from "@kith/core/communities";
import { sql } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import { extend, is, one, pages, type Selection, select } from "../../platform/reading/selection.js";
import { member, viewer } from "../members/index.js";
import { community } from "./community.selection.js";
import { CommunityMembership, Membership, ViewerMemberships } from "./membership.type.js";

/** One's own, and all for the partner's server. */
export const membership: Selection<Tables["membership"], Membership> = select(Membership, "membership", {
  visible: (row, { viewer }) => (viewer.kind === "SERVER" ? is.lit(true) : is(row("memberId"), "=", viewer.id)),
  fields: {
    community: one(() => community, { id: "communityId" }, { seenWithParent: true }),
    member: one(() => member, { id: "memberId" }, { seenWithParent: true }),
    role: "role",
    state: "state",
    joinedAt: "joinedAt",
  },
});

export const communityMembership = extend(community, CommunityMembership, {
  viewerMembership: one(
    () => membership,
    { communityId: "id" },
    {
      seenWithParent: true,
      where: (row, { viewer }) => is(row("memberId"), "=", viewer.id),
    },
  ),
});

export const viewerMemberships = extend(viewer, ViewerMemberships, {
  memberships: pages(
    () => membership,
    { memberId: "id" },
    { communityId: "text" },
    {
      seenWithParent: true,
      where: (row) => is(row("state"), "=", sql.lit<MembershipState>("ACTIVE")),
    },
  ),
});
