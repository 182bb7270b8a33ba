import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a file only its owner may read, whole or not at all: a reader never meets half of it. */
export async function keepFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  await writeFile(draft, text, { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, path);
}

export async function keepJson(path: string, value: unknown): Promise<void> {
  await keepFile(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Null when there is no such file, or when it cannot be what we wrote. */
export async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}
