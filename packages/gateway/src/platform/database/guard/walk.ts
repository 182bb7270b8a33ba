import type { FuncCall, SelectStmt } from "libpg-query";
import { Refused } from "./model.js";
import { namesOf } from "./values.js";

/** They run SQL given as text, read files, other servers or large objects, or change what names mean. */
const CLOSED =
  /^(query_to_xml|table_to_xml|schema_to_xml|database_to_xml|cursor_to_xml|ts_stat|ts_rewrite|crosstab|connectby|dblink|lo_|loread|lowrite|pg_read_|pg_ls_|pg_stat_file|pg_get_viewdef|set_config|nextval|setval)/;

/** Nodes that name tables or change things: they are read where they belong, and anywhere else refused. */
const ELSEWHERE = new Set([
  "RangeVar",
  "RangeSubselect",
  "RangeFunction",
  "RangeTableFunc",
  "RangeTableSample",
  "JoinExpr",
  "JsonTable",
  "WithClause",
  "CommonTableExpr",
  "IntoClause",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "CurrentOfExpr",
]);

/** Goes through an expression, or anything made of them, and gives every query that stands in it. */
export function walk(part: unknown, onSelect: (select: SelectStmt) => void): void {
  if (Array.isArray(part)) {
    for (const item of part) walk(item, onSelect);
    return;
  }
  if (typeof part !== "object" || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === "SelectStmt") {
      onSelect(value as SelectStmt);
      continue;
    }
    if (ELSEWHERE.has(key)) throw new Refused(`${key} cannot stand here.`);
    if (key === "FuncCall") checkFunction(value as FuncCall);
    walk(value, onSelect);
  }
}

function checkFunction({ funcname }: FuncCall): void {
  const names = namesOf(funcname);
  const name = names.at(-1) ?? "";
  const schema = names.length > 1 ? names.slice(0, -1).join(".") : null;
  if (CLOSED.test(name) || (schema !== null && schema !== "pg_catalog")) {
    throw new Refused(`The function ${names.join(".")} is not for use.`);
  }
}
