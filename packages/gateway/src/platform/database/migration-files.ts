import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Migration } from "kysely/migration";
import type { Rights } from "./gateway-role.js";

/** A file in `migrations/`: what it does, and what the gateway may do with the tables it makes or changes. */
export interface MigrationFile extends Migration {
  readonly rights?: Rights;
}

/** Node runs them as they are where they were written. Where Kith is installed it would not, and they come built. */
const WRITTEN = fileURLToPath(new URL("../../../migrations/", import.meta.url));
const BUILT = fileURLToPath(new URL("../../migrations/", import.meta.url));
const NAME = /^(\d{4}-\d\d-\d\d-[a-z0-9-]+)\.[tj]s$/;

/** By name, which begins with a date, and in that order. */
export async function readMigrations(): Promise<Record<string, MigrationFile>> {
  const migrations: Record<string, MigrationFile> = {};
  const folder = existsSync(WRITTEN) ? WRITTEN : BUILT;
  for (const file of (await readdir(folder)).sort()) {
    const name = NAME.exec(file)?.[1];
    if (name !== undefined) migrations[name] = await import(pathToFileURL(join(folder, file)).href);
  }
  return migrations;
}
