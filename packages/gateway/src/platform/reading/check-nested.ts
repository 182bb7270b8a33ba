import { type GraphQLSchema, isEnumType, isScalarType, isSpecifiedScalarType } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { ReadBySelection } from "./selection.js";

/**
 * What stands below a root field and would silently not run, as finished answers are not walked: a resolver, a check
 * of roles, a middleware, a scalar or an enum that turns values into others.
 */
export function* nestedFaults(schema: GraphQLSchema): Generator<string> {
  const storage = getMetadataStorage();
  const apiName = new Map<unknown, string>(
    [...storage.objectTypes, ...storage.interfaceTypes].map(({ target, name }) => [target, name]),
  );
  const inSchema = (name: string | undefined) => name !== undefined && schema.getType(name) !== undefined;

  for (const resolver of storage.fieldResolvers) {
    const type = apiName.get(resolver.getObjectType?.());
    if (!inSchema(type)) continue;
    const at = `${type}.${resolver.schemaName}`;
    if (!onlySelected(resolver.target, resolver.methodName))
      yield `${at} has a resolver, which would not run: return selected()`;
    if (resolver.roles?.length) yield `${at} asks for roles, which would not be checked`;
    if (resolver.middlewares?.length) yield `${at} has a middleware, which would not run`;
  }
  for (const { name: type, fields } of [...storage.objectTypes, ...storage.interfaceTypes]) {
    if (!inSchema(type)) continue;
    for (const field of fields ?? []) {
      if (field.roles?.length) yield `${type}.${field.name} asks for roles, which would not be checked`;
      if (field.middlewares?.length) yield `${type}.${field.name} has a middleware, which would not run`;
    }
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || isSpecifiedScalarType(type)) continue;
    if (isScalarType(type) && !passesOn(type.serialize)) yield `${type.name} serializes, which would not happen`;
    if (isEnumType(type)) {
      for (const { name, value } of type.getValues())
        if (name !== value) yield `${type.name}.${name} stands for another value, which would be answered`;
    }
  }
}

/** The body of such a method does nothing but say so. */
function onlySelected(target: Function, method: string): boolean {
  try {
    const result: unknown = target.prototype[method].call(Object.create(target.prototype));
    if (result instanceof Promise) result.catch(() => undefined);
    return false;
  } catch (error) {
    return error instanceof ReadBySelection;
  }
}

function passesOn(serialize: (value: unknown) => unknown): boolean {
  const probe = "passed on as it is";
  try {
    return serialize(probe) === probe;
  } catch {
    return false;
  }
}
