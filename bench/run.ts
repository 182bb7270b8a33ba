/**
 * `npm run bench`: Kith with its protections on against the raw floor, PostGraphile and the textbook, on the same data
 * in one run; then its subscriptions, memory, start-up and sizes. With `-- --large`, Kith at two sizes of data.
 * Rounds are interleaved and compared as ratios, because absolute figures drift on shared machines.
 */
import { join } from "node:path";
import { NORMAL } from "./data.ts";
import { openPostgres, type Postgres } from "./database.ts";
import { judge } from "./judge.ts";
import { OPERATIONS, type Operation } from "./operations.ts";
import { readResults, writeReport } from "./report.ts";
import type { Load, Results } from "./results.ts";
import { measureLarge } from "./run-large.ts";
import { measureServers } from "./run-servers.ts";
import { measureSubscriptions } from "./run-subscriptions.ts";
import { measureSizes } from "./sizes.ts";
import { table } from "./table.ts";

const PARTS = ["servers", "subscriptions", "sizes"] as const;
const flag = (name: string) => process.argv.includes(`--${name}`);
const option = (name: string) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split("=")[1];
const large = flag("large");
const load: Load = {
  rounds: Number(option("rounds") ?? (large ? 5 : 3)),
  seconds: Number(option("seconds") ?? 3),
  connections: 32,
};

/** `--only=`: parts or operations, by commas; everything without it. */
const only = option("only")?.split(",");
const known = [...PARTS, ...OPERATIONS.map(({ name }) => name)] as readonly string[];
const stranger = only?.find((name) => !known.includes(name));
if (stranger !== undefined) {
  console.error(`--only knows ${known.join(", ")}; not ${stranger}`);
  process.exit(2);
}
const chosen: readonly Operation[] = OPERATIONS.filter(
  ({ name }) => !only || only.includes("servers") || only.includes(name),
);
const wants = (part: (typeof PARTS)[number]) => !only || only.includes(part);

const say = (text: string) => console.error(`${process.uptime().toFixed(0).padStart(4)} s  ${text}`);
const on = new Date().toISOString().slice(0, 10);
let results: Results = { on, load };
let postgres: Postgres | undefined;
const data = async () => {
  postgres ??= await openPostgres(join(import.meta.dirname, ".data"), flag("reuse"));
  return postgres;
};
const normal = async () => (await data()).filled("bench_normal", NORMAL);
try {
  say("loading data, unless that of another run is used again");
  if (large) results = { ...results, large: { on, ...(await measureLarge(await data(), chosen, load, say)) } };
  else {
    if (chosen.length > 0) results = { ...results, ...(await measureServers(await normal(), chosen, load, say)) };
    if (wants("subscriptions")) results = { ...results, ...(await measureSubscriptions(await normal(), say)) };
    if (wants("sizes")) results = { ...results, sizes: await measureSizes() };
  }
} finally {
  await postgres?.stop();
}
console.log(table(results));
if (only) say("only a part was measured: README.md, results.json and the docs stay as they are");
else {
  const { large: largeBefore, ...before } = (await readResults()) ?? {};
  await writeReport({ ...(large ? before : {}), ...(largeBefore ? { large: largeBefore } : {}), ...results });
}
const missed = judge(results);
for (const line of missed) console.error(`missed: ${line}`);
console.error(missed.length === 0 ? "all figures kept" : `${missed.length} figures missed`);
process.exitCode = missed.length === 0 ? 0 : 1;
