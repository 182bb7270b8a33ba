import type { ErrorCode } from "@kith/core/values";
import {
  createSourceEventStream,
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
import { isRefused, type Prepared, preparing, type Refused } from "./prepare.js";

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

/** What a subscription brings: until its reader returns, or it ends by itself. */
export type Opened = AsyncIterableIterator<ExecutionResult>;

/** Neither ever rejects. */
export interface Door {
  answer(request: Request, context: Context): Promise<Answer>;
  /** For what brings a subscription, and can bring more than one answer back. */
  open(request: Request, context: Context): Promise<Opened | Answer>;
}

/**
 * The one door: whatever brings a request, here it meets the limits, is priced and run, and its errors are masked.
 */
export function door({ schema, development, onOperation }: DoorOptions): Door {
  const prepare = preparing({ schema, development });
  const rooted = answersAtRoot(schema);

  /** An operation that may run, or why the document holds none. */
  function admit({ document, operationName, variables }: Request, context: Context, live: boolean): Prepared | Refused {
    checkDepth(variables);
    const prepared = prepare(document, operationName);
    if (isRefused(prepared)) return prepared;
    const { operation } = prepared.operation;
    if (!live && operation === "subscription") throw fault("BAD_INPUT", { reason: "SUBSCRIPTION_BY_POST" });
    if (live && operation !== "subscription") throw fault("BAD_INPUT", { reason: "SUBSCRIPTION_NEEDED" });
    if (context.viewer === null && !(development && prepared.onlyIntrospects)) {
      throw fault("UNAUTHENTICATED", { reason: "CREDENTIAL_MISSING" });
    }
    prepared.checkPrice(variables);
    onOperation?.(context, prepared);
    return prepared;
  }

  const argumentsOf = ({ document, operationName, variables }: Request, context: Context) => ({
    document,
    operationName,
    variableValues: variables,
    contextValue: context,
    options: { maxCoercionErrors: MOST_ERRORS },
  });

  async function run(request: Request, context: Context): Promise<Ran> {
    const prepared = admit(request, context, false);
    if (isRefused(prepared)) return { result: { errors: prepared } };
    // What the schema says of itself is found by walking the schema that says it.
    const result = await execute({ schema: prepared.introspects ? schema : rooted, ...argumentsOf(request, context) });
    return { result: presentable(result, request.variables, context), operation: prepared.operation };
  }

  async function subscribe(request: Request, context: Context): Promise<Opened | Ran> {
    const prepared = admit(request, context, true);
    if (isRefused(prepared)) return { result: { errors: prepared } };
    const source = await createSourceEventStream({ schema: rooted, ...argumentsOf(request, context) });
    // Its events are finished answers, as a root resolver's are, so that there is nothing left to execute.
    if (Symbol.asyncIterator in source) return source as Opened;
    return { result: presentable(source, request.variables, context), operation: prepared.operation };
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

  const failed = (error: unknown, context: Context): Ran => {
    return { result: { errors: [formatError(located(error), context)] } };
  };
  return {
    answer: async (request, context) => answerOf(await run(request, context).catch((error) => failed(error, context))),
    async open(request, context) {
      const opened = await subscribe(request, context).catch((error) => failed(error, context));
      return "result" in opened ? answerOf(opened) : opened;
    },
  };
}

function answerOf({ result, operation }: Ran): Answer {
  const first = result.errors?.[0];
  return { result, outcome: first ? codeOf(first) : "OK", operationName: operation?.name?.value ?? null };
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
