import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const KITH = fileURLToPath(new URL("../../bin/kith.js", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built program, as an operator starts it, with nothing in its environment but this. */
export function kith(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child: ChildProcess = spawn(process.execPath, [KITH, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  child.stdout?.on("data", (data) => (out += data));
  child.stderr?.on("data", (data) => (err += data));
  const ended = once(child, "close").then(([code]): Ran => ({ code: code as number | null, out, err }));
  return {
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** The address it says it listens on. */
    async url(): Promise<string> {
      while (child.exitCode === null) {
        const url = /listens on (\S+)/.exec(err)?.[1];
        if (url) return url;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`It ended before it listened: ${err}`);
    },
  };
}
