import type { ErrorCode } from "@kith/core/values";
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { checkDepth, isVariableError, variableErrors } from "./check-variables.js";
import type { Context } from "./context.js";
import { answersAtRoot } from "./deliver.js";
import { codeOf, fault, formatError } from "./errors.js";
import { isRefused, type Prepared, preparing } from "./prepare.js";

const MOST_ERRORS = 5;

export interface Request {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Answer {
  /** Without `data` nothing was run. */
  readonly result: ExecutionResult;
  /** The first error's code. */
  readonly outcome: "OK" | ErrorCode;
  /** What the caller named the operation that ran. */
  readonly operationName: string | null;
}

export interface DoorOptions {
  readonly schema: GraphQLSchema;
  /** The schema may be asked about, and errors explain it. */
  readonly development: boolean;
  /** Called before each operation that runs. */
  onOperation?(context: Context, prepared: Prepared): void;
}

/**
 * The one door: whatever brings a request, here it meets the limits, is priced and run, and its errors are masked.
 * Never rejects.
 */
export function door({ schema, development, onOperation }: DoorOptions) {
  const prepare = preparing({ schema, development });
  const rooted = answersAtRoot(schema);

  async function run({ document, operationName, variables }: Request, context: Context): Promise<Ran> {
    checkDepth(variables);
    const prepared = prepare(document, operationName);
    if (isRefused(prepared)) return { result: { errors: prepared } };
    if (context.viewer === null && !(development && prepared.onlyIntrospects)) {
      throw fault("UNAUTHENTICATED", { reason: "CREDENTIAL_MISSING" });
    }
    prepared.checkPrice(variables);
    onOperation?.(context, prepared);
    const result = await execute({
      // What the schema says of itself is found by walking the schema that says it.
      schema: prepared.introspects ? schema : rooted,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
      options: { maxCoercionErrors: MOST_ERRORS },
    });
    return { result: presentable(result, variables, context), operation: prepared.operation };
  }

  function presentable({ data, errors }: ExecutionResult, variables: Request["variables"], context: Context) {
    if (!errors) return { data: data ?? null };
    if (data === undefined && errors.some(isVariableError))
      return { errors: variableErrors(schema, errors, variables) };
    const shown = errors
      .slice(0, data === undefined ? MOST_ERRORS : errors.length)
      .map((error) => formatError(error, context));
    return data === undefined ? { errors: shown } : { data, errors: shown };
  }

  return async function answer(request: Request, context: Context): Promise<Answer> {
    const { result, operation } = await run(request, context).catch((error: unknown): Ran => {
      return { result: { errors: [formatError(located(error), context)] } };
    });
    const first = result.errors?.[0];
    return { result, outcome: first ? codeOf(first) : "OK", operationName: operation?.name?.value ?? null };
  };
}

interface Ran {
  readonly result: ExecutionResult;
  readonly operation?: OperationDefinitionNode;
}

function located(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError("", {
    originalError: error instanceof Error ? error : new Error("Something was thrown that is no error"),
  });
}
