import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLSchema,
  isInputType,
  Kind,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import { fault, isErrorCode } from "./errors.js";
import { LIMITS } from "./limits.js";

type Variables = Readonly<Record<string, unknown>>;

/** Deep nesting would exhaust the stack of whatever walks it later. */
export function checkDepth(variables: Variables): void {
  let level: unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > LIMITS.variablesDepth) throw fault("QUERY_TOO_COSTLY", { reason: "VARIABLES_TOO_DEEP" });
    level = level.flatMap((value) => (typeof value === "object" && value !== null ? Object.values(value) : []));
  }
}

/** graphql-js quotes the value that did not fit, which is something a person wrote: say where instead. */
export function variableError(schema: GraphQLSchema, error: GraphQLError, variables: Variables): GraphQLError {
  const definition = error.nodes?.[0];
  const { code, reason } = error.extensions;
  return fault(isErrorCode(code) ? code : "BAD_INPUT", {
    reason: typeof reason === "string" ? reason : "VARIABLE_INVALID",
    field: definition?.kind === Kind.VARIABLE_DEFINITION ? fieldOf(schema, definition, variables) : undefined,
    message: "A variable does not fit its type.",
  });
}

/** The path of the first part that does not fit, from the variable, which callers name like the argument it is for. */
function fieldOf(schema: GraphQLSchema, definition: VariableDefinitionNode, variables: Variables): string {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]);
  const value = variables[name];
  const paths: string[] = [];
  if (isInputType(type) && value !== undefined && value !== null) {
    coerceInputValue(value, type, (path) => paths.push(path.join(".")));
  }
  return paths[0] ? `${name}.${paths[0]}` : name;
}

/** Whether the executor refused before it ran anything, because a variable did not fit. */
export function isVariableError(error: GraphQLError): boolean {
  return error.path === undefined && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}
