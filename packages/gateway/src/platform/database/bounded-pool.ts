import pg from "pg";
import { DatabaseUnavailable } from "./unavailable.js";

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/** A pool that says no at once when too many already wait, and whose failures to connect are DatabaseUnavailable. */
export class BoundedPool extends pg.Pool {
  readonly #maxWaiting: number;

  constructor(config: pg.PoolConfig, maxWaiting: number) {
    super(config);
    this.#maxWaiting = maxWaiting;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    if (!callback) {
      return new Promise((resolve, reject) => {
        this.connect((error, client) => (client ? resolve(client) : reject(error)));
      });
    }
    if (this.waitingCount >= this.#maxWaiting) {
      process.nextTick(
        callback,
        new DatabaseUnavailable("Too many statements wait for a connection."),
        undefined,
        nothing,
      );
      return;
    }
    super.connect((error, client, done) => {
      callback(error && new DatabaseUnavailable("No connection to the database.", { cause: error }), client, done);
    });
  }
}

const nothing = (): void => {};
