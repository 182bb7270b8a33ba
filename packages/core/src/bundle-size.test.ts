import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { describe, expect, test } from "vitest";

/** Most bytes of each entry with all it draws in, minified and gzipped. Raise one only knowing what it buys. */
const BUDGETS: { readonly [entry: string]: number } = {
  "./values": 4000,
  "./members": 500,
  "./members/input": 3130,
  "./communities": 900,
  "./communities/input": 2850,
  "./support-offers": 2720,
  "./support-offers/input": 3150,
  "./check-ins": 1300,
  "./check-ins/input": 1880,
  "./safety": 1650,
  "./partners": 1250,
  "./partners/input": 2860,
};
/** What the check-in widget draws in, of the 16 kB it has in all. */
const CHECK_IN_WIDGET = 2900;

const packageRoot = new URL("../", import.meta.url);
const { exports } = JSON.parse(readFileSync(new URL("package.json", packageRoot), "utf8")) as {
  exports: { [entry: string]: { "kith-source": string } };
};
const sourceOf = (entry: string) => fileURLToPath(new URL(exports[entry]!["kith-source"], packageRoot));

/** Bytes of a module with this source once bundled for a browser, minified and gzipped. */
async function bundledSize(source: string): Promise<number> {
  const { output } = (await build({
    configFile: false,
    root: fileURLToPath(packageRoot),
    logLevel: "silent",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "virtual:entry" ? id : undefined),
        load: (id) => (id === "virtual:entry" ? source : undefined),
      },
    ],
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rolldownOptions: {
        input: "virtual:entry",
        preserveEntrySignatures: "strict",
        output: { format: "es", minify: true },
      },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = output.filter((part) => part.type === "chunk");
  expect(chunks).toHaveLength(1);
  return gzipSync(chunks[0]!.code).byteLength;
}

const everything = (entry: string) => `export * from ${JSON.stringify(sourceOf(entry))};`;

describe("what a page downloads stays small", () => {
  test("every entry has a budget", () => {
    expect(Object.keys(BUDGETS).sort()).toEqual(Object.keys(exports).sort());
  });

  test.each(Object.entries(BUDGETS))("%s stays within %i bytes", async (entry, budget) => {
    expect(await bundledSize(everything(entry))).toBeLessThanOrEqual(budget);
  });

  test("the check-in's rules and schema, with what checks it, stay small enough for its widget", async () => {
    const entries = ["./check-ins", "./check-ins/input"].map(everything).join("\n");
    expect(await bundledSize(`${entries}\nexport { safeParse } from "valibot";`)).toBeLessThanOrEqual(CHECK_IN_WIDGET);
  });
});
