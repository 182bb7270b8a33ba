import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf, ROOT } from "./files.ts";

/** Files that may be longer, each with its reason. */
const ALLOWED: Record<string, string> = {};

const CODE = /\.(ts|mts|js|mjs|cjs|css)$/;
const GENERATED = /(^|\/)_generated\/|\.snapshot\.json$/;
const TEST = /\.test(-d)?\.ts$/;
const LONGEST = { code: 300, test: 600 };

export interface LongFile {
  path: string;
  lines: number;
  most: number;
}

/** Hand-written files with more lines than someone reads in one go. */
export function longFiles(paths: readonly string[], read: (path: string) => string): LongFile[] {
  return paths
    .filter((path) => CODE.test(path) && !GENERATED.test(path))
    .map((path) => ({
      path,
      lines: read(path).trimEnd().split("\n").length,
      most: TEST.test(path) ? LONGEST.test : LONGEST.code,
    }))
    .filter(({ lines, most }) => lines > most);
}

if (import.meta.main) {
  const long = longFiles(filesOf(), (path) => readFileSync(join(ROOT, path), "utf8"));
  const unexcused = long.filter(({ path }) => !(path in ALLOWED));
  const outdated = Object.keys(ALLOWED).filter((path) => !long.some((file) => file.path === path));
  for (const { path, lines, most } of unexcused) console.log(`${path} has ${lines} lines; ${most} is the most.`);
  for (const path of outdated) console.log(`${path} is no longer too long: take it off the list of exceptions.`);
  process.exitCode = unexcused.length + outdated.length > 0 ? 1 : 0;
}
