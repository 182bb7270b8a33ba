import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "./places.ts";
import { Problem } from "./problem.ts";

/** Builds what changed since the last time; silent unless it takes a while or fails. */
export async function build(say: (text: string) => void): Promise<void> {
  const child = spawn("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const patience = setTimeout(() => say("Building what changed …"), 1500);
  const [code] = (await once(child, "close")) as [number | null];
  clearTimeout(patience);
  if (code !== 0) throw new Problem(`The build failed.\n${Buffer.concat(said).toString("utf8").trim()}`);
}
