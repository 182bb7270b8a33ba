import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, chmod, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./embedded-binaries.js";
import { EmbeddedPostgresError } from "./embedded-error.js";
import type { PostgresUser } from "./embedded-user.js";

const run = promisify(execFile);

/** The superuser's name; its password is made once and kept inside the data. */
export const SUPERUSER = "kith";
const PASSWORD_FILE = "kith.password";
/** Nothing of the caller's reaches PostgreSQL, and its messages are the ones we read. */
export const environment = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };

/** Refuses if a postmaster runs on this data. A pid file whose process is another program by now is removed. */
export async function refuseIfRunning(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid < 1 || !isAlive(pid)) return;
  if ((await isPostgres(pid)) || (await answers(Number(lines[3])))) {
    throw new EmbeddedPostgresError("ALREADY_RUNNING", `PostgreSQL (process ${pid}) already runs in ${data}.`);
  }
  await rm(file, { force: true });
}

/** Makes the data folder if there is none. Two at once: one wins, both use it; one cut short leaves nothing half made. */
export async function initialise(
  data: string,
  { home, major }: PostgresBinaries,
  user: PostgresUser,
  fast: boolean,
): Promise<void> {
  const version = await readFile(join(data, "PG_VERSION"), "utf8").catch(() => null);
  if (version !== null) {
    if (version.trim() === major) return giveTo(user, data);
    throw new EmbeddedPostgresError(
      "OTHER_VERSION",
      `${data} holds data of PostgreSQL ${version.trim()}; this is ${major}.`,
    );
  }
  const draft = `${data}.${randomBytes(6).toString("hex")}`;
  const password = `${draft}.password`;
  await mkdir(draft);
  try {
    await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await giveTo(user, draft);
    await giveTo(user, password);
    const initdb = [
      join(home, "bin", "initdb"),
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${password}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(fast ? ["--no-sync", "--no-data-checksums", "--wal-segsize=1"] : []),
    ];
    const [command, ...args] = [...user.prefix, ...initdb] as [string, ...string[]];
    await run(command, args, { ...user.spawn, env: environment, cwd: "/" });
    await rename(password, join(draft, PASSWORD_FILE));
    await chmod(draft, 0o700);
    await rename(draft, data).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } catch (cause) {
    if (cause instanceof EmbeddedPostgresError) throw cause;
    throw new EmbeddedPostgresError("FAILED", `PostgreSQL could not make its data in ${data}: ${detail(cause)}`, {
      cause,
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(password, { force: true });
    await removeOldDrafts(data);
  }
}

/** Of starts that were cut short; those of a start that may still be at it are left alone. */
async function removeOldDrafts(data: string): Promise<void> {
  const old = Date.now() - 10 * 60_000;
  for (const name of await readdir(dirname(data))) {
    const path = join(dirname(data), name);
    if (!/\.[0-9a-f]{12}(\.password)?$/.test(name) || !path.startsWith(`${data}.`)) continue;
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < old) await rm(path, { recursive: true, force: true });
  }
}

export const readPassword = (data: string): Promise<string> => readFile(join(data, PASSWORD_FILE), "utf8");

/** Where root starts it as another user, that one must own the files; it may have been a different one last time. */
async function giveTo({ owner }: PostgresUser, path: string): Promise<void> {
  if (owner === null) return;
  const found = await stat(path);
  if (found.uid === owner) return;
  if (found.isDirectory()) await run("chown", ["-R", `${owner}:${owner}`, path]);
  else await chown(path, owner, owner);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  const command = await access("/proc/self")
    .then(
      () => readFile(`/proc/${pid}/cmdline`, "utf8"),
      () => run("ps", ["-o", "args=", "-p", String(pid)]).then(({ stdout }) => stdout),
    )
    .catch(() => "");
  return /(^|\/)postgres(\0|\s|:|$)/.test(command);
}

function answers(port: number): Promise<boolean> {
  if (!Number.isInteger(port) || port < 1 || port > 65535) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    const settle = (found: boolean) => () => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(1_000, settle(false)).once("connect", settle(true)).once("error", settle(false));
  });
}

const detail = (error: unknown): string => {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr?.trim() || message) ?? String(error);
};
