import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../checks/files.ts";

/** What is published, each after those it depends on. */
export const PUBLISHED = ["core", "sdk", "widgets", "gateway"] as const;

// A condition that leads to sources, which are not published.
const SOURCES = "kith-source";

export interface Packed {
  readonly name: string;
  readonly version: string;
  /** The path of the tarball. */
  readonly file: string;
}

/** Makes a tarball of each built package in `folder`: what `npm publish` would send, and nothing that only we can use. */
export async function packPackages(folder: string): Promise<Packed[]> {
  await mkdir(folder, { recursive: true });
  const staging = await mkdtemp(join(tmpdir(), "kith-pack-"));
  try {
    return await Promise.all(PUBLISHED.map((name) => packOne(name, staging, folder)));
  } finally {
    await rm(staging, { recursive: true });
  }
}

async function packOne(short: string, staging: string, folder: string): Promise<Packed> {
  const here = join(staging, short);
  const unneeded = /\/node_modules$/;
  await cp(join(ROOT, "packages", short), here, { recursive: true, filter: (path) => !unneeded.test(path) });
  await cp(join(ROOT, "LICENSE"), join(here, "LICENSE"));
  const manifest = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
  await writeFile(join(here, "package.json"), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
  const { stdout } = await promisify(execFile)("npm", ["pack", "--json", "--pack-destination", folder], { cwd: here });
  const [{ filename }] = Object.values(JSON.parse(stdout)) as [{ filename: string }];
  return { name: manifest.name, version: manifest.version, file: join(folder, filename) };
}

/** The manifest without what is meant for this repository alone. */
export function publishedManifest(manifest: Record<string, unknown>): Record<string, unknown> {
  const { scripts: _scripts, devDependencies: _devDependencies, ...rest } = manifest;
  return JSON.parse(JSON.stringify(rest, (key, value) => (key === SOURCES ? undefined : value)));
}
