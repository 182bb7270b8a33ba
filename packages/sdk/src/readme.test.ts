import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { compile } from "./testing/compile.js";

const here = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kith-readme-"));
afterAll(() => rmSync(folder, { recursive: true }));

function compileSamples(samples: { language?: string | undefined; text: string }[]) {
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
  samples.forEach(({ language = "ts", text }, index) => {
    writeFileSync(join(folder, `sample-${index + 1}.${language}`), text);
  });
  const compilerOptions = {
    rootDir: "/",
    types: ["node"],
    typeRoots: [join(here, "../../node_modules/@types")],
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    composite: false,
    noEmit: true,
    jsx: "react-jsx",
    paths: {
      "@kith/sdk": [join(here, "src/index.ts")],
      "@kith/sdk/react": [join(here, "src/react/index.ts")],
      "@kith/sdk/server": [join(here, "src/server/index.ts")],
      react: [join(here, "../../node_modules/@types/react")],
      "react/jsx-runtime": [join(here, "../../node_modules/@types/react/jsx-runtime.d.ts")],
    },
  };
  const config = { extends: join(here, "../../tsconfig.base.json"), compilerOptions, include: ["*.ts", "*.tsx"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return compile(join(folder, "tsconfig.json"));
}

test("what the README shows compiles, and a sample that does not would be noticed", async () => {
  const samples = [...readFileSync(join(here, "README.md"), "utf8").matchAll(/^```(tsx?)\n([\s\S]*?)^```/gm)].map(
    ([, language, text = ""]) => ({ language, text }),
  );
  expect(samples.length).toBeGreaterThan(6);
  expect(await compileSamples(samples)).toBe("");
  expect(await compileSamples([{ text: `import { createKiht } from "@kith/sdk";\ncreateKiht;` }])).toMatch(
    /sample-1.*createKiht/,
  );
});
