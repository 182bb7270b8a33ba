import { ConfigError } from "../config.js";
import { isUnavailable } from "../platform/database/unavailable.js";
import { describeError } from "../platform/graphql/describe-error.js";

export const EXIT = {
  OK: 0,
  /** It was understood and could not be done. */
  FAILED: 1,
  /** The command line or the environment is wrong. */
  USAGE: 2,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

const NOTHING_RUNS = "To work with the demo, run npm start in this folder first and leave it running.";

/** Something went wrong that one sentence explains. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  constructor(
    message: string,
    readonly exit: Exit = EXIT.FAILED,
  ) {
    super(message);
  }
}

/** The lines to say on standard error, and the code to end with. Never a value of the environment. */
export function explain(error: unknown): { lines: readonly string[]; exit: Exit } {
  if (error instanceof ConfigError) {
    const lost = error.faults.includes("DATABASE_URL is needed") ? [NOTHING_RUNS] : [];
    return { lines: [...error.faults, ...lost], exit: EXIT.USAGE };
  }
  if (error instanceof CommandError) return { lines: [error.message], exit: error.exit };
  const cause = error instanceof Error && error.cause !== undefined && codeOf(error) === "" ? error.cause : error;
  return { lines: [sentenceFor(cause, error)], exit: EXIT.FAILED };
}

function sentenceFor(cause: unknown, error: unknown): string {
  const code = codeOf(cause);
  switch (code) {
    case "EADDRINUSE":
      return "The port is taken: set PORT to another one.";
    case "EACCES":
      return "This user may not listen on that port: set PORT to another one.";
    case "28P01":
    case "28000":
      return "The database refused the user or the password in DATABASE_URL.";
    case "3D000":
      return "The database named in DATABASE_URL does not exist.";
    case "42P01":
      return "The database has no tables of Kith yet: run kith migrate.";
    case "42501":
      return "The user in DATABASE_URL lacks a right this needs.";
    default:
  }
  if (isUnavailable(error) || isUnavailable(cause)) return `The database cannot be reached${code && ` (${code})`}.`;
  // Its message may quote a value, which may be someone's words or a secret.
  return `Something unexpected happened: ${JSON.stringify(describeError(error))}`;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? code : "";
}
