import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

export interface Server {
  readonly name: "floor" | "kith" | "textbook";
  readonly url: string;
  /** Processor time so far, in ms. */
  cpu(): Promise<number>;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Linux counts processor time in hundredths of a second. */
const CLOCK_TICK_MS = 10;

/** Starts a server as its own process and waits for the line on its stderr that tells its port. */
export async function startServer(
  name: Server["name"],
  command: readonly string[],
  env: Record<string, string>,
  portIn: (line: string) => number | undefined,
): Promise<Server> {
  const [program, ...args] = command as [string, ...string[]];
  const child: ChildProcess = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  // the log is made and written as in production, and goes nowhere
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}`)));
    lines.on("line", (line) => {
      const found = portIn(line);
      if (found) resolve(found);
      else console.error(line);
    });
  });
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    cpu: async () => {
      const fields = (await readFile(`/proc/${child.pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
      return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
    },
    memory: async () =>
      Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024,
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
