import { rmSync } from "node:fs";
import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const PACKAGE = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = fileURLToPath(new URL("../../../../node_modules/.cache/kith-widgets/", import.meta.url));

let built: Promise<string> | undefined;

/** Builds the widgets from their sources as they now are, once per test file; gives the folder. */
export function buildWidgets(): Promise<string> {
  built ??= (async () => {
    await mkdir(CACHE, { recursive: true });
    const outDir = await mkdtemp(join(CACHE, "build-"));
    process.once("exit", () => rmSync(outDir, { recursive: true, force: true }));
    await build({ root: PACKAGE, configFile: join(PACKAGE, "vite.config.ts"), logLevel: "error", build: { outDir } });
    return outDir;
  })();
  return built;
}
