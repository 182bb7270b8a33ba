import type { Alias, JoinExpr, Node, RangeSubselect, RangeVar } from "libpg-query";
import { renamed } from "./columns.js";
import { NO_COLUMNS, type Place, Refused, type Source, type Work } from "./model.js";
import { tableOf } from "./relations.js";
import { factsOf, namesOf } from "./values.js";
import { walk } from "./walk.js";

/** What FROM names, in order. What its joins say for certain goes to the facts. */
export function readFrom(items: readonly Node[] | undefined, place: Place, work: Work): Source[] {
  const found: Source[] = [];
  for (const item of items ?? []) found.push(...read(item, found, place, work));
  const aliases = found.map(({ alias }) => alias).filter((alias) => alias !== null);
  if (new Set(aliases).size < aliases.length) throw new Refused("Two things in one query have the same name.");
  return found;
}

/** `left`: what stands before it, which a lateral one sees. */
function read(item: Node, left: readonly Source[], place: Place, work: Work): Source[] {
  if ("RangeVar" in item) return [readName(item.RangeVar, place, work)];
  if ("RangeSubselect" in item) return [readSubquery(item.RangeSubselect, left, place, work)];
  if ("JoinExpr" in item) return readJoin(item.JoinExpr, left, place, work);
  if ("RangeFunction" in item) {
    const { functions, alias } = item.RangeFunction;
    return [opaque(functions, alias?.aliasname ?? functionName(functions), left, place, work)];
  }
  if ("JsonTable" in item) {
    const { alias, ...rest } = item.JsonTable;
    return [opaque(rest, alias?.aliasname ?? "json_table", left, place, work)];
  }
  throw new Refused(`${Object.keys(item).join()} cannot stand in FROM.`);
}

/** Rows made from values, of which nothing is known. */
function opaque(made: unknown, alias: string, left: readonly Source[], place: Place, work: Work): Source {
  walk(made, (select) => work.select(select, { ...place, parent: { sources: left, parent: place.parent } }));
  return { alias, table: null, columns: () => NO_COLUMNS };
}

export function readName(name: RangeVar, place: Place, work: Work, asTable = false): Source {
  const { relname = "", schemaname, alias } = name;
  const cte = schemaname === undefined && !asTable ? place.ctes.get(relname) : undefined;
  const names = columnNames(alias);
  const as = alias?.aliasname ?? relname;
  if (cte) return { alias: as, table: null, columns: () => renamed(cte(), names) };
  const table = tableOf(name);
  if (table !== null && names.length > 0) throw new Refused(`The columns of ${table} cannot be renamed.`);
  const source: Source = { alias: as, table, columns: () => NO_COLUMNS };
  work.sources.push(source);
  return source;
}

function readSubquery(
  { subquery, lateral, alias }: RangeSubselect,
  left: readonly Source[],
  place: Place,
  work: Work,
): Source {
  if (!subquery) throw new Refused("A subquery is empty.");
  const parent = lateral ? { sources: left, parent: place.parent } : place.parent;
  const columns = renamed(work.query(subquery, { ...place, parent }), columnNames(alias));
  return { alias: alias?.aliasname ?? null, table: null, columns: () => columns };
}

function readJoin(join: JoinExpr, left: readonly Source[], place: Place, work: Work): Source[] {
  const { jointype, larg, rarg, quals, alias, join_using_alias } = join;
  if (alias || join_using_alias) throw new Refused("A join cannot be given a name.");
  if (!larg || !rarg) throw new Refused("A join lacks a side.");
  const ours = read(larg, left, place, work);
  const theirs = read(rarg, [...left, ...ours], place, work);
  const both = [...ours, ...theirs];
  const scope = { sources: both, parent: place.parent };
  walk(quals, (select) => work.select(select, { ...place, parent: scope }));
  work.facts.push(...factsOf(quals, scope, keptOut()));
  return both;

  /** An outer join shows the rows of its outer side whatever its condition says. */
  function keptOut(): readonly Source[] {
    switch (jointype) {
      case "JOIN_INNER":
        return both;
      case "JOIN_LEFT":
        return theirs;
      case "JOIN_RIGHT":
        return ours;
      default:
        return [];
    }
  }
}

const columnNames = (alias: Alias | undefined): (string | null)[] => namesOf(alias?.colnames);

/** A function without an alias goes by its own name. */
function functionName(functions: readonly Node[] | undefined): string {
  const [first] = functions ?? [];
  const call = first && "List" in first ? first.List.items?.[0] : undefined;
  const name = call && "FuncCall" in call ? namesOf(call.FuncCall.funcname).at(-1) : undefined;
  if (!name) throw new Refused("A function in FROM needs a name: … as x.");
  return name;
}
