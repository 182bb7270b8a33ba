import { type Expression, type SqlBool, sql } from "kysely";
import type { Keys } from "./cursor.js";
import { named } from "./json.js";
import type { Window } from "./page-window.js";
import { type Rows, rowsOf } from "./rows.js";
import { builder, from, type Query, rowOf, type Scope } from "./scope.js";
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
  const { each } = pages;
  const rows = (narrow: (rows: Rows) => Query): Rows => {
    if (each) return roomsMerged(scope, pages, each, keys, parent, at, narrow);
    const plain = rowsOf(scope, pages.target(), pages, parent, at);
    return { query: narrow(plain), row: plain.row };
  };
  return {
    page(window, further) {
      const direction = window.back ? "asc" : "desc";
      const limit = further ? sql<number>`${window.size} + 1` : window.size;
      const ordered = ({ query, row }: Rows) =>
        keys.reduce<Query>((some, [column]) => some.orderBy(row(column), direction), query);
      const found = rows(({ query, row }) =>
        ordered({ query: window.beyond ? query.where(window.beyond(row)) : query, row }).limit(limit),
      );
      const { query, row } = each
        ? wholeRows(scope, pages, keys, selectKeys(ordered(found).limit(limit), found.row, keys))
        : found;
      return {
        query: each ? ordered({ query, row }) : query,
        row,
        order: sql.join(keys.map(([column]) => sql`${row(column)} ${sql.raw(direction)}`)),
      };
    },
    first(count) {
      const limited = (query: Query) => query.limit(sql.lit(count));
      const { query, row } = rows(({ query }) => limited(query));
      return each ? limited(selectKeys(query, row, keys)) : query;
    },
    some: (condition) => rows(({ query, row }) => query.where(condition(row))).query,
  };
}

const selectKeys = (query: Query, row: Row<any>, keys: Keys): Query =>
  keys.reduce<Query>((some, [column]) => some.select(named(row(column), column)), query);

/**
 * A lateral for each room. No one index orders the rows of several rooms; each room's own does, so every room gives
 * at most what is needed of it, and only those few are merged. Only keys are: most of what is found is not shown.
 */
function roomsMerged(
  scope: Scope,
  pages: Pages<any, any, any>,
  each: Each<any, any, any>,
  keys: Keys,
  parent: Row<any>,
  at: At<any>,
  narrow: (rows: Rows) => Query,
): Rows {
  const rooms = scope.alias();
  const merged = scope.alias();
  const inRoom = rowsOf(scope, pages.target(), pages, parent, at, { room: rowOf(rooms), link: each.link });
  const found = selectKeys(narrow(inRoom), inRoom.row, keys);
  const query = builder
    .selectFrom(sql<any>`${each.rooms(at, parent)}`.as(rooms))
    .crossJoinLateral(sql<any>`${found}`.as(merged)) as unknown as Query;
  return { query, row: rowOf(merged) };
}

/** The rows that have these keys, each looked up by itself: `offset 0` keeps PostgreSQL from reading more to join them. */
function wholeRows(scope: Scope, pages: Pages<any, any, any>, keys: Keys, query: Query): Rows {
  const [few, one, all] = [scope.alias(), scope.alias(), scope.alias()];
  const row = rowOf(one);
  const found = keys.reduce<Query>(
    (some, [column]) => some.where(row(column), "=", rowOf(few)(column)),
    from(`${pages.target().table} as ${one}` as never) as unknown as Query,
  );
  const joined = builder
    .selectFrom(sql<any>`${query}`.as(few))
    .crossJoinLateral(sql<any>`${found.selectAll().offset(sql.lit(0))}`.as(all)) as unknown as Query;
  return { query: joined, row: rowOf(all) };
}
