import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const compiler = join(dirname(createRequire(import.meta.url).resolve("@typescript/native/package.json")), "bin/tsc");

/** Type-checks a project without writing anything; gives what the compiler complains of, or nothing. */
export function compile(project: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [compiler, "-p", project, "--noEmit", "--pretty", "false"], (error, out, complaint) =>
      resolve(error && !out ? `${error.message}${complaint}` : out),
    );
  });
}
