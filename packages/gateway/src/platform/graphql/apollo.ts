import { ApolloServer, type ApolloServerOptionsWithGateway, HeaderMap } from "@apollo/server";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { ErrorCode } from "@kith/core/values";
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import type { Answer, Request } from "./answer.js";
import type { Context } from "./context.js";
import { documentError } from "./document-error.js";
import { codeOf, fault, isErrorCode } from "./errors.js";
import { stringifyAnswer } from "./finished-json.js";
import { LIMITS } from "./limits.js";
import { statusFor } from "./status.js";

const JSON_TYPE = "application/json; charset=utf-8";

/** What travels with a request through Apollo. */
interface Passage {
  readonly context: Context;
  answer: Answer | null;
}

export interface HttpQuestion {
  /** The parsed JSON of the body. */
  readonly body: unknown;
  readonly contentType: string;
  readonly accept: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** For the books: the first error's code. */
  readonly outcome: "OK" | ErrorCode;
  readonly operationName: string | null;
}

export interface Apollo {
  answer(question: HttpQuestion, context: Context): Promise<HttpAnswer>;
  stop(): Promise<void>;
}

/**
 * Apollo Server in front of the door: it knows how GraphQL travels over HTTP and remembers parsed documents. Validation
 * is the door's, so that what comes by another way meets the same.
 */
export async function startApollo(options: {
  readonly schema: GraphQLSchema;
  readonly development: boolean;
  answer(request: Request, context: Context): Promise<Answer>;
}): Promise<Apollo> {
  const { schema, development, answer } = options;
  const gateway: ApolloServerOptionsWithGateway<object>["gateway"] = {
    load: async () => ({
      executor: async ({ document, request, context }) => {
        const { passage } = context as { passage: Passage };
        const asked = { document, operationName: request.operationName ?? null, variables: request.variables ?? {} };
        passage.answer = await answer(asked, passage.context);
        return passage.answer.result;
      },
    }),
    onSchemaLoadOrUpdate(loaded) {
      loaded({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    stop: async () => undefined,
  };
  const server = new ApolloServer<{ passage: Passage }>({
    gateway,
    introspection: development,
    dangerouslyDisableValidation: true,
    parseOptions: { maxTokens: LIMITS.tokens },
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult: stringifyAnswer,
    formatError: (formatted, error) => presented(formatted, error, development),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing about a request ever goes anywhere else, whatever stands in the environment.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
  await server.start();

  return {
    async answer({ body, contentType, accept }, context) {
      const passage: Passage = { context, answer: null };
      const headers = new HeaderMap([["content-type", contentType]]);
      if (accept !== undefined) headers.set("accept", accept);
      const answered = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: "POST", headers, search: "", body },
        context: async () => ({ passage }),
      });
      if (answered.body.kind !== "complete") throw new Error("An answer in parts was not asked for");
      return {
        status: statusOf(answered.status ?? 200, passage.answer),
        contentType: answered.headers.get("content-type") ?? JSON_TYPE,
        body: answered.body.string,
        outcome: passage.answer?.outcome ?? "BAD_INPUT",
        operationName: passage.answer?.operationName ?? null,
      };
    },
    stop: () => server.stop(),
  };
}

/** Faults of the door leave as they are; Apollo's own are about a request that never was one. */
function presented(formatted: GraphQLFormattedError, error: unknown, development: boolean): GraphQLFormattedError {
  if (isErrorCode(formatted.extensions?.code)) return formatted;
  if (!(error instanceof GraphQLError)) return INTERNAL;
  const cause = error.originalError;
  switch (formatted.extensions?.code) {
    case ApolloServerErrorCode.GRAPHQL_PARSE_FAILED:
      return documentError(cause instanceof GraphQLError ? cause : error, development).toJSON();
    case ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE:
      return cause instanceof GraphQLError ? cause.toJSON() : INTERNAL;
    case ApolloServerErrorCode.BAD_REQUEST:
    case ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED:
      return fault("BAD_INPUT", { reason: "REQUEST_MALFORMED", message: error.message }).toJSON();
    default:
      return INTERNAL;
  }
}
const INTERNAL = fault("INTERNAL").toJSON();

/** GraphQL answers 200 to what was run, whatever came of it; another status says that the whole request failed. Without an answer of the door's it never got that far. */
function statusOf(apollos: number, answer: Answer | null): number {
  if (!answer) return Math.max(apollos, 400);
  const { data, errors = [] } = answer.result;
  if (data === undefined) return statusFor(answer.outcome);
  const nothing = !data || Object.values(data).every((value) => value === null);
  return nothing && errors.length > 0 && errors.every((error) => codeOf(error) === "UNAVAILABLE") ? 503 : 200;
}
