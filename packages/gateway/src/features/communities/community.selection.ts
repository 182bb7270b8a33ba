import type { CommunityVisibility } from "@kith/core/communities";
import { sql } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import { is, pages, type Selection, select } from "../../platform/reading/selection.js";
import { activeIn } from "./active-in.js";
import { Community } from "./community.type.js";

/** A public one exists for everyone at the partner; any other for its active members and the partner's server. */
export const community: Selection<Tables["community"], Community> = select(Community, "community", {
  prefix: "com",
  visible: (row, at) => {
    if (at.viewer.kind === "SERVER") return is.lit(true);
    const open = is(row("visibility"), "=", sql.lit<CommunityVisibility>("PUBLIC"));
    return at.viewer.kind === "PUBLIC" ? open : is.or([open, activeIn(at, row("id"))]);
  },
  fields: {
    id: "id",
    name: "name",
    description: "description",
    guidelines: "guidelines",
    topics: "topics",
    visibility: "visibility",
    seats: "seats",
    memberCount: "memberCount",
    createdAt: "createdAt",
  },
});

export const communities = pages(() => community, {}, { id: "text" });
