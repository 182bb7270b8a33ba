import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { AnyField, Catalog, FieldMap } from "./catalog.js";
import { nestedFaults } from "./check-nested.js";
import type { AnySelection } from "./selection.js";

/**
 * Asked once at the start; throws with all that is wrong. Every field of the API has a selection that fits it and every
 * selection a field, nothing that may be hidden is non-null, and nothing stands below a root field that would silently
 * not run.
 */
export function checkCatalog(catalog: Catalog, schema: GraphQLSchema): void {
  const wrong: string[] = [];
  for (const [name, { fields }] of catalog.types) {
    const type = schema.getType(name);
    if (isObjectType(type)) wrong.push(...typeFaults(catalog, schema, type, fields));
    else wrong.push(`${name} has a selection but is not an object type`);
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type) || type.name !== "Node") continue;
    for (const { name } of schema.getPossibleTypes(type)) {
      if (catalog.types.get(name)?.selection.prefix === undefined)
        wrong.push(`${name} is a Node, so its selection needs a prefix`);
    }
  }
  wrong.push(...new Set(nestedFaults(schema)));
  if (wrong.length > 0) throw new Error(`The API and its selections do not fit:\n${wrong.join("\n")}`);
}

function* typeFaults(
  catalog: Catalog,
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  fields: FieldMap,
): Generator<string> {
  for (const name of fields.keys()) if (!type.getFields()[name]) yield `${type.name}.${name} is not in the schema`;
  for (const field of Object.values(type.getFields())) {
    const value = fields.get(field.name);
    const at = `${type.name}.${field.name}`;
    if (value === undefined) yield `${at} has no selection`;
    else for (const fault of fieldFaults(catalog, schema, field, value)) yield `${at} ${fault}`;
  }
}

function* fieldFaults(
  catalog: Catalog,
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  value: AnyField,
): Generator<string> {
  if (typeof value === "string" || typeof value === "function") return;
  const returned = getNamedType(field.type);
  switch (value.kind) {
    case "one":
      if (!value.seenWithParent && isNonNullType(field.type))
        yield "may be hidden, so it must be nullable or seenWithParent";
      yield* targetFaults(catalog, schema, returned.name, value.target());
      return;
    case "many":
      yield* targetFaults(catalog, schema, returned.name, value.target());
      return;
    case "pages": {
      const nodes = isObjectType(returned) ? returned.getFields().nodes : undefined;
      if (nodes) yield* targetFaults(catalog, schema, getNamedType(nodes.type).name, value.target());
      else yield "is paged, so it must return a connection";
      return;
    }
    case "object":
      if (isObjectType(returned) && returned.name === value.type.name) {
        yield* typeFaults(catalog, schema, returned, new Map(Object.entries(value.fields)));
      } else yield `returns ${returned.name}, but its selection gives ${value.type.name}`;
      return;
    case "anyOf":
      if (isNonNullType(field.type)) yield "may be hidden, so it must be nullable";
      for (const target of value.targets()) {
        yield* targetFaults(catalog, schema, returned.name, target);
        if (target.prefix === undefined) yield `needs ${target.type.name} to have a prefix`;
      }
      return;
    default:
      value satisfies never;
  }
}

function* targetFaults(
  catalog: Catalog,
  schema: GraphQLSchema,
  returned: string,
  target: AnySelection,
): Generator<string> {
  const { name } = target.type;
  if (!catalog.types.has(name)) yield `needs ${name}, which is not in the catalog`;
  const [wanted, given] = [schema.getType(returned), schema.getType(name)];
  const fits = name === returned || (isAbstractType(wanted) && isObjectType(given) && schema.isSubType(wanted, given));
  if (!fits) yield `returns ${returned}, but its selection gives ${name}`;
}
