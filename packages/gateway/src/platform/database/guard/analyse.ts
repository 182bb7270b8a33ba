import type { Node, TransactionStmt, VariableSetStmt } from "libpg-query";
import { readDelete, readInsert, readUpdate } from "./changes.js";
import { type Columns, type Place, Refused, type Work } from "./model.js";
import { readSelect } from "./select.js";
import { settle } from "./settle.js";

const NOWHERE: Place = { parent: null, ctes: new Map() };

/** The numbers of the parameters that name the partner, or Refused. What is not known to be harmless is refused. */
export function analyse(statement: Node): readonly number[] {
  if ("ExplainStmt" in statement && statement.ExplainStmt.query) return analyse(statement.ExplainStmt.query);
  if ("TransactionStmt" in statement) return harmless(isOrdinary(statement.TransactionStmt));
  if ("VariableSetStmt" in statement) return harmless(isMaySet(statement.VariableSetStmt));
  if (["VariableShowStmt", "ListenStmt", "UnlistenStmt", "NotifyStmt"].some((kind) => kind in statement)) return [];

  const work: Work = {
    sources: [],
    facts: [],
    assumptions: [],
    select: (select, place) => readSelect(select, place, work),
    query: (node, place) => query(node, place, work),
  };
  query(statement, NOWHERE, work);
  return settle(work);
}

function query(node: Node, place: Place, work: Work): Columns {
  if ("SelectStmt" in node) return readSelect(node.SelectStmt, place, work);
  if ("InsertStmt" in node) return readInsert(node.InsertStmt, place, work);
  if ("UpdateStmt" in node) return readUpdate(node.UpdateStmt, place, work);
  if ("DeleteStmt" in node) return readDelete(node.DeleteStmt, place, work);
  throw new Refused(`${Object.keys(node).join()} is not for use while Kith serves.`);
}

function harmless(yes: boolean): readonly number[] {
  if (!yes) throw new Refused("This changes more than the statement's own transaction.");
  return [];
}

const isOrdinary = ({ kind }: TransactionStmt): boolean => kind !== undefined && !/PREPARE/.test(kind);

/** These change what names mean, or who one is. */
const isMaySet = ({ name }: VariableSetStmt): boolean =>
  name !== undefined && !["search_path", "role", "session_authorization"].includes(name);
