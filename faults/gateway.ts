import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

const PROGRAM = join(import.meta.dirname, "../packages/gateway/bin/kith.js");

export interface RunningGateway {
  readonly url: string;
  readonly port: number;
  /** Sends the signal and waits for the process to be gone; its exit code, null when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Resident memory in MB. */
  memory(): Promise<number>;
}

/** The gateway as `kith serve` runs it, on a free port unless told. */
export async function startGateway(env: Readonly<Record<string, string>>): Promise<RunningGateway> {
  const child: ChildProcess = spawn(process.execPath, ["--max-semi-space-size=8", PROGRAM, "serve", "--json"], {
    env: { PORT: "0", HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  // Whatever becomes of us, it does not stay.
  const leave = () => child.kill("SIGKILL");
  process.on("exit", leave);
  const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
  const url = await new Promise<string>((resolve, reject) => {
    lines.on("line", (line) => {
      if (line.startsWith('{"url"')) resolve((JSON.parse(line) as { url: string }).url);
      else console.error(`gateway: ${line}`);
    });
    child.once("exit", (code) => reject(new Error(`The gateway ended with ${code} before it served.`)));
  });
  return {
    url,
    port: Number(new URL(url).port),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
      process.off("exit", leave);
      return child.exitCode;
    },
    memory: async () =>
      Math.round(Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024),
  };
}

/** Waits until it says that it is ready, or gives up after ten seconds. */
export async function ready({ url }: Pick<RunningGateway, "url">): Promise<void> {
  for (const until = performance.now() + 10_000; performance.now() < until; ) {
    const { status } = await fetch(new URL("/readyz", url)).catch(() => ({ status: 0 }));
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("The gateway did not become ready.");
}
