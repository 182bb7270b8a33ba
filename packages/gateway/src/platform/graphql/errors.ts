import type { ErrorCode } from "@kith/core/values";
import { GraphQLError } from "graphql";
import { isUnavailable } from "../database/unavailable.js";
import type { Log } from "./context.js";
import { describeError } from "./describe-error.js";

/** A plain sentence each, for the developer's console; what people read is the widgets' catalogue. */
const SENTENCES: Record<ErrorCode, string> = {
  UNAUTHENTICATED: "This needs a valid credential.",
  FORBIDDEN: "The caller may not do this.",
  NOT_FOUND: "There is no such thing for this caller.",
  BAD_INPUT: "Something that was sent is not as it should be.",
  CONFLICT: "This cannot be done as things stand.",
  CAPACITY_REACHED: "No place is left.",
  CONSENT_REQUIRED: "The member has not consented to this.",
  RATE_LIMITED: "Too many requests; try again later.",
  QUERY_TOO_COSTLY: "This asks for too much at once.",
  IDEMPOTENCY_MISMATCH: "This Idempotency-Key was used before with another input.",
  UNAVAILABLE: "Kith cannot answer right now; try again soon.",
  INTERNAL: "Something went wrong here; it is logged under the request id.",
};

export interface FaultDetails {
  readonly reason?: string | undefined;
  /** The dotted path of what was wrong in the input. */
  readonly field?: string | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
  /** Instead of the code's own sentence. Never holds what the caller or anyone else wrote. */
  readonly message?: string | undefined;
  /** Figures that belong to the code, such as a cost and its limit. */
  readonly figures?: Readonly<Record<string, number>> | undefined;
}

/** The one way to refuse: a code of the closed list, and what may be told about it. */
export function fault(
  code: ErrorCode,
  { reason, field, retryAfter, message, figures }: FaultDetails = {},
): GraphQLError {
  const extensions: Record<string, unknown> = { code };
  if (reason !== undefined) extensions.reason = reason;
  if (field !== undefined) extensions.field = field;
  if (retryAfter !== undefined) extensions.retryAfter = retryAfter;
  return new GraphQLError(message ?? SENTENCES[code], { extensions: { ...extensions, ...figures } });
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(SENTENCES, code);
}

/** The code an error answers with, once it is formatted. */
export function codeOf(error: { readonly extensions?: Readonly<Record<string, unknown>> | undefined }): ErrorCode {
  const code = error.extensions?.code;
  return isErrorCode(code) ? code : "INTERNAL";
}

/** What leaves the house: a fault as it is, a database that is away as UNAVAILABLE, all else masked and logged. */
export function formatError(error: GraphQLError, { requestId, log }: { requestId: string; log: Log }): GraphQLError {
  const code = error.extensions.code;
  if (isErrorCode(code) && code !== "INTERNAL") return error;
  const cause = error.originalError ?? error;
  const unavailable = isUnavailable(cause);
  log[unavailable ? "warn" : "error"](
    { requestId, error: describeError(cause) },
    unavailable ? "database away" : "unexpected error",
  );
  const masked = unavailable ? fault("UNAVAILABLE") : internal(requestId);
  return new GraphQLError(masked.message, {
    nodes: error.nodes ?? null,
    path: error.path,
    extensions: masked.extensions,
  });
}

export function internal(requestId: string): GraphQLError {
  return new GraphQLError(SENTENCES.INTERNAL, { extensions: { code: "INTERNAL", requestId } });
}
