import { type Expression, type SqlBool, sql } from "kysely";
import { badArgument } from "./bad-argument.js";
import { type Keys, parseCursor } from "./cursor.js";
import { Placeholder } from "./placeholder.js";
import type { Place, Scope } from "./scope.js";
import type { Row } from "./selection.js";

const DEFAULT_SIZE = 20;
const MOST = 100;

/** Which part of a list a page is: how many rows, counted from where, to which side. */
export interface Window {
  /** From the end towards the start. */
  readonly back: boolean;
  readonly size: Expression<number>;
  /** The row lies past the cursor, on the page's side; null without a cursor. */
  readonly beyond: ((row: Row<any>) => Expression<SqlBool>) | null;
  /** The row lies on the cursor's other side, or at the cursor. */
  readonly behind: ((row: Row<any>) => Expression<SqlBool>) | null;
}

/** Sizes and cursors stay placeholders; whether they are good is asked at each run, also where no SQL needs them. */
export function windowOf(scope: Scope, keys: Keys, place: Place): Window {
  const { first, last, after, before } = place.at.args as { readonly [name: string]: Placeholder | null | undefined };
  if (first && last) throw badArgument(place, "last", "PAGED_BOTH_WAYS");
  if (before && (first || after)) throw badArgument(place, "before", "PAGED_BOTH_WAYS");
  if (after && last) throw badArgument(place, "after", "PAGED_BOTH_WAYS");
  const back = Boolean(last || before);
  const size = back ? last : first;
  if (size) checkSize(scope, size, place, back ? "last" : "first");
  const cursor = back ? before : after;
  const parts = cursor && cursorParts(scope, keys, cursor, place, back ? "before" : "after");
  const compared = (sign: string) => (row: Row<any>) =>
    sql<SqlBool>`${tuple(keys.map(([column]) => row(column)))} ${sql.raw(sign)} ${parts}`;
  return {
    back,
    size: size ? sql`${size}::int` : sql.lit(DEFAULT_SIZE),
    beyond: parts ? compared(back ? ">" : "<") : null,
    behind: parts ? compared(back ? "<=" : ">=") : null,
  };
}

function checkSize(scope: Scope, size: Placeholder, place: Place, name: string): void {
  scope.binder.checks.push((run) => {
    const asked = size.read(run) as number;
    if (asked < 1 || asked > MOST) throw badArgument(place, name, "OUT_OF_RANGE");
  });
}

function cursorParts(scope: Scope, keys: Keys, cursor: Placeholder, place: Place, name: string): Expression<unknown> {
  const partsOf = remember((text: string) => parseCursor(keys, text));
  scope.binder.checks.push((run) => {
    if (!partsOf(cursor.read(run) as string)) throw badArgument(place, name, "NOT_A_CURSOR");
  });
  return tuple(
    keys.map(
      ([, kind], i) => sql`${new Placeholder((run) => partsOf(cursor.read(run) as string)?.[i])}::${sql.raw(kind)}`,
    ),
  );
}

const tuple = (parts: readonly Expression<unknown>[]): Expression<unknown> =>
  parts.length === 1 ? parts[0]! : sql`(${sql.join(parts)})`;

/** The last answer is enough: the check and each part ask for the same text in turn. */
function remember<V>(compute: (text: string) => V): (text: string) => V {
  let last: { readonly text: string; readonly value: V } | undefined;
  return (text) => (last?.text === text ? last : (last = { text, value: compute(text) })).value;
}
