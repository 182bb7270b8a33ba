import type { Node } from "libpg-query";
import { type Columns, NO_COLUMNS, PARTNER, type Scope, type Value } from "./model.js";
import { namesOf, valueOf } from "./values.js";

/** The columns of a list of what to select or return. */
export function columnsOf(targets: readonly Node[] | undefined, scope: Scope): Columns {
  const list: { name: string | null; value: Value }[] = [];
  let exact = true;
  for (const target of targets ?? []) {
    if (!("ResTarget" in target)) return NO_COLUMNS;
    const { name, val } = target.ResTarget;
    const names = val && "ColumnRef" in val ? namesOf(val.ColumnRef.fields) : [];
    // `(row).*`
    if (val && "A_Indirection" in val && namesOf(val.A_Indirection.indirection).at(-1) === null) exact = false;
    if (names.at(-1) === null) {
      exact = false;
      list.push(...starOf(names, scope));
    } else {
      list.push({ name: name ?? names.at(-1) ?? null, value: valueOf(val, scope) });
    }
  }
  return { list, exact };
}

/** Of all that a star stands for, the partner's column. */
function starOf(names: readonly (string | null)[], scope: Scope): Columns["list"] {
  const of = names.length === 1 ? scope.sources : scope.sources.filter(({ alias }) => alias === names[0]);
  return of
    .filter((source) => source.table !== null || source.columns().list.some(({ name }) => name === PARTNER))
    .map((source) => ({ name: PARTNER, value: { column: PARTNER, of: source } }));
}

/** Rows written out, or the two sides of a set operation: a column is what each of them has there. */
export function merged(parts: readonly Columns[]): Columns {
  const [first = NO_COLUMNS] = parts;
  if (parts.some(({ exact }) => !exact)) return NO_COLUMNS;
  return {
    list: first.list.map(({ name }, at) => ({
      name,
      value: { every: parts.map(({ list }) => list[at]?.value ?? null) },
    })),
    exact: true,
  };
}

/** `as x (a, b)`: the first columns get other names. */
export function renamed({ list, exact }: Columns, names: readonly (string | null)[]): Columns {
  if (names.length === 0) return { list, exact };
  if (!exact) return NO_COLUMNS;
  return { list: list.map(({ name, value }, at) => ({ name: names[at] ?? name, value })), exact };
}
