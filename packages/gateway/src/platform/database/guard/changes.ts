import type {
  DeleteStmt,
  InsertStmt,
  Node,
  OnConflictClause,
  RangeVar,
  ReturningClause,
  UpdateStmt,
} from "libpg-query";
import { columnsOf } from "./columns.js";
import { readFrom, readName } from "./from.js";
import { type Columns, NO_COLUMNS, PARTNER, type Place, Refused, type Source, type Value, type Work } from "./model.js";
import { readWith } from "./select.js";
import { factsOf } from "./values.js";
import { walk } from "./walk.js";

/** The rows belong to whomever their `partner_id` names: a parameter, or a column that is bound. */
export function readInsert(insert: InsertStmt, outer: Place, work: Work): Columns {
  const { relation, cols, selectStmt, onConflictClause, returningClause, withClause } = insert;
  const place = readWith(withClause, outer, work);
  const target = readTarget(relation, place, work);
  const at = namesOfTargets(cols).indexOf(PARTNER);
  if (target.table !== null && at < 0) throw new Refused(`An insert into ${target.table} must name ${PARTNER}.`);
  const given = selectStmt ? work.query(selectStmt, place) : NO_COLUMNS;
  const value: Value = (given.exact ? given.list[at]?.value : null) ?? null;
  const own: Value = { column: PARTNER, of: target };
  work.facts.push({ left: own, right: value, about: [target] });
  if (onConflictClause) readConflict(onConflictClause, target, value, place, work);
  return readReturning(returningClause, [target], place, work);
}

function readConflict(clause: OnConflictClause, target: Source, value: Value, place: Place, work: Work): void {
  const { action, infer, targetList, whereClause } = clause;
  const excluded: Source = {
    alias: "excluded",
    table: null,
    columns: () => ({ list: [{ name: PARTNER, value }], exact: false }),
  };
  const scope = { sources: [target, excluded], parent: place.parent };
  walk([infer, targetList, whereClause], (select) => work.select(select, { ...place, parent: scope }));
  if (action !== "ONCONFLICT_UPDATE") return;
  // The row that is in the way must be the partner's own.
  const key = (infer?.indexElems ?? []).map((node) => ("IndexElem" in node ? node.IndexElem.name : null));
  if (!key.includes(PARTNER)) throw new Refused(`ON CONFLICT must name ${PARTNER}.`);
  refusePartnerChange(targetList);
}

export function readUpdate(update: UpdateStmt, outer: Place, work: Work): Columns {
  const { relation, targetList, fromClause, whereClause, returningClause, withClause } = update;
  refusePartnerChange(targetList);
  const place = readWith(withClause, outer, work);
  return readChange(relation, fromClause, whereClause, targetList, returningClause, place, work);
}

export function readDelete(remove: DeleteStmt, outer: Place, work: Work): Columns {
  const { relation, usingClause, whereClause, returningClause, withClause } = remove;
  const place = readWith(withClause, outer, work);
  return readChange(relation, usingClause, whereClause, undefined, returningClause, place, work);
}

function readChange(
  relation: RangeVar | undefined,
  fromClause: Node[] | undefined,
  whereClause: Node | undefined,
  targetList: Node[] | undefined,
  returningClause: ReturningClause | undefined,
  place: Place,
  work: Work,
): Columns {
  const target = readTarget(relation, place, work);
  const others = readFrom(fromClause, place, work);
  if (others.some(({ alias }) => alias === target.alias))
    throw new Refused("Two things in one query have the same name.");
  const sources = [target, ...others];
  const scope = { sources, parent: place.parent };
  walk([targetList, whereClause], (select) => work.select(select, { ...place, parent: scope }));
  work.facts.push(...factsOf(whereClause, scope, sources));
  return readReturning(returningClause, sources, place, work);
}

/** Never a WITH query, whatever their names. */
function readTarget(relation: RangeVar | undefined, place: Place, work: Work): Source {
  if (!relation) throw new Refused("A change lacks its table.");
  return readName(relation, place, work, true);
}

function readReturning(clause: ReturningClause | undefined, sources: Source[], place: Place, work: Work): Columns {
  const scope = { sources, parent: place.parent };
  walk(clause, (select) => work.select(select, { ...place, parent: scope }));
  return columnsOf(clause?.exprs, scope);
}

function refusePartnerChange(targets: Node[] | undefined): void {
  if (namesOfTargets(targets).includes(PARTNER)) throw new Refused(`${PARTNER} never changes.`);
}

const namesOfTargets = (nodes: Node[] | undefined): (string | undefined)[] =>
  (nodes ?? []).map((node) => ("ResTarget" in node ? node.ResTarget.name : undefined));
