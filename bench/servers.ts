import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

export interface Server {
  readonly name: "floor" | "kith" | "textbook";
  readonly url: string;
  /** Resident memory in MB. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server as its own process and waits for the line that tells its port. */
export async function startServer(name: Server["name"], command: readonly string[], env: Record<string, string>, portIn: (line: string) => number | undefined): Promise<Server> {
  const [program, ...args] = command as [string, ...string[]];
  const child: ChildProcess = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}`)));
    lines.on("line", (line) => {
      const found = portIn(line);
      if (found) resolve(found);
    });
  });
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    memory: async () => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? Number.NaN) / 1024,
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
