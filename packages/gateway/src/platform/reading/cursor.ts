import { type Expression, sql } from "kysely";
import type { Order, Row } from "./selection.js";

export type KeyKind = "text" | "timestamptz";
/** A list's order: its key columns, the first deciding first, each newest or greatest first. */
export type Keys = readonly (readonly [column: string, kind: KeyKind])[];
export const keysOf = (order: Order<any>): Keys => Object.entries(order) as [string, KeyKind][];

const SEPARATOR = "~";
const LONGEST = 512;
const INSTANT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** As exact as the column: a JavaScript Date would drop the microseconds, and rows with them. */
const WRITTEN: Record<KeyKind, (column: Expression<any>) => Expression<string>> = {
  text: (column) => column,
  timestamptz: (column) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
};
const VALID: Record<KeyKind, (part: string) => boolean> = {
  text: (part) => /^[!-}]{1,128}$/.test(part),
  timestamptz: (part) => INSTANT.test(part) && isRealInstant(part),
};

/** What a row's cursor holds: its key columns. */
export function keyText(keys: Keys, row: Row<any>): Expression<string> {
  const parts = keys.map(([column, kind]) => WRITTEN[kind](row(column)));
  return parts.length === 1 ? parts[0]! : sql`concat_ws(${sql.lit(SEPARATOR)}, ${sql.join(parts)})`;
}

/** A cursor, opaque to clients: base64url of a key's text. */
export function cursorOf(key: Expression<unknown>): Expression<string> {
  return sql`translate(encode(convert_to(${key}, 'UTF8'), 'base64'), '+/=' || chr(10), '-_')`;
}

/** A cursor's parts, or null if this list cannot have given it: nothing a client made up reaches SQL. */
export function parseCursor(keys: Keys, cursor: string): readonly string[] | null {
  if (cursor.length > LONGEST) return null;
  const bytes = Buffer.from(cursor, "base64url");
  if (bytes.toString("base64url") !== cursor) return null;
  const parts = bytes.toString("latin1").split(SEPARATOR);
  return parts.length === keys.length && keys.every(([, kind], i) => VALID[kind](parts[i]!)) ? parts : null;
}

/** JavaScript rolls 30 February over into March; PostgreSQL refuses it. */
function isRealInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === text.slice(0, 19);
}
