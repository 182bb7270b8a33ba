import type { Writable } from "node:stream";
import pg from "pg";
import { checkPartner, checkStatement, loadStatementGuard, UnboundStatement } from "./statement-guard.js";

type Callback = (error: Error | null | undefined, result?: pg.QueryResult) => void;
interface Query {
  readonly text?: unknown;
  readonly values?: unknown;
}

/** The one way to PostgreSQL while Kith serves: every statement, whoever built it, passes the guard here. */
export class GuardedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // The pool listens only to clients that nobody uses. One lost between two statements of a transaction would end
    // the process; the next statement on it fails and says so.
    this.on("error", () => {});
  }

  override connect(): Promise<this>;
  override connect(callback: (error: Error | null) => void): void;
  override connect(callback?: (error: Error | null) => void): Promise<this> | void {
    if (!callback) return loadStatementGuard().then(() => super.connect() as unknown as Promise<this>);
    loadStatementGuard().then(() => super.connect(callback as (error: Error) => void), callback);
  }

  // The driver declares a dozen overloads; all come down to this.
  // oxlint-disable-next-line typescript/no-explicit-any
  override query(query: any, second?: any, third?: any): any {
    const callback: Callback | undefined = [third, second].find((given) => typeof given === "function");
    try {
      check(query, second);
    } catch (error) {
      if (!callback) return Promise.reject(error);
      process.nextTick(callback, error);
      return undefined;
    }
    const answer: unknown = super.query(query, second, third);
    // Heard before whoever asked hears of it, and gives the connection back.
    if (answer instanceof Promise) answer.catch((error: unknown) => this.#leaveDead(error));
    return answer;
  }

  /** What is asked before `begin` returns leaves in one packet: each write to the socket costs as much as the asking. */
  inOnePacket<T>(begin: () => T): T {
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    stream.cork();
    try {
      return begin();
    } finally {
      stream.uncork();
    }
  }

  /** A connection that gave no answer, not even that it took too long, is dead: the next to use it would wait as long. */
  #leaveDead(error: unknown): void {
    if (error instanceof Error && error.message === "Query read timeout") void this.end();
  }
}

function check(query: string | Query, given: unknown): void {
  const text = typeof query === "string" ? query : query.text;
  if (typeof text !== "string") throw new UnboundStatement("A statement's text cannot be seen.", "");
  const numbers = checkStatement(text);
  if (numbers.length === 0) return;
  const values = Array.isArray(given) || typeof query === "string" ? given : query.values;
  checkPartner(numbers, Array.isArray(values) ? values : [], text);
}
