// Adds to package-lock.json the optional packages of other platforms that a registry would not list.
// `npm install` leaves such a package out, and `npm ci` then refuses the lockfile as incomplete.
// Run after every change of a dependency: npm install && node scripts/complete-lockfile.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const asTheyAre = (/** @type {string[]} */ ...words) => Object.fromEntries(words.map((word) => [word, word]));
/** Words of a package name and what they mean to npm's `os`, `cpu` and `libc`. */
const SYSTEMS = {
  ...asTheyAre("aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"),
  windows: "win32",
};
const PROCESSORS = {
  ...asTheyAre("arm", "arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"),
  64: "x64",
};
const LIBRARIES = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/**
 * What a platform package runs on, read from its name.
 * @param {string} name such as `@biomejs/cli-linux-x64-musl`
 * @returns {{ os: string[], cpu: string[], libc?: string[] } | null} null when the name says no platform
 */
export function platformOf(name) {
  const words = name.slice(name.lastIndexOf("/") + 1).split("-");
  const named = (/** @type {Record<string, string>} */ table) => words.map((word) => table[word]).find(Boolean);
  const [os, cpu, libc] = [named(SYSTEMS), named(PROCESSORS), named(LIBRARIES)];
  if (!os || !cpu) return null;
  return os === "linux" && libc ? { os: [os], cpu: [cpu], libc: [libc] } : { os: [os], cpu: [cpu] };
}

/**
 * Where Node would look for `name` from the package at `path`, nearest first.
 * @param {string} path a lockfile key such as `node_modules/a/node_modules/b`
 * @param {string} name
 */
export function placesFor(path, name) {
  const parents = path
    .split("/node_modules/")
    .map((_, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return [...parents.reverse().map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`];
}

/**
 * The entries a lockfile lacks, by path.
 * @param {Record<string, { optionalDependencies?: Record<string, string>, dev?: boolean }>} packages
 */
export function missingEntries(packages) {
  /** @type {Record<string, object>} */
  const missing = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (placesFor(path, name).some((place) => place in packages)) continue;
      const platform = platformOf(name);
      if (!platform || !/^\d/.test(version)) throw new Error(`${path} wants ${name}@${version}: add it by hand`);
      const dev = entry.dev ? { dev: true } : {};
      const libc = platform.libc ? { libc: platform.libc } : {};
      // In npm's own order of keys, so that the next `npm install` changes nothing.
      missing[`node_modules/${name}`] = {
        version,
        cpu: platform.cpu,
        ...dev,
        ...libc,
        optional: true,
        os: platform.os,
      };
    }
  }
  return missing;
}

/** Writes the completed lockfile, and says what was added. */
function main() {
  const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingEntries(lock.packages);
  const hosts = Object.entries(lock.packages).filter(([, entry]) => /^\w+:/.test(entry.resolved ?? ""));
  for (const [, entry] of hosts) delete entry.resolved;
  const { "": root, ...rest } = { ...lock.packages, ...missing };
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = { "": root, ...Object.fromEntries(sorted) };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    `package-lock.json: ${Object.keys(missing).length} platform packages added, ${hosts.length} hosts removed`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
