import type { Node, SelectStmt, WithClause } from "libpg-query";
import { columnsOf, merged, renamed } from "./columns.js";
import { readFrom } from "./from.js";
import { type Assumption, type Columns, NO_COLUMNS, type Place, Refused, type Work } from "./model.js";
import { factsOf, namesOf, valueOf } from "./values.js";
import { walk } from "./walk.js";

export function readSelect(select: SelectStmt, outer: Place, work: Work): Columns {
  const { withClause, fromClause, intoClause, lockingClause: _locks, larg, rarg, op, valuesLists, ...rest } = select;
  if (intoClause) throw new Refused("SELECT INTO makes a table.");
  const place = readWith(withClause, outer, work);
  const nested = (parent: Place["parent"]) => (inner: SelectStmt) => void work.select(inner, { ...place, parent });
  if (larg && rarg) {
    walk(rest, nested(place.parent));
    return merged([work.select(larg, place), work.select(rarg, place)]);
  }
  if (op !== undefined && op !== "SETOP_NONE") throw new Refused("A set operation lacks a side.");

  const sources = readFrom(fromClause, place, work);
  const scope = { sources, parent: place.parent };
  walk(rest, nested(scope));
  walk(valuesLists, nested(scope));
  work.facts.push(...factsOf(rest.whereClause, scope, sources));
  return valuesLists ? rowsOf(valuesLists, scope) : columnsOf(rest.targetList, scope);
}

/** `values (…), (…)` */
function rowsOf(rows: readonly Node[], scope: Place["parent"]): Columns {
  const items = rows.map((row) => ("List" in row ? (row.List.items ?? []) : []));
  return merged(
    items.map((row) => ({
      list: row.map((item, at) => ({ name: `column${at + 1}`, value: valueOf(item, scope) })),
      exact: true,
    })),
  );
}

/** The place with the WITH queries in it. Each sees those before it; where they are recursive, itself and all others. */
export function readWith(clause: WithClause | undefined, place: Place, work: Work): Place {
  if (!clause) return place;
  const ctes = new Map(place.ctes);
  const named = (clause.ctes ?? []).flatMap((node) => ("CommonTableExpr" in node ? [node.CommonTableExpr] : []));
  if (clause.recursive) for (const { ctename = "" } of named) ctes.set(ctename, () => NO_COLUMNS);
  for (const { ctename = "", ctequery, aliascolnames, search_clause, cycle_clause } of named) {
    if (!ctequery || search_clause || cycle_clause) throw new Refused(`The WITH query ${ctename} cannot be read.`);
    const names = namesOf(aliascolnames);
    const recursive = clause.recursive && "SelectStmt" in ctequery && ctequery.SelectStmt.op === "SETOP_UNION";
    const columns = recursive
      ? readRecursive(ctequery.SelectStmt, { ...place, ctes }, work, (own) =>
          ctes.set(ctename, () => renamed(own(), names)),
        )
      : work.query(ctequery, { ...place, ctes: new Map(ctes) });
    ctes.set(ctename, () => renamed(columns, names));
  }
  return { ...place, ctes };
}

/** Its own rows are taken to be like the first ones; whether that holds is seen when all is known. */
function readRecursive(
  { larg, rarg, withClause, ...rest }: SelectStmt,
  outer: Place,
  work: Work,
  setOwn: (own: () => Columns) => void,
): Columns {
  if (!larg || !rarg) throw new Refused("A set operation lacks a side.");
  let first = NO_COLUMNS;
  let assumption: Assumption | undefined;
  setOwn(() => (assumption?.broken ? NO_COLUMNS : first));
  const place = readWith(withClause, outer, work);
  walk(rest, (inner) => void work.select(inner, place));
  first = work.select(larg, place);
  const whole = merged([first, work.select(rarg, place)]);
  assumption = { first, whole, broken: false };
  work.assumptions.push(assumption);
  return whole;
}
