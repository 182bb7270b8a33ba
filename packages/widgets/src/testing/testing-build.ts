import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../../node_modules/.cache/kith-widgets/", import.meta.url));
// Longer than any run: a build that old belongs to no test that still goes on.
const KEPT_FOR = 3_600_000;

let built: Promise<string> | undefined;

/** Builds the widgets from their sources as they now are, once per test file; gives the folder. */
export function buildWidgets(): Promise<string> {
  built ??= (async () => {
    await mkdir(CACHE, { recursive: true });
    await removeOld();
    const outDir = await mkdtemp(join(CACHE, "build-"));
    await build({ root: PACKAGE, configFile: join(PACKAGE, "vite.config.ts"), logLevel: "error", build: { outDir } });
    return outDir;
  })();
  return built;
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const folder = join(CACHE, name);
    // Another test may be removing the same.
    const made = await stat(folder).catch(() => null);
    if (made && Date.now() - made.mtimeMs > KEPT_FOR) await rm(folder, { recursive: true, force: true });
  }
}
