import { type AliasedExpression, type Expression, sql } from "kysely";

export type Json = Expression<unknown>;
export type Pair = readonly [key: string, value: Json];

/** Which type an object is, for an executor that walks the answer. No alias can hold a "#", so none can collide. */
export const TYPE_KEY = "#type";

/** PostgreSQL's functions take at most 100 arguments. */
const MOST_PAIRS = 50;

/** Not a row of columns: PostgreSQL cuts a column's name at 63 bytes, and clients choose the keys. */
export function objectOf(pairs: readonly Pair[]): Json {
  const built = (some: readonly Pair[]) =>
    sql`json_build_object(${sql.join(some.flatMap(([key, value]) => [sql.lit(key), value]))})`;
  if (pairs.length <= MOST_PAIRS) return built(pairs);
  const inner: Json[] = [];
  for (let i = 0; i < pairs.length; i += MOST_PAIRS) {
    inner.push(sql`left(right(${built(pairs.slice(i, i + MOST_PAIRS))}::text, -1), -1)`);
  }
  return sql`('{' || ${sql.join(inner, sql` || ',' || `)} || '}')::json`;
}

/** A query's column `j` as an array, in the query's order. */
export const arrayOf = (rows: Json): Json => sql`(select coalesce(json_agg(x.j), '[]') from ${rows} x)`;
export const named = (value: Json, name: string): AliasedExpression<unknown, string> => sql`${value}`.as(name);
