import type { Compilable, CompiledQuery } from "kysely";
import type { Database } from "../database/database.js";
import type { Viewer } from "../identity/viewer.js";
import { Placeholder } from "./placeholder.js";
import { AT } from "./scope.js";
import type { At } from "./selection.js";

/**
 * Rows as they are in the table. Compiled at each call and never kept: a query written here may hold values of this
 * very call, and a kept plan would answer them to everyone after.
 */
export async function runRows<O>(database: Database, viewer: Viewer, query: (at: At) => Compilable<O>): Promise<O[]> {
  const { sql, parameters, query: node, queryId } = query(AT[viewer.kind]).compile();
  const run = { viewer, given: {}, variables: {} };
  const values = parameters.map((value) => (value instanceof Placeholder ? value.read(run) : value));
  const compiled = { query: node, queryId, sql, parameters: values } as unknown as CompiledQuery<O>;
  const { rows } = await database.kysely.executeQuery(compiled);
  return rows;
}
