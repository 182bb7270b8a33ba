import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { createKith, type Kith, KithError } from "../packages/sdk/dist/index.js";
import type { Home } from "./home.ts";

/** One request and what became of it. */
export interface Attempt {
  readonly kind: "READ" | "WRITE";
  readonly person: Person;
  /** A write's idempotency key, and the title of the offer it makes. */
  readonly key: string;
  /** `OK`, or the error's code. */
  readonly outcome: string;
  readonly id: string | null;
  readonly ms: number;
}

export interface Person {
  readonly externalId: string;
  readonly kith: Kith;
}

export interface Asking {
  /** Where to ask; each attempt goes to the next, as with a client that knows two addresses. */
  readonly urls: readonly string[];
  readonly retries: number;
}

/** Members of the home's partner, each with a client of their own. */
export function peopleAt(home: Home, count: number, { urls, retries }: Asking): Person[] {
  const [first = ""] = urls;
  let turn = 0;
  const nextOf: typeof fetch = (given, init) => {
    const url = new URL(given instanceof Request ? given.url : given);
    url.host = new URL(urls[turn++ % urls.length] ?? first).host;
    return fetch(url, init);
  };
  return home.members.slice(0, count).map(({ externalId, token }) => ({
    externalId,
    kith: createKith({ endpoint: first, getToken: async () => token, retries, fetch: nextOf, attemptTimeout: 20_000 }),
  }));
}

/** Makes an offer that no other attempt makes. The same key again is the same request again. */
export async function write(person: Person, key: string = randomUUID()): Promise<Attempt> {
  return attempt("WRITE", person, key, async () => {
    const input = { kinds: ["EMOTIONAL" as const], title: key };
    return (await person.kith.supportOffers.create(input, { idempotencyKey: key })).id;
  });
}

export const read = (person: Person): Promise<Attempt> =>
  attempt("READ", person, "", async () => {
    await person.kith.viewer();
    return null;
  });

async function attempt(
  kind: Attempt["kind"],
  person: Person,
  key: string,
  work: () => Promise<string | null>,
): Promise<Attempt> {
  const since = performance.now();
  const done = (outcome: string, id: string | null): Attempt => {
    return { kind, person, key, outcome, id, ms: performance.now() - since };
  };
  try {
    return done("OK", await work());
  } catch (error) {
    if (!(error instanceof KithError)) return done(String(error), null);
    return done(error.reason === "NETWORK" ? "NETWORK" : error.code, null);
  }
}

export interface Load {
  readonly attempts: readonly Attempt[];
  /** Until this many more have succeeded, or for 20 seconds. */
  succeed(more: number): Promise<void>;
  stop(): Promise<void>;
}

/** People who read and write in turn, again as soon as they are answered, a little later after a failure. */
export function startLoad(people: readonly Person[]): Load {
  const attempts: Attempt[] = [];
  let going = true;
  const clients = people.map(async (person) => {
    for (let turn = 0; going; turn++) {
      const done = turn % 2 === 0 ? await write(person) : await read(person);
      attempts.push(done);
      await wait(done.outcome === "OK" ? 5 : 150);
    }
  });
  const successes = () => attempts.filter(({ outcome }) => outcome === "OK").length;
  return {
    attempts,
    async succeed(more) {
      const enough = successes() + more;
      const until = performance.now() + 20_000;
      while (successes() < enough && performance.now() < until) await wait(20);
    },
    async stop() {
      going = false;
      await Promise.all(clients);
    },
  };
}
