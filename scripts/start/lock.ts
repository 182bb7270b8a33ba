import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Who holds a lock: a process id alone may by now belong to someone else. */
export interface Holder {
  pid: number;
  /** When that process began, as its system says it; empty where it does not. */
  began: string;
}

/**
 * Takes the lock at `path` for this process, also when its last holder was killed.
 * Returns how to give it back, or who holds it now.
 */
export async function takeLock(path: string): Promise<{ release(): Promise<void> } | { heldBy: Holder }> {
  await mkdir(dirname(path), { recursive: true });
  const mine: Holder = { pid: process.pid, began: whenBegan(process.pid) };
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (;;) {
      // Linking either makes the whole file or fails: nobody can read half a lock.
      if (await succeeds(link(draft, path))) return { release: () => rm(path, { force: true }) };
      const holder = await readHolder(path);
      if (holder && isRunning(holder)) return { heldBy: holder };
      await clearStale(path, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves a dead process's lock away; puts it back if another took the lock in the meantime. */
async function clearStale(path: string, stale: Holder | null): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  if (!(await succeeds(rename(path, aside)))) return;
  const moved = await readHolder(aside);
  if (moved && (moved.pid !== stale?.pid || moved.began !== stale.began)) await succeeds(link(aside, path));
  await rm(aside, { force: true });
}

function isRunning({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Someone else's process may not be signalled, but it is there.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return whenBegan(pid) === began;
}

function whenBegan(pid: number): string {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    }
    // The 22nd field, in ticks since this boot; the second one, a name in brackets, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return `${fields[19]} of ${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
  } catch {
    return "";
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch {
    return false;
  }
}
