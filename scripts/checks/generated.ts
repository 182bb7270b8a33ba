import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesOf, ROOT } from "./files.ts";

/** A fingerprint of every file, so that whatever `generate` writes is noticed, wherever it writes it. */
function fingerprints(): Map<string, string> {
  const hash = (path: string) =>
    createHash("sha256")
      .update(readFileSync(join(ROOT, path)))
      .digest("hex");
  return new Map(filesOf().map((path) => [path, hash(path)]));
}

const before = fingerprints();
const { status } = spawnSync("npm", ["run", "--silent", "generate"], { cwd: ROOT, stdio: "inherit" });
const after = fingerprints();
const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (path) => before.get(path) !== after.get(path),
);

for (const path of changed)
  console.log(`${path} was out of date. It has been written again: look at it and commit it.`);
process.exitCode = status !== 0 || changed.length > 0 ? 1 : 0;
