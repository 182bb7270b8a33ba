import type { PartnerId } from "@kith/core/values";
import type { Statement } from "../database/database.js";

/** Binds a value and answers its place in the statement: `$3`. */
export interface Bind {
  (value: unknown): string;
  /** The place of the partner, which every part names. */
  readonly partner: string;
}
/** An insert, update or delete that may stand in one statement with others, since none reads what another writes. */
export type Part = (bind: Bind) => string;

/** The parts as one statement, so that they take one round trip and happen all or none. */
export function together(partnerId: PartnerId, parts: readonly Part[]): Statement {
  const values: unknown[] = [partnerId];
  const bind: Bind = Object.assign((value: unknown) => `$${values.push(value)}`, { partner: "$1" });
  const written = parts.map((part) => part(bind));
  const last = written.pop();
  if (last === undefined) throw new RangeError("A statement needs a part.");
  const before = written.map((part, n) => `part_${n} as (${part})`).join(", ");
  return { text: before === "" ? last : `with ${before} ${last}`, values };
}

/** `insert into outbox (partner_id, id) values ($1, $2)`: snake_case names, one object a row, all with the same columns. */
export function insertRows(table: string, rows: readonly Readonly<Record<string, unknown>>[]): Part {
  return (bind) => {
    const columns = Object.keys(rows[0] ?? {});
    const tuples = rows.map((row) => `(${[bind.partner, ...columns.map((column) => bind(row[column]))].join(", ")})`);
    return `insert into ${table} (${["partner_id", ...columns].join(", ")}) values ${tuples.join(", ")}`;
  };
}
