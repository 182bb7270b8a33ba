/** Why an input was not taken: the `message` of every issue a schema raises, and `extensions.reason` in the API. */
export const INPUT_REASONS = [
  /** Left out or null where something must stand. */
  "REQUIRED",
  /** Of another type than asked for. */
  "WRONG_TYPE",
  /** Nothing a reader would see: empty, white space or invisible characters only. */
  "EMPTY",
  "TOO_LONG",
  "TOO_FEW",
  "TOO_MANY",
  /** The same item twice where each may stand once. */
  "REPEATED",
  /** NUL or another control character; line breaks and tabs too where one line is asked for. */
  "CONTROL_CHARACTER",
  /** Half of a surrogate pair, which is not text. */
  "BROKEN_TEXT",
  /** A number that is not whole, too small or too large. */
  "OUT_OF_RANGE",
  /** Not one of the values listed. */
  "UNKNOWN_VALUE",
  /** Not an IANA time zone such as `Europe/Madrid`. */
  "NOT_A_TIME_ZONE",
  /** Not a BCP 47 language tag such as `pt-BR`. */
  "NOT_A_LANGUAGE",
  /** Not an instant. */
  "NOT_AN_INSTANT",
  /** An external id with white space at an end. */
  "NOT_TRIMMED",
  /** An external id that looks like an e-mail address. */
  "LOOKS_LIKE_EMAIL",
  /** Not an origin exactly as browsers send it: `https://clinic.example`. */
  "NOT_AN_ORIGIN",
  /** A check-in in which nothing was answered. */
  "NO_ANSWER",
  /** More facilitators than the new community has seats. */
  "COMMUNITY_FULL",
] as const;
/** One of the reasons above. */
export type InputReason = (typeof INPUT_REASONS)[number];

/** The message of a schema: `REQUIRED` where nothing was given, else this reason. */
export const reasonOr =
  (reason: InputReason) =>
  (issue: { readonly input: unknown }): InputReason =>
    issue.input === undefined || issue.input === null ? "REQUIRED" : reason;
