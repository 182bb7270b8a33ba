import pg from "pg";
import { DatabaseUnavailable } from "./unavailable.js";

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: unknown) => void,
) => void;

/** When none has come back for so long while someone waits, none is about to: of a crowd, one is served all the time. */
const STALLED_MS = 500;
/** What the pool says of a connection that did not come in time. */
const IN_VAIN = /timeout/i;

/**
 * A pool that says no at once when waiting is no use: when too many already do, or when connections do not come back.
 * Then one at a time may wait to find out whether they do again. Its failures to connect are DatabaseUnavailable.
 */
export class BoundedPool extends pg.Pool {
  readonly #maxWaiting: number;
  /** When each that waits began to, the longest first. */
  readonly #waiting = new Set<{ readonly since: number }>();
  /** The last that waited did so in vain. */
  #inVain = false;
  #servedAt = Number.NEGATIVE_INFINITY;

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
    if (this.waitingCount >= this.#maxWaiting || this.#isStalled()) {
      process.nextTick(
        callback,
        new DatabaseUnavailable("No connection to the database is to be had soon."),
        undefined,
        nothing,
      );
      return;
    }
    const mine = { since: performance.now() };
    this.#waiting.add(mine);
    super.connect((error, client, done) => {
      this.#waiting.delete(mine);
      if (client) this.#servedAt = performance.now();
      this.#inVain = error !== undefined && IN_VAIN.test(error.message);
      callback(error && new DatabaseUnavailable("No connection to the database.", { cause: error }), client, done);
    });
  }

  #isStalled(): boolean {
    if (this.idleCount > 0) return false;
    const [longest] = this.#waiting;
    if (longest === undefined) return false;
    return this.#inVain || performance.now() - Math.max(longest.since, this.#servedAt) > STALLED_MS;
  }
}

const nothing = (): void => {};
