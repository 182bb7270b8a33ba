import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chart } from "./chart.ts";
import type { Results } from "./results.ts";
import { table } from "./table.ts";

const here = import.meta.dirname;
const docs = join(here, "../docs/operating");
const KEPT = join(here, "results.json");
const BEGIN = "<!-- measured: written by `npm run bench` -->";
const END = "<!-- end of measured -->";

/** What is written from `results.json`, by its path; the pages keep what stands around. */
export async function pagesOf(results: Results): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([[join(docs, "benchmarks.svg"), chart(results)]]);
  for (const path of [join(here, "README.md"), join(docs, "benchmarks.md")]) {
    const [before, rest] = (await readFile(path, "utf8")).split(BEGIN);
    const after = rest?.split(END)[1];
    if (after === undefined) throw new Error(`${path} has no place for what was measured`);
    pages.set(path, `${before}${BEGIN}\n\n${table(results)}\n\n${END}${after}`);
  }
  return pages;
}

/** What the last whole runs measured. */
export async function readResults(): Promise<Results | undefined> {
  return existsSync(KEPT) ? (JSON.parse(await readFile(KEPT, "utf8")) as Results) : undefined;
}

/** Keeps the results and writes what shows them anew. */
export async function writeReport(results: Results): Promise<void> {
  await writeFile(KEPT, `${JSON.stringify(rounded(results), null, 2)}\n`);
  for (const [path, text] of await pagesOf((await readResults()) as Results)) await writeFile(path, text);
}

/** Three significant decimals are more than the machine can tell. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "number" ? Math.round(part * 1000) / 1000 : part));

if (import.meta.main) await writeReport((await readResults()) as Results);
