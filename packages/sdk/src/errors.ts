/** Every code the gateway answers with. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_INPUT",
  "CONFLICT",
  "CAPACITY_REACHED",
  "CONSENT_REQUIRED",
  "RATE_LIMITED",
  "QUERY_TOO_COSTLY",
  "IDEMPOTENCY_MISMATCH",
  "UNAVAILABLE",
  "INTERNAL",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface KithErrorDetails {
  reason?: string | undefined;
  field?: string | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** The one error a call to Kith rejects with, but for an abort, which rejects with the signal's own reason. */
export class KithError extends Error {
  override readonly name = "KithError";
  /** From the closed list; `UNKNOWN_CODE` for one that is newer than this package (see `rawCode`). */
  readonly code: ErrorCode | "UNKNOWN_CODE";
  /** The code as it was answered. */
  readonly rawCode: string;
  /**
   * Finer than the code: the gateway's own (`NO_SEATS`, `TOKEN_EXPIRED`), or one made here: `NETWORK` (no answer),
   * `TIMEOUT`, `UNREADABLE` (not Kith's answer), `TOKEN_CALLBACK` (getToken failed), `MEMBER_CHANGED`, `MEMBER_NEEDED`,
   * `NO_WEB_SOCKET` (live updates need one).
   */
  readonly reason: string | undefined;
  /** The dotted path of the argument that was wrong: `input.kinds.0`, `first`. */
  readonly field: string | undefined;
  /** To name when asking whoever runs the gateway; the log holds the rest under it. */
  readonly requestId: string | undefined;
  /** Seconds to wait before trying again. */
  readonly retryAfter: number | undefined;

  constructor(code: string, message: string, details: KithErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = ERROR_CODES.find((known) => known === code) ?? "UNKNOWN_CODE";
    this.rawCode = code;
    this.reason = details.reason;
    this.field = details.field;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
  }
}
