/** What HTTP itself is held to. */
export interface HttpLimits {
  readonly bodyBytes: number;
  /** For the whole body to arrive. */
  readonly bodyMs: number;
  readonly headersMs: number;
  /** For the whole answer to be worked out. */
  readonly answerMs: number;
  /** How long an idle connection is kept; longer than the usual proxy's 60 s, so that it is the proxy who closes. */
  readonly keepAliveMs: number;
  /** For everything under way to end, once told to stop. */
  readonly drainMs: number;
}

export const HTTP_LIMITS: HttpLimits = {
  bodyBytes: 256 * 1024,
  bodyMs: 10_000,
  headersMs: 10_000,
  answerMs: 15_000,
  keepAliveMs: 65_000,
  drainMs: 10_000,
};
