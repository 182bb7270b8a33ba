import { type GraphQLObjectType, type GraphQLOutputType, getNamedType, isAbstractType, isObjectType } from "graphql";
import { type Asked, collectFields, type FieldGroup } from "./collect-fields.js";
import { TYPE_KEY } from "./json.js";

/**
 * What a rule of core made, as it was asked for: response keys in place of field names, and nothing more. Objects of an
 * abstract type say which they are by `__typename`.
 */
export function shapeComputed(
  asked: Asked & { readonly walked: boolean },
  returns: GraphQLOutputType,
  nodes: FieldGroup,
  value: unknown,
): unknown {
  const type = getNamedType(returns);
  if (!isObjectType(type) && !isAbstractType(type)) return value;
  const shapes = new Map<GraphQLObjectType, Shape>();
  const shape = (one: unknown): unknown => {
    if (one === null || one === undefined) return null;
    if (Array.isArray(one)) return one.map(shape);
    const concrete = isObjectType(type) ? type : asked.schema.getType(String((one as Thing).__typename));
    if (!isObjectType(concrete)) throw new Error(`A computed ${type.name} does not say which type it is`);
    let known = shapes.get(concrete);
    if (!known) shapes.set(concrete, (known = shapeOfType(asked, concrete, nodes)));
    return known(one as Thing);
  };
  return shape(value);
}

type Thing = Readonly<Record<string, unknown>>;
type Shape = (thing: Thing) => Thing;

function shapeOfType(asked: Asked & { readonly walked: boolean }, type: GraphQLObjectType, nodes: FieldGroup): Shape {
  const fields = type.getFields();
  const groups = [
    ...collectFields(
      asked,
      type,
      nodes.map((node) => node.selectionSet),
    ),
  ];
  return (thing) => {
    // Bare, for `__proto__` is a response key like any other.
    const shaped: Record<string, unknown> = Object.create(null);
    for (const [key, group] of groups) {
      const name = group[0].name.value;
      shaped[key] = name === "__typename" ? type.name : shapeComputed(asked, fields[name]!.type, group, thing[name]);
    }
    if (asked.walked) shaped[TYPE_KEY] = type.name;
    return shaped;
  };
}
