import type { Node, SelectStmt } from "libpg-query";

/** Why a statement is refused. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** What an expression is, as far as the guard cares; null for anything else. */
export type Value =
  | null
  | { readonly param: number }
  | { readonly column: string; readonly of: Source }
  /** One of these: a set operation's or several rows' column. */
  | { readonly every: readonly Value[] };

/** The columns that a query gives. Not exact when a star hides how many there are. */
export interface Columns {
  readonly list: readonly { readonly name: string | null; readonly value: Value }[];
  readonly exact: boolean;
}
export const NO_COLUMNS: Columns = { list: [], exact: false };

/** Something that FROM names. */
export interface Source {
  readonly alias: string | null;
  /** A table of the partners', which must be bound. */
  readonly table: string | null;
  /** Of a subquery or WITH query. Asked late: a recursive one is not known at first. */
  readonly columns: () => Columns;
}

/** In every row that counts, `left` equals `right`. Says something only about the sources it can keep rows out of. */
export interface Fact {
  readonly left: Value;
  readonly right: Value;
  readonly about: readonly Source[];
}

/** What a name may mean at some place, innermost first. */
export interface Scope {
  readonly sources: readonly Source[];
  readonly parent: Scope | null;
}

/** Where a query stands: what it sees around it, and the WITH queries it may name. */
export interface Place {
  readonly parent: Scope | null;
  readonly ctes: ReadonlyMap<string, () => Columns>;
}

/** While a recursive WITH query is read, its own rows are taken to be like those it starts from. */
export interface Assumption {
  readonly first: Columns;
  readonly whole: Columns;
  broken: boolean;
}

/** What is gathered from one statement. */
export interface Work {
  readonly sources: Source[];
  readonly facts: Fact[];
  readonly assumptions: Assumption[];
  /** Reads a query of any kind; gives its columns. */
  query(node: Node, place: Place): Columns;
  select(select: SelectStmt, place: Place): Columns;
}

export const PARTNER = "partner_id";
