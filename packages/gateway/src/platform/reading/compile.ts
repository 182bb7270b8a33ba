import { type GraphQLObjectType, getNamedType, isObjectType } from "graphql";
import { type Expression, sql } from "kysely";
import type { Spot } from "./bad-argument.js";
import type { AnyField, Entry, FieldMap } from "./catalog.js";
import { collectFields, type FieldGroup } from "./collect-fields.js";
import { arrayOf, type Json, named, objectOf, type Pair, TYPE_KEY } from "./json.js";
import { pageJson } from "./page.js";
import { Placeholder } from "./placeholder.js";
import { rowsOf } from "./rows.js";
import { type Place, type Query, type Scope, withArguments } from "./scope.js";
import type { AnyOf, AnySelection, Many, One, Pages, Row } from "./selection.js";

/** An object of a concrete type, shaped like the answer: a key for each response key. */
function objectJson(scope: Scope, type: GraphQLObjectType, fields: FieldMap, row: Row<any>, spot: Spot): Json {
  const pairs: Pair[] = [];
  for (const [key, group] of collectFields(
    scope,
    type,
    spot.nodes.map((node) => node.selectionSet),
  )) {
    pairs.push([key, fieldJson(scope, type, fields, row, { path: [...spot.path, key], nodes: group }, group)]);
  }
  if (scope.walked) pairs.push([TYPE_KEY, sql.lit(type.name)]);
  return objectOf(pairs);
}

function fieldJson(
  scope: Scope,
  type: GraphQLObjectType,
  fields: FieldMap,
  row: Row<any>,
  spot: Spot,
  [node]: FieldGroup,
): Json {
  const name = node.name.value;
  if (name === "__typename") return sql.lit(type.name);
  const field = fieldOf(fields, type.name, name);
  if (typeof field === "string") return asJson(row(field));
  const definition = type.getFields()[name]!;
  const at = withArguments(scope.at, scope.binder.field(definition, node, spot));
  if (typeof field === "function") return field(row, at);
  switch (field.kind) {
    case "one":
    case "many":
      return relationJson(scope, field, row, { ...spot, at });
    case "pages":
      return connectionJson(scope, field, row, objectTypeOf(scope, getNamedType(definition.type).name), {
        ...spot,
        at,
      });
    case "object":
      return objectJson(scope, objectTypeOf(scope, field.type.name), new Map(Object.entries(field.fields)), row, spot);
    case "anyOf":
      return anyOfJson(scope, field, row, spot);
    default:
      return field satisfies never;
  }
}

/** What a resolver handed over has no type in SQL until it is given one. */
function asJson(value: Json): Json {
  if (!(value instanceof Placeholder)) return value;
  return sql`${new Placeholder((run) => JSON.stringify(value.read(run) ?? null))}::json`;
}

function fieldOf(fields: FieldMap, type: string, name: string): AnyField {
  const field = fields.get(name);
  if (field === undefined) throw new Error(`${type}.${name} has no selection`);
  return field;
}

function relationJson(
  scope: Scope,
  relation: One<any, any, any> | Many<any, any, any>,
  parent: Row<any>,
  place: Place,
): Json {
  const target = relation.target();
  const rows = rowsOf(scope, target, relation, parent, place.at);
  const one = rows.query.select(named(entryJson(scope, entryOf(scope, target), rows.row, place), "j"));
  if (relation.kind === "one") return one;
  return arrayOf(
    Object.keys(relation.order).reduce<Query>((query, column) => query.orderBy(rows.row(column), "desc"), one),
  );
}

export function connectionJson(
  scope: Scope,
  pages: Pages<any, any, any>,
  parent: Row<any>,
  type: GraphQLObjectType,
  place: Place,
): Json {
  const entry = entryOf(scope, pages.target());
  return pageJson(scope, pages, parent, type, place, (row, spot) => entryJson(scope, entry, row, spot));
}

/** By the prefix of the id, and only types that the operation could meet there: a subselect for each. */
function anyOfJson(scope: Scope, { targets, column }: AnyOf<any, any>, row: Row<any>, spot: Spot): Json {
  return byPrefix(
    row(column),
    targets().map((target) => [target.prefix!, nodeJson(scope, entryOf(scope, target), row(column), spot)]),
  );
}

export function byPrefix(id: Json, cases: readonly Pair[]): Json {
  if (cases.length === 0) return sql`null::json`;
  const whens = cases.map(([prefix, json]) => sql`when ${sql.lit(prefix)} then ${json}`);
  return sql`case split_part(${id}, '_', 1) ${sql.join(whens, sql` `)} end`;
}

/** The row of this type that has this id, if the viewer may see it. */
export function nodeJson(scope: Scope, entry: Entry, id: Json, spot: Spot): Json {
  const rows = rowsOf(scope, entry.selection, { link: { id: "id" } }, () => id as Expression<any>, scope.at);
  return rows.query.select(named(entryJson(scope, entry, rows.row, spot), "j"));
}

export function entryJson(scope: Scope, entry: Entry, row: Row<any>, spot: Spot): Json {
  return objectJson(scope, objectTypeOf(scope, entry.selection.type.name), entry.fields, row, spot);
}

export function entryOf(scope: Scope, target: AnySelection): Entry {
  const entry = scope.catalog.types.get(target.type.name);
  if (!entry) throw new Error(`${target.type.name} is not in the catalog`);
  return entry;
}

function objectTypeOf(scope: Scope, name: string): GraphQLObjectType {
  const type = scope.schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is not an object type`);
  return type;
}
