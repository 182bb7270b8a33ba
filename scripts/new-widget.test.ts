import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./checks/files.ts";
import { widgetNames } from "./new-widget/names.ts";

// The parts of the repository that the checks below read.
const COPIED = [
  ".gitignore",
  "package.json",
  "biome.json",
  "tsconfig.base.json",
  "packages",
  "scripts",
  "docs/elements",
  "test",
];
const FOLDER = "packages/widgets/src/programs/kith-newcomer";
const CONFIG = `import { defineConfig } from "vitest/config";
const conditions = ["kith-source", "node"];
export default defineConfig({ resolve: { conditions }, ssr: { resolve: { conditions } },
  test: { testTimeout: 60000, hookTimeout: 60000, pool: "forks", maxWorkers: 1 } });
`;

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "kith-new-widget-"));
  const leftOut = /\/(?:node_modules|dist)(?:\/|$)/;
  for (const path of COPIED) {
    cpSync(join(ROOT, path), join(copy, path), { recursive: true, filter: (source) => !leftOut.test(source) });
  }
  for (const path of ["node_modules", "packages/widgets/node_modules"]) symlinkSync(join(ROOT, path), join(copy, path));
  writeFileSync(join(copy, "vitest.config.ts"), CONFIG);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(command: string, ...given: string[]): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(command, given, { cwd: copy, encoding: "utf8" });
  return { ok: status === 0, output: `${stdout}${stderr}` };
}
const passes = { ok: true, output: expect.any(String) as string };

describe("npm run new:widget", () => {
  it("says what it takes, and makes nothing, when it is asked for what cannot be", () => {
    for (const [given, said] of [
      [["gardens", "kith-network"], "Name the feature first"],
      [["members", "network"], "Name the element second"],
      [["check-ins", "kith-check-in"], "There is a <kith-check-in> already."],
    ] as const) {
      const { ok, output } = run("node", "scripts/new-widget.ts", ...given);
      expect(ok).toBe(false);
      expect(output).toContain(said);
    }
    expect(existsSync(join(copy, "packages/widgets/src/members"))).toBe(false);
  });

  it("names what it makes after its tag", () => {
    expect(widgetNames(["members", "kith-reach-out"], [])).toEqual({
      feature: "members",
      tag: "kith-reach-out",
      Class: "KithReachOut",
      camel: "reachOut",
    });
  });

  it("makes an element that passes every check as it is, and is in every list", { timeout: 240_000 }, () => {
    expect(run("node", "scripts/new-widget.ts", "programs", "kith-newcomer")).toEqual(passes);
    expect(run("biome", "check", "packages/widgets", "docs")).toEqual(passes);
    expect(run("tsc", "-p", "packages/widgets/tsconfig.test.json")).toEqual(passes);
    expect(readFileSync(join(copy, "packages/widgets/README.md"), "utf8")).toContain(
      `${FOLDER.slice(17)}/kith-newcomer.md`,
    );
    const tests = [
      FOLDER,
      "packages/widgets/src/platform/words/catalogues.test.ts",
      "packages/widgets/src/react/elements.test.ts",
      "packages/widgets/src/loader/budgets.test.ts",
      "packages/widgets/src/testing/gallery/gallery.test.ts",
    ];
    const chosen = "kith-newcomer|every catalogue|React|gzipped|states for every element";
    const { ok, output } = run("vitest", "run", "--root", copy, ...tests, "-t", chosen);
    expect(ok, output).toBe(true);
    expect(output).toContain("<kith-newcomer>");
  });
});
