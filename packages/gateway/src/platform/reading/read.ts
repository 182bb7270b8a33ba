import type { GraphQLResolveInfo, GraphQLSchema } from "graphql";
import type { SelectQueryBuilder } from "kysely";
import type { Database } from "../database/database.js";
import type { Viewer } from "../identity/viewer.js";
import type { At, Pages, Selection } from "./selection.js";

export interface Reading {
  readonly schema: GraphQLSchema;
  readonly database: Database;
}

/** Columns of one row, by value; null names no row. */
export type Key<Columns> = { readonly [C in keyof Columns]?: unknown };

/**
 * What a root resolver reads with. Each call but `computed` is one statement, and what it answers is the root field's
 * finished answer, shaped as it was asked for: return it, do not look into it.
 */
export interface Read {
  /** The row that these columns name; if hidden or not there null, or with `orNotFound` a NOT_FOUND about that argument. */
  one<Columns, Api extends object>(
    selection: Selection<Columns, Api>,
    key: Key<Columns>,
    options?: { readonly orNotFound?: string },
  ): Promise<any>;
  pages<Api extends object, Args extends object>(pages: Pages<{}, Api, Args>, args: Args): Promise<any>;
  /** A mutation's payload, from the ids it hands over. */
  payload<Given extends object, Api extends object>(selection: Selection<Given, Api>, given: Given): Promise<any>;
  /** The thing with this id, or NOT_FOUND. */
  node(id: string): Promise<any>;
  /** The things with these ids, at most 100, in their order; null for each that is hidden or not there. */
  nodes(ids: readonly string[]): Promise<any>;
  /** Plain rows for a rule of core to work on: `read.rows((at) => at.from("member as m").select("m.id"))`. */
  rows<Row>(query: (at: At) => SelectQueryBuilder<any, any, Row>): Promise<Row[]>;
  /** What a rule of core made: an object with the API type's field names. */
  computed(value: unknown): any;
}

export function reader(_reading: Reading, _viewer: Viewer | null, _info: GraphQLResolveInfo): Read {
  throw new Error("The engine follows");
}
