import type { GraphQLSchema } from "graphql";
import type { SelectQueryBuilder } from "kysely";
import type { Database } from "../database/database.js";
import type { Catalog } from "./catalog.js";
import { Plans } from "./kept-plans.js";
import type { At, Pages, Selection } from "./selection.js";

/** What all reading of a gateway shares. */
export interface Reading {
  readonly catalog: Catalog;
  /** The API's schema; the one that executes shows root fields as leaves. */
  readonly schema: GraphQLSchema;
  readonly database: Database;
  readonly plans: Plans;
}
export const openReading = (parts: Omit<Reading, "plans">): Reading => ({ ...parts, plans: new Plans() });

/** Columns of one row, by value; null names no row. */
export type Key<Columns> = { readonly [C in keyof Columns]?: unknown };

/**
 * What a root resolver reads with. Each call but `computed` is one statement, and what it answers is the root field's
 * finished answer, shaped as it was asked for: return it, do not look into it.
 */
export interface Read {
  /** The row that these columns name; hidden or not there: null, or with `orNotFound` a NOT_FOUND about that argument. */
  one<Columns, Api extends object>(
    selection: Selection<Columns, Api>,
    key: Key<Columns>,
    options?: { readonly orNotFound?: string },
  ): Promise<any>;
  pages<Api extends object, Args extends object>(pages: Pages<{}, Api, Args>, args: Args): Promise<any>;
  /** A mutation's payload, from the ids it hands over; by `fetch` on the connection that wrote them. */
  payload<Given extends object, Api extends object>(
    selection: Selection<Given, Api>,
    given: Given,
    fetch?: Database["fetch"],
  ): Promise<any>;
  /** The thing with this id, or NOT_FOUND. */
  node(id: string): Promise<any>;
  /** The things with these ids, at most 100, in their order; null for each that is hidden or not there. */
  nodes(ids: readonly string[]): Promise<any>;
  /** Plain rows for a rule of core to work on: `read.rows((at) => at.from("member as m").select("m.id"))`. */
  rows<O>(query: (at: At) => SelectQueryBuilder<any, any, O>): Promise<O[]>;
  /** What a rule of core made: an object with the API type's field names. */
  computed(value: unknown): any;
}
