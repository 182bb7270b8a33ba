import { join } from "node:path";
import { compareAnswers } from "./compare-answers.ts";
import { chooseAskers } from "./data.ts";
import type { Filled } from "./database.ts";
import { serveKith, signIn, timeFirstAnswer } from "./kith.ts";
import { measure, turned } from "./measure.ts";
import type { Operation } from "./operations.ts";
import type { Load, Measured, Results } from "./results.ts";
import { answers, portLine, type Server, startServer } from "./servers.ts";

const POOL = "10";
const script = (name: string) => ["node", join(import.meta.dirname, name)];

/** All servers on one database, in turn. */
export async function measureServers(
  filled: Filled,
  operations: readonly Operation[],
  load: Load,
  say: (text: string) => void,
): Promise<Pick<Results, "operations" | "memory" | "startUp">> {
  const askers = await signIn(filled, await chooseAskers(filled.url, 400));
  say("starting servers");
  const env = { DATABASE_URL: filled.url, POOL, NODE_ENV: "production", GRAPHILE_ENV: "production" };
  const servers: Server[] = [];
  try {
    const kith = await serveKith(filled, POOL);
    servers.push(
      kith,
      await startServer("floor", script("floor.ts"), env, portLine),
      await startServer("postgraphile", script("postgraphile.ts"), env, portLine),
      await startServer("postgraphileByHand", script("postgraphile.ts"), { ...env, PLANS: "by-hand" }, portLine),
      await startServer("textbook", script("textbook.ts"), env, portLine),
    );
    say(`answers agree: ${await compareAnswers(servers, askers.slice(0, 12))} compared`);

    const idle = await kith.memory();
    const seen: Partial<Record<string, Partial<Record<string, Measured[]>>>> = {};
    for (let round = 0; round < load.rounds; round++) {
      for (const operation of operations) {
        const asked = servers.filter((server) => answers(server, operation));
        for (const server of turned(asked, round)) {
          const measured = await measure({ server, askers }, operation, load);
          const of = (seen[operation.name] ??= {});
          of[server.name] = [...(of[server.name] ?? []), measured];
        }
      }
      say(`round ${round + 1} of ${load.rounds}`);
    }
    const [first] = askers;
    if (!first) throw new Error("nobody asks");
    const memory = { idle, loaded: await kith.peakMemory() };
    return { operations: seen as Results["operations"] & {}, memory, startUp: await timeFirstAnswer(filled, first) };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}
