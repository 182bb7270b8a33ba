import type { CommunityId } from "@kith/core/values";
import { type Expression, type SqlBool, sql } from "kysely";
import { type At, has } from "../../platform/reading/selection.js";

/** The viewer is an active member of this community; with `as`, in that role. */
export function activeIn(
  { viewer, from }: Pick<At, "viewer" | "from">,
  communityId: Expression<CommunityId | null>,
  as?: "FACILITATOR",
): Expression<SqlBool> {
  let mine = from("membership as m")
    .where("m.memberId", "=", viewer.id)
    .where("m.communityId", "=", communityId)
    .where("m.state", "=", sql.lit("ACTIVE"));
  if (as) mine = mine.where("m.role", "=", sql.lit(as));
  return has(mine);
}
