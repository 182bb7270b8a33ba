import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "./files.ts";

export interface Ended {
  script: string;
  ok: boolean;
  seconds: number;
  /** What it said; empty when it spoke to the terminal itself. */
  output: string;
}

/** Runs one of the root's npm scripts to its end. */
export async function runScript(
  script: string,
  args: string[] = [],
  output: "keep" | "inherit" = "keep",
): Promise<Ended> {
  const begun = performance.now();
  const child = spawn("npm", ["run", "--silent", script, "--", ...args], {
    cwd: ROOT,
    stdio: ["ignore", ...(output === "keep" ? (["pipe", "pipe"] as const) : (["inherit", "inherit"] as const))],
  });
  const said: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => said.push(chunk));
  const [code] = (await once(child, "close")) as [number | null];
  const seconds = (performance.now() - begun) / 1000;
  return { script, ok: code === 0, seconds, output: Buffer.concat(said).toString("utf8").trimEnd() };
}
