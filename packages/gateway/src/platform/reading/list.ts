import { type Expression, type SqlBool, sql } from "kysely";
import type { Keys } from "./cursor.js";
import type { Window } from "./page-window.js";
import { type Rows, rowsOf } from "./rows.js";
import { builder, type Query, rowOf, type Scope } from "./scope.js";
import type { At, Each, Pages, Row } from "./selection.js";

export interface Page extends Rows {
  readonly order: Expression<unknown>;
}
/** A list of rows, looked into once for each thing that is asked of it. */
export interface List {
  /** The rows of a window in its direction; with `further` one more. */
  page(window: Window, further: boolean): Page;
  /** So many rows, any. */
  first(count: number): Query;
  /** The rows that meet a condition, for `exists`. */
  some(condition: (row: Row<any>) => Expression<SqlBool>): Query;
}

export function listOf(scope: Scope, pages: Pages<any, any, any>, keys: Keys, parent: Row<any>, at: At<any>): List {
  const rows = (narrow: (rows: Rows) => Query): Rows => {
    if (pages.each) return roomsMerged(scope, pages, pages.each, parent, at, narrow);
    const plain = rowsOf(scope, pages.target(), pages, parent, at);
    return { query: narrow(plain), row: plain.row };
  };
  return {
    page(window, further) {
      const direction = window.back ? "asc" : "desc";
      const limit = further ? sql<number>`${window.size} + 1` : window.size;
      const limited = ({ query, row }: Rows) =>
        keys.reduce<Query>((some, [column]) => some.orderBy(row(column), direction), query).limit(limit);
      const found = rows(({ query, row }) =>
        limited({ query: window.beyond ? query.where(window.beyond(row)) : query, row }),
      );
      const query = pages.each ? limited(found) : found.query;
      return {
        query,
        row: found.row,
        order: sql.join(keys.map(([column]) => sql`${found.row(column)} ${sql.raw(direction)}`)),
      };
    },
    first(count) {
      const limited = (query: Query) => query.limit(sql.lit(count));
      const found = rows(({ query }) => limited(query)).query;
      return pages.each ? limited(found) : found;
    },
    some: (condition) => rows(({ query, row }) => query.where(condition(row))).query,
  };
}

/**
 * A lateral for each room. No one index orders the rows of several rooms; each room's own does, so every room gives
 * at most what is needed of it, and only those few are merged.
 */
function roomsMerged(
  scope: Scope,
  pages: Pages<any, any, any>,
  each: Each<any, any, any>,
  parent: Row<any>,
  at: At<any>,
  narrow: (rows: Rows) => Query,
): Rows {
  const rooms = scope.alias();
  const merged = scope.alias();
  const inRoom = rowsOf(scope, pages.target(), pages, parent, at, { room: rowOf(rooms), link: each.link });
  const found = narrow(inRoom).selectAll();
  const query = builder
    .selectFrom(sql<any>`${each.rooms(at, parent)}`.as(rooms))
    .crossJoinLateral(sql<any>`${found}`.as(merged)) as unknown as Query;
  return { query, row: rowOf(merged) };
}
