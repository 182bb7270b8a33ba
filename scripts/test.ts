import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./checks/files.ts";
import { type Ended, runScript } from "./checks/run-script.ts";
import { type Counts, countTests, summaryLine } from "./checks/summary.ts";

/** What is checked besides the tests: npm scripts, two at a time. */
const CHECKS = ["lint", "format", "unused", "size", "arrows", "types", "packages", "releases", "docs"].map(
  (name) => `check:${name}`,
);
const CACHE = join(ROOT, "node_modules/.cache/kith");
const REPORT = join(CACHE, "vitest.json");

/** Runs everything, tells each result as it comes, and ends with `N passed, N failed`. */
async function main(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  rmSync(REPORT, { force: true });
  const build = await runScript("build");
  tell(build);
  // Alone, as it writes files that the others read.
  const checks = build.ok ? [...(await runChecks(["check:generated"])), ...(await runChecks(CHECKS))] : [];
  const tests = build.ok ? await runScript("check:tests", ["--outputFile.json", REPORT], "inherit") : undefined;

  const results = [build, ...checks];
  const counts: Counts = tests ? countTests(readReport(), tests.ok) : { passed: 0, failed: 0 };
  counts.passed += results.filter(({ ok }) => ok).length;
  counts.failed += results.filter(({ ok }) => !ok).length;

  console.log("");
  for (const { script, ok, seconds } of [...results, ...(tests ? [tests] : [])]) {
    console.log(`${ok ? "passed" : "FAILED"}  ${script.padEnd(16)} ${seconds.toFixed(1)} s`);
  }
  if (!build.ok) console.log("Nothing else was checked, as the build failed.");
  console.log(summaryLine(counts));
  writeFileSync(join(CACHE, "summary.txt"), `${summaryLine(counts)}\n`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

async function runChecks(scripts: readonly string[]): Promise<Ended[]> {
  const waiting = [...scripts];
  const ended: Ended[] = [];
  const worker = async () => {
    for (let script = waiting.shift(); script; script = waiting.shift()) {
      const result = await runScript(script);
      tell(result);
      ended.push(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return ended;
}

function tell({ script, ok, seconds, output }: Ended): void {
  console.log(`${ok ? "passed" : "FAILED"}  ${script} (${seconds.toFixed(1)} s)`);
  if (!ok) console.log(output);
}

function readReport(): unknown {
  try {
    return JSON.parse(readFileSync(REPORT, "utf8"));
  } catch {
    return null;
  }
}

await main();
