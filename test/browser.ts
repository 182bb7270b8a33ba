import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium as playwright } from "playwright-core";

const CACHE = fileURLToPath(new URL("../node_modules/.cache/chromium/", import.meta.url));
const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * Only these: the launch arguments that `@sparticuz/chromium` suggests switch web security off, and a test of
 * cross-origin rules or of a content security policy could then not fail.
 */
const ARGUMENTS = ["--no-sandbox", "--no-zygote", "--disable-gpu"];

/**
 * Starts a real, headless Chromium: the one named by `KITH_TEST_BROWSER`, else the one that came from npm
 * (Linux on x64), else the system's own. Whoever starts it closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env["KITH_TEST_BROWSER"];
  if (named) return playwright.launch({ executablePath: named, args: ARGUMENTS });
  if (process.platform === "linux" && process.arch === "x64") {
    const { executablePath, env } = await unpackedChromium();
    return playwright.launch({ executablePath, args: ARGUMENTS, env });
  }
  const system = SYSTEM.find((path) => existsSync(path));
  return playwright.launch(system ? { executablePath: system, args: ARGUMENTS } : { channel: "chrome" });
}

async function unpackedChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const home = join(CACHE, chromiumVersion());
  const executablePath = join(home, "chromium");
  if (!existsSync(executablePath)) await unpack(home);
  const env = withoutUndefined(process.env);
  if (!existsSync("/etc/fonts/fonts.conf")) env["FONTCONFIG_PATH"] = join(home, "fonts");
  // A bare machine has no libnss3; the package carries one, but another machine's own is the better match.
  const probe = spawnSync(executablePath, ["--version"], { encoding: "utf8", env });
  if (probe.status !== 0) env["LD_LIBRARY_PATH"] = await unpackLibraries(home);
  return { executablePath, env };
}

/**
 * The package unpacks to the temporary folder, takes whatever lies there already as its own, and cannot tell a
 * half-written file from a whole one. So each process unpacks into a folder of its own and renames it into place.
 */
async function unpack(home: string): Promise<void> {
  const staged = await stage(async () => {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  });
  await settle(staged, home);
}

async function unpackLibraries(home: string): Promise<string> {
  const libraries = join(home, "al2023-libraries");
  if (!existsSync(libraries)) {
    const staged = await stage(async () => {
      const { inflate } = await import("@sparticuz/chromium");
      await inflate(join(packageFolder(), "bin", "al2023.tar.br"));
    });
    await settle(staged, libraries);
  }
  return join(libraries, "al2023", "lib");
}

async function stage(work: () => Promise<void>): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const staged = await mkdtemp(join(CACHE, "unpacking-"));
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = staged;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  return staged;
}

async function settle(staged: string, home: string): Promise<void> {
  try {
    await rename(staged, home);
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    // Another process may have been first: then its copy serves as well as ours.
    if (!existsSync(home)) throw error;
  }
}

function packageFolder(): string {
  return dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
}

function chromiumVersion(): string {
  const manifest = createRequire(import.meta.url)(join(packageFolder(), "package.json")) as { version: string };
  return manifest.version;
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
