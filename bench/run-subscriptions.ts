import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { request } from "undici";
import { fillRoom } from "./data.ts";
import type { Filled } from "./database.ts";
import { serveKith, signIn } from "./kith.ts";
import type { Asker } from "./operations.ts";
import type { Results, Subscriptions } from "./results.ts";
import type { Server } from "./servers.ts";
import type { Crowd, Told } from "./subscribers.ts";

const WEBSOCKETS = 2_000;
const EVENT_STREAMS = 200;
const OFFERS = 5;
const AT_ONCE = 50;
const PATIENCE_MS = 30_000;

/** One gateway, one community, all of whose members watch it: how long a new offer takes to reach the last of them. */
export async function measureSubscriptions(
  filled: Filled,
  say: (text: string) => void,
): Promise<Required<Pick<Results, "websockets" | "eventStreams">>> {
  const [author, ...subscribers] = await signIn(filled, await fillRoom(filled, WEBSOCKETS + 1));
  if (!author) throw new Error("the room is empty");
  const each = async (transport: Crowd["transport"], count: number) => {
    // each kind has a gateway of its own, so that the memory is its own
    const kith = await serveKith(filled, "10");
    try {
      return await watch(kith, author, { transport, subscribers: subscribers.slice(0, count) }, say);
    } finally {
      await kith.stop();
    }
  };
  return {
    eventStreams: await each("sse", EVENT_STREAMS),
    websockets: await each("websocket", WEBSOCKETS),
  };
}

async function watch(
  kith: Server,
  author: Asker,
  { transport, subscribers }: Pick<Crowd, "transport" | "subscribers">,
  say: (text: string) => void,
): Promise<Subscriptions> {
  const child = spawn("node", [join(import.meta.dirname, "subscribers.ts")], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  try {
    const opened = told(child, lines, (it) => "open" in it);
    const crowd: Crowd = { url: kith.url, transport, subscribers, atOnce: AT_ONCE };
    child.stdin.write(`${JSON.stringify(crowd)}\n`);
    await opened;
    say(`${subscribers.length} subscribers by ${transport}`);
    const first: number[] = [];
    const last: number[] = [];
    for (let n = 0; n < OFFERS; n++) {
      const reached = told(child, lines, (it) => "offer" in it);
      const asked = performance.timeOrigin + performance.now();
      await makeOffer(kith, author, n);
      const offer = (await reached) as Extract<Told, { offer: string }>;
      first.push(offer.first - asked);
      last.push(offer.last - asked);
    }
    return { subscribers: subscribers.length, first, last, memory: await kith.peakMemory() };
  } finally {
    child.stdin.end();
  }
}

/** The next line of that kind; a subscription lost, or nothing for too long, ends the run. */
function told(child: ChildProcess, lines: Interface, is: (it: Told) => boolean): Promise<Told> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error("the subscribers wait for too long")), PATIENCE_MS);
    const hear = (line: string) => {
      const it = JSON.parse(line) as Told;
      if ("lost" in it) reject(new Error(`a subscription was lost: ${it.lost}`));
      else if (is(it)) done(it);
    };
    const done = (it: Told) => {
      clearTimeout(patience);
      lines.off("line", hear);
      resolve(it);
    };
    lines.on("line", hear);
    child.once("exit", (code) => reject(new Error(`the subscribers ended with ${code}`)));
  });
}

async function makeOffer(kith: Server, { token, communityId }: Asker, n: number): Promise<void> {
  const { body } = await request(`${kith.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      "idempotency-key": `offer-${n}-${Date.now()}`,
    },
    body: JSON.stringify({
      query: `mutation Offer($input: CreateSupportOfferInput!) { createSupportOffer(input: $input) { supportOffer { id } } }`,
      variables: {
        input: { communityId, title: `A walk on day ${n}`, kinds: ["COMPANIONSHIP"], waysToMeet: ["MESSAGE"] },
      },
    }),
  });
  const answer = (await body.json()) as { errors?: unknown };
  if (answer.errors) throw new Error(`no offer: ${JSON.stringify(answer.errors)}`);
}
