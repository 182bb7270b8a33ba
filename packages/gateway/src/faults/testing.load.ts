import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { TestGateway } from "../platform/http/testing.js";
import type { TestMember } from "../platform/http/testing.partner.js";

const DEEDS = ["READ", "CHECK_IN", "OFFER"] as const;
type Deed = (typeof DEEDS)[number];

/** One request under load and what became of it. */
export interface Attempt {
  readonly deed: Deed;
  readonly as: TestMember;
  /** Its Idempotency-Key; an offer is titled with it. */
  readonly key: string;
  /** No two check-ins were felt at the same instant, so each can be told from the others. */
  readonly recordedAt: string;
  /** `OK`, or the codes of its errors. */
  readonly outcome: string;
  readonly status: number;
  /** Of what was written. */
  readonly id: string | null;
  readonly ms: number;
}

export interface Load {
  readonly attempts: readonly Attempt[];
  /** Until this many more have succeeded. */
  succeed(more: number): Promise<void>;
  stop(): Promise<void>;
}

const READ = "{ viewer { member { id } supportOffers(first: 3) { nodes { id title } } } }";
const CHECK_IN =
  "mutation ($input: RecordPulseCheckInInput!) { it: recordPulseCheckIn(input: $input) { it: checkIn { id } } }";
const OFFER =
  "mutation ($input: CreateSupportOfferInput!) { it: createSupportOffer(input: $input) { it: supportOffer { id } } }";

/** People who ask again as soon as they are answered, a little later when they were refused. */
export function startLoad(gateway: TestGateway, people: readonly TestMember[]): Load {
  const attempts: Attempt[] = [];
  const from = Date.now();
  const mark = randomUUID();
  let going = true;
  const clients = people.map(async (as, n) => {
    for (let turn = 0; going; turn++) {
      const deed = DEEDS[turn % DEEDS.length] as Deed;
      const recordedAt = new Date(from - (turn * people.length + n)).toISOString();
      const done = await attempt(gateway, { deed, as, key: `${mark}-${n}-${turn}`, recordedAt });
      attempts.push(done);
      await wait(done.outcome === "OK" ? 2 : 25);
    }
  });
  const succeeded = () => attempts.filter(({ outcome }) => outcome === "OK").length;
  return {
    attempts,
    async succeed(more) {
      const enough = succeeded() + more;
      const until = performance.now() + 20_000;
      while (succeeded() < enough) {
        if (performance.now() > until) throw new Error(`Only ${succeeded()} of ${enough} succeeded in time.`);
        await wait(10);
      }
    },
    async stop() {
      going = false;
      await Promise.all(clients);
    },
  };
}

/** The same request as one that was made before has the same key and the same input. */
export async function attempt(
  gateway: TestGateway,
  { deed, as, key, recordedAt }: Pick<Attempt, "deed" | "as" | "key" | "recordedAt">,
): Promise<Attempt> {
  const since = performance.now();
  const options = { as, headers: { "idempotency-key": key } };
  const { status, data, errors } =
    deed === "READ"
      ? await gateway.graphql(READ, {}, { as })
      : deed === "CHECK_IN"
        ? await gateway.graphql(CHECK_IN, { input: { mood: 3, recordedAt } }, options)
        : await gateway.graphql(OFFER, { input: { kinds: ["EMOTIONAL"], title: key } }, options);
  const outcome = errors ? errors.map(({ extensions }) => extensions.code).join() : "OK";
  const id: string | null = data?.it?.it.id ?? null;
  return { deed, as, key, recordedAt, outcome, status, id, ms: performance.now() - since };
}
