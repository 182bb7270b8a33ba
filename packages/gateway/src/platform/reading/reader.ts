import { parseId } from "@kith/core/values";
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
} from "graphql";
import { type SelectQueryBuilder, sql } from "kysely";
import type { Database } from "../database/database.js";
import { isWalked } from "../graphql/deliver.js";
import { fault } from "../graphql/errors.js";
import { FinishedJson } from "../graphql/finished-json.js";
import type { Viewer } from "../identity/viewer.js";
import { Binder, type Check } from "./arguments.js";
import type { Entry } from "./catalog.js";
import { type Asked, collectFields, type FieldGroup } from "./collect-fields.js";
import { byPrefix, connectionJson, entryJson, entryOf, nodeJson } from "./compile.js";
import { shapeComputed } from "./computed.js";
import { type Json, named } from "./json.js";
import type { Key, Read, Reading } from "./read.js";
import { rowsOf } from "./rows.js";
import { runRows } from "./run-rows.js";
import { AT, builder, type Place, type Scope, withArguments } from "./scope.js";
import type { At, Pages, Row, Selection } from "./selection.js";

const MOST_IDS = 100;

export function reader(reading: Reading, viewer: Viewer | null, info: GraphQLResolveInfo): Read {
  return new Reader(reading, viewer, info);
}

type Fetch = Database["fetch"];

class Reader implements Read {
  readonly #reading: Reading;
  readonly #viewer: Viewer | null;
  readonly #info: GraphQLResolveInfo;

  constructor(reading: Reading, viewer: Viewer | null, info: GraphQLResolveInfo) {
    this.#reading = reading;
    this.#viewer = viewer;
    this.#info = info;
  }

  async one<Columns, Api extends object>(
    selection: Selection<Columns, Api>,
    key: Key<Columns>,
    options?: { readonly orNotFound?: string },
  ): Promise<any> {
    const found = await this.#answer(selection, "one", key, (scope, place, given) => {
      const link = Object.fromEntries(Object.keys(key).map((column) => [column, column]));
      const { query, row } = rowsOf(scope, selection, { link }, given, place.at);
      return query.select(named(entryJson(scope, entryOf(scope, selection), row, place), "j"));
    });
    if (found === null && options?.orNotFound !== undefined) throw fault("NOT_FOUND", { field: options.orNotFound });
    return found;
  }

  pages<Api extends object, Args extends object>(pages: Pages<{}, Api, Args>, args: Args): Promise<any> {
    return this.#answer(pages, "pages", args, (scope, place, given) =>
      connectionJson(scope, pages, given, this.#returns(), place),
    );
  }

  payload<Given extends object, Api extends object>(
    selection: Selection<Given, Api>,
    given: Given,
    fetch?: Fetch,
  ): Promise<any> {
    return this.#answer(
      selection,
      "payload",
      given,
      (scope, place, row) => entryJson(scope, entryOf(scope, selection), row, place),
      fetch,
    );
  }

  async node(id: string): Promise<any> {
    const entry = this.#entryOf(id);
    const found =
      entry &&
      (await this.#answer(entry, "node", { id }, (scope, place, given) => nodeJson(scope, entry, given("id"), place)));
    if (!found) throw fault("NOT_FOUND", { field: "id" });
    return found;
  }

  async nodes(ids: readonly string[]): Promise<any> {
    if (ids.length > MOST_IDS) throw fault("BAD_INPUT", { field: "ids", reason: "TOO_MANY" });
    const known = ids.map((id) => (this.#entryOf(id) ? id : null));
    const prefixes = [...new Set(ids.map((id) => this.#entryOf(id)?.selection.prefix))]
      .filter((prefix) => prefix !== undefined)
      .sort();
    if (prefixes.length === 0) return known;
    return this.#answer(this.#reading, prefixes.join(), { ids: known }, (scope, place, given) => {
      const id = sql.ref("w.id");
      const node = byPrefix(
        id,
        prefixes.map((prefix) => [prefix, nodeJson(scope, scope.catalog.prefixes.get(prefix)!, id, place)]),
      );
      return sql`(select json_agg(${node} order by w.n) from unnest(${given("ids")}::text[]) with ordinality w(id, n))`;
    });
  }

  rows<O>(query: (at: At) => SelectQueryBuilder<any, any, O>): Promise<O[]> {
    return runRows(this.#reading.database, this.#known(), query);
  }

  computed(value: unknown): any {
    const asked = {
      schema: this.#reading.schema,
      fragments: this.#info.fragments,
      variables: this.#info.variableValues,
      walked: isWalked(this.#info),
    };
    const { nodes } = askedAt(asked, this.#info);
    return shapeComputed(asked, this.#definition().type, nodes, value);
  }

  async #answer(
    source: object,
    how: string,
    given: object,
    build: (scope: Scope, place: Place, given: Row<any>) => Json,
    fetch: Fetch = this.#reading.database.fetch,
  ): Promise<unknown> {
    const { plans } = this.#reading;
    const walked = isWalked(this.#info);
    const run = { viewer: this.#known(), given, variables: this.#info.variableValues };
    const statement = plans.statement(this.#info, source, walked ? `${how} walked` : how, run, () => {
      const checks: Check[] = [];
      const scope = openScope(this.#reading, this.#info, AT[run.viewer.kind], walked, checks);
      const spot = askedAt(scope, this.#info);
      const bound = scope.binder.value({ ...given }, (run) => run.given, spot) as Readonly<Record<string, any>>;
      const place = { ...spot, at: withArguments(scope.at, bound) };
      const json = build(scope, place, (column) => {
        if (!Object.hasOwn(bound, column)) throw new Error(`${this.#info.fieldName} was not given ${column}`);
        const value = bound[column] ?? null;
        return value === null || typeof value === "boolean" ? sql.lit(value) : value;
      });
      const column = named(walked ? json : sql`(${json})::text`, "j");
      const { sql: text, parameters } = builder.selectNoFrom(column).compile();
      return { text, parameters, checks };
    });
    const answer = await fetch(statement);
    return typeof answer === "string" ? new FinishedJson(answer) : answer;
  }

  #returns(): GraphQLObjectType {
    return getNamedType(this.#definition().type) as GraphQLObjectType;
  }

  #definition(): GraphQLField<unknown, unknown> {
    return rootOf(this.#reading.schema, this.#info).getFields()[this.#info.fieldName]!;
  }

  #entryOf(id: string): Entry | undefined {
    const parsed = parseId(id);
    return parsed ? this.#reading.catalog.prefixes.get(parsed.prefix) : undefined;
  }

  #known(): Viewer {
    if (!this.#viewer) throw fault("UNAUTHENTICATED");
    return this.#viewer;
  }
}

/** Everything that compiling one root field's statement needs. */
export function openScope(
  { schema, catalog }: Reading,
  { fragments, variableValues: variables }: GraphQLResolveInfo,
  at: At,
  walked: boolean,
  checks: Check[],
): Scope {
  let aliases = 0;
  const binder = new Binder(variables, checks);
  return { schema, catalog, fragments, variables, walked, at, binder, alias: () => `t${aliases++}` };
}

/** Collected anew, as executors differ in what they list: all nodes of the response key, from the operation's root. */
export function askedAt(asked: Asked, info: GraphQLResolveInfo): { path: string[]; nodes: FieldGroup } {
  const key = String(info.path.key);
  const group = collectFields(asked, rootOf(asked.schema, info), [info.operation.selectionSet]).get(key);
  if (!group) throw new Error(`${key} was not asked for`);
  return { path: [key], nodes: group };
}

function rootOf(schema: GraphQLSchema, { operation }: GraphQLResolveInfo): GraphQLObjectType {
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error(`There is no ${operation.operation}`);
  return type;
}
