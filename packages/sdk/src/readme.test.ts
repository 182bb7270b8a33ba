import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { compile } from "./testing/compile.js";

const here = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kith-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

function compileSamples(samples: string[]) {
  samples.forEach((sample, index) => writeFileSync(join(folder, `sample-${index + 1}.mts`), sample));
  const compilerOptions = {
    rootDir: "/",
    types: ["node"],
    typeRoots: [join(here, "../../node_modules/@types")],
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    composite: false,
    noEmit: true,
    paths: { "@kith/sdk": [join(here, "src/index.ts")], "@kith/sdk/server": [join(here, "src/server/index.ts")] },
  };
  const config = { extends: join(here, "../../tsconfig.base.json"), compilerOptions, include: ["*.mts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return compile(join(folder, "tsconfig.json"));
}

test("what the README shows compiles, and a sample that does not would be noticed", async () => {
  const samples = [...readFileSync(join(here, "README.md"), "utf8").matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
    ([, sample = ""]) => sample,
  );
  expect(samples.length).toBeGreaterThan(6);
  expect(await compileSamples(samples)).toBe("");
  expect(await compileSamples([`import { createKiht } from "@kith/sdk";\ncreateKiht;`])).toMatch(
    /sample-1.*createKiht/,
  );
});
