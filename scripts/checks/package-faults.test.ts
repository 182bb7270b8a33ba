import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { publishedManifest } from "../pack/pack-packages.ts";
import { packageFaults } from "./package-faults.ts";

const folder = mkdtempSync(join(tmpdir(), "kith-faults-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sound = { type: "module", exports: { ".": { types: "./index.d.ts", default: "./index.js" } } };
const files = { "index.js": "export const one = 1;\n", "index.d.ts": "export declare const one: number;\n" };

function packed(manifest: object, written: Record<string, string>): Uint8Array {
  const here = mkdtempSync(join(folder, "package-"));
  const all = {
    ...written,
    "package.json": JSON.stringify({ name: "planted", version: "1.0.0", license: "MIT", ...manifest }),
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(here, path)), { recursive: true });
    writeFileSync(join(here, path), text);
  }
  execFileSync("npm", ["pack", "--silent"], { cwd: here });
  return readFileSync(join(here, "planted-1.0.0.tgz"));
}

test("a sound package has no faults", async () => {
  expect(await packageFaults(packed(sound, files), { types: true })).toEqual([]);
});

test.each([
  ["a way in that leads nowhere", { ...sound, exports: { ".": "./dist/index.js" } }, files, /does not exist/],
  [
    "types that nothing finds",
    { type: "module", exports: { ".": "./index.js" } },
    { "index.js": "export {};\n" },
    /no types/,
  ],
  [
    "types that speak of another kind of module",
    { type: "module", exports: { ".": { types: "./index.d.cts", default: "./index.js" } } },
    { "index.js": files["index.js"], "index.d.cts": files["index.d.ts"] },
    /FalseCJS/,
  ],
])("%s is found", async (_, manifest, written, fault) => {
  expect(
    (await packageFaults(packed(manifest, written as Record<string, string>), { types: true })).join("\n"),
  ).toMatch(fault);
});

test("what is meant for this repository alone is not published", () => {
  const manifest = {
    name: "@kith/x",
    scripts: { build: "tsc" },
    devDependencies: { typescript: "6" },
    dependencies: { jose: "6" },
    exports: { ".": { "kith-source": "./src/index.ts", types: "./dist/index.d.ts" } },
  };
  expect(publishedManifest(manifest)).toEqual({
    name: "@kith/x",
    dependencies: { jose: "6" },
    exports: { ".": { types: "./dist/index.d.ts" } },
  });
});
