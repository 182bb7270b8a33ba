/**
 * Does to Kith what will happen to it one day, one thing after the other, and counts. Loopback only; ends by itself, in
 * eight minutes at most. `npm run faults -- pool` runs the cases whose name has "pool" in it, and writes no report.
 */
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { exhaustPool } from "./cases/exhaust-pool.ts";
import { fillQueues } from "./cases/fill-queues.ts";
import { floodSubscriptions } from "./cases/flood-subscriptions.ts";
import { killGateway } from "./cases/kill-gateway.ts";
import { killPostgres } from "./cases/kill-postgres.ts";
import { rollingRestart } from "./cases/rolling-restart.ts";
import { slowConnections } from "./cases/slow-connections.ts";
import type { Case } from "./figures.ts";
import { missesOf, type Result, tableOf, writeReport } from "./report.ts";

const CASES: readonly Case[] = [
  killPostgres,
  killGateway,
  rollingRestart,
  exhaustPool,
  fillQueues,
  floodSubscriptions,
  slowConnections,
];
const EACH_MS = 110_000;
const ALL_MS = 480_000;

const only = process.argv[2]?.toLowerCase();
const chosen = CASES.filter(({ name }) => only === undefined || name.toLowerCase().includes(only));
const deadline = setTimeout(() => {
  console.error("The suite took longer than eight minutes.");
  process.exit(1);
}, ALL_MS).unref();

// What was started ends with us, and does so when we exit; a signal alone would pass that by.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

async function run(ran: Case): Promise<Result> {
  const since = performance.now();
  const seconds = () => (performance.now() - since) / 1000;
  const late = wait(EACH_MS, undefined, { ref: false }).then(() => Promise.reject(new Error("It took too long.")));
  try {
    const figures = await Promise.race([ran.run(), late]);
    return { ran, figures, seconds: seconds(), misses: missesOf(ran, figures) };
  } catch (error) {
    console.error(error);
    return { ran, figures: null, seconds: seconds(), misses: [error instanceof Error ? error.message : String(error)] };
  }
}

const results: Result[] = [];
for (const each of chosen) {
  const result = await run(each);
  results.push(result);
  const { figures, misses, seconds } = result;
  console.log(`${misses.length > 0 ? "MISSED" : "held  "}  ${each.name} (${seconds.toFixed(0)} s)`);
  if (figures) {
    const { note, ...counts } = figures;
    const said = Object.entries(counts).filter(([name]) => name !== "longest" && name !== "median");
    console.log(`        ${said.map(([name, count]) => `${name} ${count}`).join(", ")}; ${note}`);
  }
  for (const miss of misses) console.log(`        missed: ${miss}`);
  // What broke down may still be at it, and would show in whatever came next.
  if (!figures) break;
}
clearTimeout(deadline);
if (only === undefined) {
  await writeReport(join(import.meta.dirname, "README.md"), tableOf(results, new Date().toISOString().slice(0, 10)));
}
process.exit(results.some(({ misses }) => misses.length > 0) ? 1 : 0);
