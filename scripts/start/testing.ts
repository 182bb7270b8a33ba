import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { DemoFile } from "./demo-file.ts";

const script = fileURLToPath(new URL("../start.mjs", import.meta.url));
const program = fileURLToPath(new URL("../../packages/gateway/bin/kith.js", import.meta.url));

export interface TestHome {
  /** Its `.kith` folder. */
  readonly folder: string;
  readonly port: number;
  start(more?: NodeJS.ProcessEnv): Promise<Started>;
  readDemo(): Promise<DemoFile>;
  /** Runs the kith program beside it, and gives what it says. */
  kith(...args: string[]): Promise<string>;
  /** Ends what still runs, and removes the folder. */
  end(): Promise<void>;
}

export interface Started {
  readonly child: ChildProcess;
  /** All it has said so far. */
  readonly said: string;
  /** Null while it runs. */
  readonly code: number | null;
  /** Resolves to the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** A place of its own to start Kith in, beside whatever else runs on this machine. */
export async function testHome(): Promise<TestHome> {
  // The kith program looks for a start in the folder it is called in.
  const above = await mkdtemp(join(tmpdir(), "kith-start-"));
  const folder = join(above, ".kith");
  const port = await twoFreePorts();
  const running = new Set<Started>();

  async function start(more: NodeJS.ProcessEnv = {}): Promise<Started> {
    const env = { ...process.env, DATABASE_URL: "", KITH_HOME: folder, PORT: String(port), ...more };
    const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const settled = new Promise<void>((resolve) => {
      child.stderr.on("data", (chunk) => {
        said += chunk;
      });
      child.stdout.on("data", (chunk) => {
        said += chunk;
        if (said.includes("demo.json")) resolve();
      });
      child.once("close", () => resolve());
    });
    await settled;
    const started: Started = {
      child,
      said,
      code: child.exitCode,
      async end(signal) {
        running.delete(started);
        if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
        const exit = once(child, "exit");
        child.kill(signal);
        await exit;
        return child.exitCode;
      },
    };
    running.add(started);
    return started;
  }

  return {
    folder,
    port,
    start,
    readDemo: async () => JSON.parse(await readFile(join(folder, "demo.json"), "utf8")),
    kith: async (...args) => (await promisify(execFile)(process.execPath, [program, ...args], { cwd: above })).stdout,
    async end() {
      for (const started of running) await started.end("SIGKILL");
      // The database notices a moment later that it was left alone.
      await rm(above, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    },
  };
}

/** A port that is free, as is the next one. */
export async function twoFreePorts(): Promise<number> {
  for (;;) {
    const one = createServer().listen(0, "127.0.0.1");
    await once(one, "listening");
    const { port } = one.address() as { port: number };
    const two = createServer();
    const free = await new Promise<boolean>((resolve) => {
      two.once("error", () => resolve(false)).listen(port + 1, "127.0.0.1", () => resolve(true));
    });
    await closed(one);
    if (free) await closed(two);
    if (free) return port;
  }
}

export async function closed(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}
