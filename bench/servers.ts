import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Operation } from "./operations.ts";

export type ServerName = "floor" | "kith" | "postgraphile" | "postgraphileByHand" | "textbook";

export interface Server {
  readonly name: ServerName;
  readonly url: string;
  /** Processor time so far, in ms. */
  cpu(): Promise<number>;
  /** Resident memory in MB: now, and at most since it was started. */
  memory(): Promise<number>;
  peakMemory(): Promise<number>;
  stop(): Promise<void>;
}

/** What the servers of the bench say on their stderr. */
export const portLine = (line: string): number | undefined =>
  line.startsWith('{"port"') ? (JSON.parse(line) as { port: number }).port : undefined;

/** The textbook and PostGraphile join the reads alone. */
export const answers = ({ name }: Pick<Server, "name">, { kind }: Operation): boolean =>
  kind === "read" || name === "floor" || name === "kith";

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
  const megabytes = async (figure: string) =>
    Number(new RegExp(`${figure}:\\s+(\\d+)`).exec(await readFile(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    cpu: async () => {
      const fields = (await readFile(`/proc/${child.pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
      return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
    },
    memory: () => megabytes("VmRSS"),
    peakMemory: () => megabytes("VmHWM"),
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
