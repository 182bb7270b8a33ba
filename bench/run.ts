/**
 * `npm run bench`: Kith with its protections on, against the raw floor and the textbook, on the same data in one run.
 * Rounds are interleaved and their medians compared as ratios, because absolute figures drift on shared machines.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { compareAnswers } from "./compare-answers.ts";
import { chooseAskers, loadData, NORMAL } from "./data.ts";
import { openKith } from "./kith.ts";
import type { Round, Seen } from "./load.ts";
import { type Asker, OPERATIONS, type OperationName } from "./operations.ts";
import { type Figures, judge, type Measured, writeReport } from "./report.ts";
import { type Server, startServer } from "./servers.ts";

const here = import.meta.dirname;
const option = (name: string, otherwise: number) =>
  Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise);
const rounds = option("rounds", 3);
const seconds = option("seconds", 4);
const warmUpSeconds = option("warm-up", 1.5);
const only = process.argv.find((arg) => arg.startsWith("--only="))?.split("=")[1];
const connections = 32;
const pool = "10";
const portLine = (line: string) =>
  line.startsWith('{"port"') ? (JSON.parse(line) as { port: number }).port : undefined;

function load(round: Round): Promise<Seen> {
  const child = spawn("node", [join(here, "load.ts")], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(round));
  let text = "";
  child.stdout.on("data", (part) => {
    text += part;
  });
  return new Promise((resolve, reject) =>
    child.once("exit", (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`load ended with ${code}`)),
    ),
  );
}

const say = (text: string) => console.error(`${process.uptime().toFixed(0).padStart(4)} s  ${text}`);
const directory = join(here, ".data");
const kith = await openKith(directory, process.argv.includes("--reuse"));
const servers: Server[] = [];
let passed = false;
try {
  const partners = kith.kept ?? (await kith.makePartners(NORMAL.partners));
  if (!kith.kept) {
    say("loading data");
    await loadData(
      kith.url,
      NORMAL,
      partners.map(({ partnerId }) => partnerId),
    );
    await kith.keep(partners);
  }
  const askers: Asker[] = await kith.signIn(await chooseAskers(kith.url, 400), partners);
  say("starting servers");
  const env = { DATABASE_URL: kith.url, POOL: pool };
  servers.push(
    await startServer("floor", ["node", join(here, "floor.ts")], env, portLine),
    await kith.serve(pool),
    await startServer("textbook", ["node", join(here, "textbook.ts")], env, portLine),
  );
  say(`answers agree: ${await compareAnswers(servers, askers.slice(0, 12))} compared`);

  const seen = new Map<string, Measured[]>();
  const memory = { idle: await kith.memory(), loaded: 0 };
  for (let round = 0; round < rounds; round++) {
    for (const { name, kind } of OPERATIONS.filter(({ name }) => only === undefined || name === only)) {
      const runners = servers.filter((server) => kind === "read" || server.name !== "textbook");
      // every round begins with another server, so that none always has the warm or the cold machine
      for (const server of [...runners.slice(round % runners.length), ...runners.slice(0, round % runners.length)]) {
        const before = await server.cpu();
        const result = await load({
          url: server.url,
          operation: name as OperationName,
          askers,
          connections,
          seconds,
          warmUpSeconds,
        });
        if (result.wrong) throw new Error(`${server.name} failed ${result.wrong} of ${name}`);
        const cpu = ((await server.cpu()) - before) / result.answers;
        const key = `${server.name} ${name}`;
        seen.set(key, [...(seen.get(key) ?? []), { ...result, cpu }]);
        memory.loaded = Math.max(memory.loaded, await kith.memory());
      }
    }
    say(`round ${round + 1} of ${rounds}`);
  }
  const figures: Figures = { seen, memory, startUp: await kith.timeFirstAnswer(), rounds, seconds, connections };
  await writeReport(join(here, "README.md"), figures);
  passed = judge(figures);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await kith.close();
}
process.exitCode = passed ? 0 : 1;
