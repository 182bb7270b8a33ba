/** The closed list of codes the API answers with; a finer `reason` may stand beside one. */
export const ErrorCode = {
  /** No valid credential. */
  UNAUTHENTICATED: "UNAUTHENTICATED",
  /** The caller may see the thing but not do this with it. */
  FORBIDDEN: "FORBIDDEN",
  /** It does not exist for the caller, which is also the answer for what one may not see. */
  NOT_FOUND: "NOT_FOUND",
  /** The input itself is wrong; `field` says where. */
  BAD_INPUT: "BAD_INPUT",
  /** The input is right but does not fit how things stand now. */
  CONFLICT: "CONFLICT",
  /** No place is left. */
  CAPACITY_REACHED: "CAPACITY_REACHED",
  CONSENT_REQUIRED: "CONSENT_REQUIRED",
  /** Asked too often; `retryAfter` says when to try again. */
  RATE_LIMITED: "RATE_LIMITED",
  QUERY_TOO_COSTLY: "QUERY_TOO_COSTLY",
  /** The Idempotency-Key was used before with another input. */
  IDEMPOTENCY_MISMATCH: "IDEMPOTENCY_MISMATCH",
  /** Kith cannot answer now; trying again later is safe. */
  UNAVAILABLE: "UNAVAILABLE",
  /** A fault of Kith's own. */
  INTERNAL: "INTERNAL",
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/** All codes, in the order of the list above. */
export const ERROR_CODES = Object.values(ErrorCode) as readonly ErrorCode[];
