import { spawnSync } from "node:child_process";
import { filesOf, ROOT } from "./files.ts";

// Building checks the packages' sources; this checks all that is never built: tests, type tests, scripts, examples.
const BUILT = /^packages\/[^/]+\/tsconfig\.json$|^tsconfig\.base\.json$/;
const projects = filesOf().filter((path) => /(^|\/)tsconfig[^/]*\.json$/.test(path) && !BUILT.test(path));

const failed = projects.filter((project) => {
  const { status } = spawnSync("tsc", ["--noEmit", "-p", project], { cwd: ROOT, stdio: "inherit" });
  return status !== 0;
});
for (const project of failed) console.log(`${project}: types do not hold.`);
process.exitCode = failed.length > 0 ? 1 : 0;
