import { spawn } from "node:child_process";
import { once } from "node:events";
import { chown, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { EmbeddedPostgresError } from "./embedded-error.js";

/** How PostgreSQL is run, and who owns its files as we see them. */
export interface PostgresUser {
  readonly kind: "self" | "namespace" | "nobody";
  /** Goes before the command. */
  readonly prefix: readonly string[];
  /** For spawn. */
  readonly spawn: { readonly uid?: number; readonly gid?: number };
  /** Null where files are never handed over. */
  readonly owner: number | null;
}

const NOBODY = 65534;
const UNSHARE = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
/** Who starts it outside, nobody inside. */
const namespace = { kind: "namespace", prefix: UNSHARE, spawn: {} } as const;
/** For root where namespaces are forbidden: really nobody, who needs a folder that others can reach. */
export const nobody: PostgresUser = {
  kind: "nobody",
  prefix: [],
  spawn: { uid: NOBODY, gid: NOBODY },
  owner: NOBODY,
};

/** PostgreSQL refuses root, and whoever the system has no name for (as containers may be run). */
export async function postgresUser(): Promise<PostgresUser> {
  const isRoot = process.getuid?.() === 0;
  if ((isRoot || !hasName()) && (await succeeds([...UNSHARE, "true"])))
    return { ...namespace, owner: isRoot ? 0 : null };
  return isRoot ? nobody : { kind: "self", prefix: [], spawn: {}, owner: null };
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

/** Started by root, it is not root: hands the folder over, and refuses if it cannot get to all it needs. */
export async function reach(user: PostgresUser, directory: string, program: string): Promise<void> {
  if (user.owner === null) return;
  if ((await stat(directory)).uid !== user.owner) await chown(directory, user.owner, user.owner);
  for (const path of [directory, program]) {
    if (await succeeds([...user.prefix, "test", "-x", path], user.spawn)) continue;
    throw new EmbeddedPostgresError(
      "OUT_OF_REACH",
      `PostgreSQL does not run as root, and without root's powers ${path} cannot be reached. Run as another user, or move it to a folder that all may enter.`,
    );
  }
}

async function succeeds(command: readonly string[], options: PostgresUser["spawn"] = {}): Promise<boolean> {
  const [program, ...args] = command as [string, ...string[]];
  try {
    const [code] = await once(spawn(program, args, { ...options, stdio: "ignore", cwd: "/" }), "exit");
    return code === 0;
  } catch {
    return false;
  }
}
