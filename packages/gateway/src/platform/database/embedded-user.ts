import { spawn } from "node:child_process";
import { once } from "node:events";

/** PostgreSQL refuses to run as root. How it is run, then, and who owns its files as we see them. */
export interface PostgresUser {
  readonly kind: "self" | "namespace" | "nobody";
  /** Goes before the command. */
  readonly prefix: readonly string[];
  /** For spawn. */
  readonly spawn: { readonly uid?: number; readonly gid?: number };
  /** Null: whoever starts it. */
  readonly owner: number | null;
}

const NOBODY = 65534;
const UNSHARE = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

const self: PostgresUser = { kind: "self", prefix: [], spawn: {}, owner: null };
/** Root outside, so that it reaches whatever root does; nobody inside. */
const namespace: PostgresUser = { kind: "namespace", prefix: UNSHARE, spawn: {}, owner: 0 };
/** Where namespaces are forbidden: really nobody, who needs a folder that others can reach. */
export const nobody: PostgresUser = { kind: "nobody", prefix: [], spawn: { uid: NOBODY, gid: NOBODY }, owner: NOBODY };

export async function postgresUser(): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return self;
  return (await succeeds(UNSHARE)) ? namespace : nobody;
}

async function succeeds(prefix: readonly string[]): Promise<boolean> {
  const [command, ...args] = [...prefix, "true"] as [string, ...string[]];
  try {
    const [code] = await once(spawn(command, args, { stdio: "ignore" }), "exit");
    return code === 0;
  } catch {
    return false;
  }
}
