import { type Expression, type SelectType, sql } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import { type At, has, is, one, type Row, type Selection, select } from "../../platform/reading/selection.js";
import { Member, Viewer } from "./member.type.js";

type MemberRow = Tables["member"];

/** A column for the member's own eyes and the partner's server; null for everyone else. */
const ownOnly =
  <C extends keyof MemberRow & string>(column: C) =>
  (row: Row<MemberRow>, { viewer }: Pick<At, "viewer">): Expression<SelectType<MemberRow[C]> | null> =>
    viewer.kind === "SERVER" ? row(column) : sql`case when ${row("id")} = ${viewer.id} then ${row(column)} end`;

/** Oneself, those who share a community where both are active, and the other side of an exchange. */
export const member: Selection<MemberRow, Member> = select(Member, "member", {
  prefix: "mbr",
  visible: (row, { viewer, from }) => {
    if (viewer.kind === "SERVER") return is.lit(true);
    if (viewer.kind === "PUBLIC") return is.lit(false);
    return is.or([
      is(row("id"), "=", viewer.id),
      has(
        from("membership as mine")
          .innerJoin("membership as theirs", (on) =>
            on.onRef("theirs.partnerId", "=", "mine.partnerId").onRef("theirs.communityId", "=", "mine.communityId"),
          )
          .where("mine.memberId", "=", viewer.id)
          .where("mine.state", "=", sql.lit("ACTIVE"))
          .where("theirs.memberId", "=", row("id"))
          .where("theirs.state", "=", sql.lit("ACTIVE")),
      ),
      has(
        from("exchangeParticipant as mine")
          .innerJoin("exchangeParticipant as theirs", (on) =>
            on.onRef("theirs.partnerId", "=", "mine.partnerId").onRef("theirs.exchangeId", "=", "mine.exchangeId"),
          )
          .where("mine.memberId", "=", viewer.id)
          .where("theirs.memberId", "=", row("id")),
      ),
    ]);
  },
  fields: {
    id: "id",
    displayName: "displayName",
    externalId: ownOnly("externalId"),
    ageBand: ownOnly("ageBand"),
    roles: ownOnly("roles"),
    languages: ownOnly("languages"),
    timeZone: ownOnly("timeZone"),
    state: ownOnly("state"),
  },
});

export const viewer: Selection<MemberRow, Viewer> = select(Viewer, "member", {
  visible: (row, { viewer }) => is(row("id"), "=", viewer.id),
  fields: { member: one(() => member, { id: "id" }, { seenWithParent: true }) },
});
