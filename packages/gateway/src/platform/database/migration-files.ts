import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Migration } from "kysely/migration";
import type { Rights } from "./gateway-role.js";

/** A file in `migrations/`: what it does, and what the gateway may do with the tables it makes or changes. */
export interface MigrationFile extends Migration {
  readonly rights?: Rights;
}

const FOLDER = fileURLToPath(new URL("../../../migrations/", import.meta.url));
const NAME = /^(\d{4}-\d\d-\d\d-[a-z0-9-]+)\.ts$/;

/** By name, which begins with a date, and in that order. Node runs them as they are. */
export async function readMigrations(): Promise<Record<string, MigrationFile>> {
  const migrations: Record<string, MigrationFile> = {};
  for (const file of (await readdir(FOLDER)).sort()) {
    const name = NAME.exec(file)?.[1];
    if (name !== undefined) migrations[name] = await import(pathToFileURL(join(FOLDER, file)).href);
  }
  return migrations;
}
