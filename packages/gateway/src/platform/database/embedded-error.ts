export type EmbeddedPostgresProblem =
  /** Another postmaster runs in the same folder. */
  | "ALREADY_RUNNING"
  | "PORT_TAKEN"
  /** No binaries for this system are installed. */
  | "NO_BINARIES"
  /** The folder holds the data of another major version. */
  | "OTHER_VERSION"
  /** Root cannot run PostgreSQL, and the folder cannot be reached by the user it would run as. */
  | "OUT_OF_REACH"
  | "FAILED";

export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";
  readonly problem: EmbeddedPostgresProblem;

  constructor(problem: EmbeddedPostgresProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}
