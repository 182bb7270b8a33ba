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

/**
 * One error for each variable that does not fit. graphql-js quotes the value, which is something a person wrote, and
 * offers other names: say where instead.
 */
export function variableErrors(
  schema: GraphQLSchema,
  errors: readonly GraphQLError[],
  variables: Variables,
): GraphQLError[] {
  const first = new Map<VariableDefinitionNode, GraphQLError>();
  for (const error of errors) {
    const definition = definitionOf(error);
    if (definition && !first.has(definition)) first.set(definition, error);
  }
  return [...first].map(
    ([
      definition,
      {
        extensions: { code, reason },
      },
    ]) =>
      fault(isErrorCode(code) ? code : "BAD_INPUT", {
        reason: typeof reason === "string" ? reason : "VARIABLE_INVALID",
        field: fieldOf(schema, definition, variables),
        message: "A variable does not fit its type.",
      }),
  );
}

/** The path of the first part that does not fit, from the variable, which callers name like the argument it is for. */
function fieldOf(schema: GraphQLSchema, definition: VariableDefinitionNode, variables: Variables): string {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]);
  const value = variables[name];
  if (!isInputType(type) || value === undefined || value === null) return name;
  try {
    coerceInputValue(value, type, (path) => {
      throw new Misfit(path);
    });
  } catch (error) {
    if (error instanceof Misfit) return [name, ...error.path].join(".");
    throw error;
  }
  return name;
}

/** Ends the search: there may be as many parts that do not fit as a body has room for. */
class Misfit extends Error {
  constructor(readonly path: readonly (string | number)[]) {
    super();
  }
}

/** Whether the executor refused before it ran anything, because a variable did not fit. */
export function isVariableError(error: GraphQLError): boolean {
  return definitionOf(error) !== undefined;
}

function definitionOf({ path, nodes }: GraphQLError): VariableDefinitionNode | undefined {
  const node = nodes?.[0];
  return path === undefined && node?.kind === Kind.VARIABLE_DEFINITION ? node : undefined;
}
