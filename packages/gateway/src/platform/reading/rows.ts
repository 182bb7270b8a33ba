import type { Expression, SqlBool } from "kysely";
import { from, type Query, rowOf, type Scope } from "./scope.js";
import { type AnySelection, type At, everyone, type Room, type Row } from "./selection.js";

export interface Rows {
  readonly query: Query;
  readonly row: Row<any>;
}
interface Source {
  readonly link: Readonly<Record<string, string>>;
  readonly where?: (row: Row<any>, at: At<any>, parent: Row<any>, room: Room) => Expression<SqlBool>;
  readonly seenWithParent?: true;
}
/** The room a list looks into, and which of its columns names the room's rows. */
interface Within {
  readonly room: Room;
  readonly link: Readonly<Record<string, string | undefined>>;
}
const nowhere: Within = {
  room: (column) => {
    throw new Error(`There is no room to read ${column} of: this list has no \`each\``);
  },
  link: {},
};

/** The rows of a selection that this viewer may see, linked to their parent. */
export function rowsOf(
  scope: Scope,
  target: AnySelection,
  source: Source,
  parent: Row<any>,
  at: At<any>,
  { room, link } = nowhere,
): Rows {
  const alias = scope.alias();
  const row = rowOf(alias);
  let query = from(`${target.table} as ${alias}` as never) as Query;
  for (const [column, of] of Object.entries(link)) query = query.where(row(column), "=", room(of!));
  for (const [column, of] of Object.entries(source.link)) query = query.where(row(column), "=", parent(of));
  if (!source.seenWithParent && target.visible !== everyone) query = query.where(target.visible(row, scope.at));
  if (source.where) query = query.where(source.where(row, at, parent, room));
  return { query, row };
}
