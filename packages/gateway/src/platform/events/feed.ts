import type { ExecutionResult, GraphQLError } from "graphql";

type Taken = IteratorResult<ExecutionResult, undefined>;

/**
 * What one subscription has yet to be sent: the newest state of each object, in the order in which they last changed.
 * So a reader who is slow skips what is past, and one who is too slow is let go rather than waited for.
 */
export class Feed implements AsyncIterableIterator<ExecutionResult, undefined> {
  readonly #most: number;
  readonly #onEnd: () => void;
  #waiting = new Map<string, ExecutionResult>();
  #begun = false;
  #ending: GraphQLError | null = null;
  #ended = false;
  #taker: ((result: Taken) => void) | null = null;

  /** `most`: how many objects may wait. `onEnd`: once, however it ends. */
  constructor(most: number, onEnd: () => void) {
    this.#most = most;
    this.#onEnd = onEnd;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Sends off what must come first; what was pushed meanwhile is newer, and follows. */
  begin(first: readonly (readonly [object: string, event: ExecutionResult])[]): void {
    const since = this.#waiting;
    this.#waiting = new Map(first.filter(([object]) => !since.has(object)));
    for (const [object, event] of since) this.#waiting.set(object, event);
    this.#begun = true;
    this.#give();
  }

  /** False if too much waits already. */
  push(object: string, event: ExecutionResult): boolean {
    if (this.#ended) return true;
    this.#waiting.delete(object);
    if (this.#waiting.size >= this.#most) return false;
    this.#waiting.set(object, event);
    this.#give();
    return true;
  }

  /** Nothing more comes, not even what waits; with a fault, that is the last thing to come. */
  end(fault?: GraphQLError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#waiting.clear();
    this.#ending = fault ?? null;
    this.#give();
    this.#onEnd();
  }

  next(): Promise<Taken> {
    return new Promise((resolve) => {
      this.#taker = resolve;
      this.#give();
    });
  }

  async return(): Promise<Taken> {
    this.end();
    return { done: true, value: undefined };
  }

  throw(): Promise<Taken> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #give(): void {
    const taker = this.#taker;
    const result = taker && this.#take();
    if (!result) return;
    this.#taker = null;
    taker(result);
  }

  #take(): Taken | null {
    if (this.#ending) {
      const errors = [this.#ending];
      this.#ending = null;
      return { done: false, value: { errors } };
    }
    if (this.#ended) return { done: true, value: undefined };
    const first = this.#begun ? this.#waiting.entries().next() : { done: true as const, value: undefined };
    if (first.done) return null;
    const [object, event] = first.value;
    this.#waiting.delete(object);
    return { done: false, value: event };
  }
}
