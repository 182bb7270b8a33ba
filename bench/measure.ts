import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Round, Seen } from "./load.ts";
import type { Asker, Operation } from "./operations.ts";
import type { Load, Measured } from "./results.ts";
import type { Server } from "./servers.ts";

const WARM_UP_SECONDS = 1;

/** A server with the people who ask it. */
export interface Asked {
  readonly server: Server;
  readonly askers: readonly Asker[];
}

/** One round of one operation at one server, by a load generator of its own. Throws at the first wrong answer. */
export async function measure({ server, askers }: Asked, operation: Operation, load: Load): Promise<Measured> {
  const before = await server.cpu();
  const seen = await generate({
    url: server.url,
    server: server.name,
    operation: operation.name,
    askers,
    connections: load.connections,
    seconds: load.seconds,
    warmUpSeconds: WARM_UP_SECONDS,
  });
  if (seen.wrong) throw new Error(`${server.name} failed ${seen.wrong} of ${operation.name}`);
  const cpu = ((await server.cpu()) - before) / seen.answers;
  return { perSecond: seen.perSecond, p50: seen.p50, p99: seen.p99, cpu };
}

/** In each round another begins, so that none always has the warm or the cold machine. */
export const turned = <T>(all: readonly T[], round: number): T[] => [
  ...all.slice(round % all.length),
  ...all.slice(0, round % all.length),
];

function generate(round: Round): Promise<Seen> {
  const child = spawn("node", [join(import.meta.dirname, "load.ts")], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(round));
  let text = "";
  child.stdout.on("data", (part) => {
    text += part;
  });
  return new Promise((resolve, reject) =>
    child.once("close", (code) =>
      code === 0 ? resolve(JSON.parse(text) as Seen) : reject(new Error(`load ended with ${code}`)),
    ),
  );
}
