import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const require = createRequire(import.meta.url);
const config = fileURLToPath(new URL("../.dependency-cruiser.cjs", import.meta.url));
const cruiser = fileURLToPath(new URL("../node_modules/.bin/depcruise", import.meta.url));
const rules: string[] = require(config).forbidden.map((rule: { name: string }) => rule.name);

/** A small house in order: it uses every arrow that is allowed. */
const HOUSE: Record<string, string> = {
  "packages/core/src/values/index.ts": `export type Id = string; export const isId = (text: string): text is Id => text !== "";`,
  "packages/core/src/members/index.ts": `import { isId } from "../values/index.js"; export const isMember = isId;`,
  "packages/core/src/members/input.ts": `export const memberInput = {};`,
  "packages/gateway/src/main.ts": `import "./features/members/index.js"; import "./features/offers/index.js";`,
  "packages/gateway/src/features/members/index.ts": `export { member } from "./member.selection.js";`,
  "packages/gateway/src/features/members/member.selection.ts": `import { isMember } from "@kith/core/members"; import { read } from "../../platform/reading.js"; export const member = [isMember, read];`,
  "packages/gateway/src/features/offers/index.ts": `import { member } from "../members/index.js"; export const offer = member;`,
  "packages/gateway/src/platform/reading.ts": `export const read = 1;`,
  "packages/gateway/src/platform/reading.test.ts": `import { member } from "../features/members/index.js"; import { testDatabase } from "./testing.js"; export const tested = [member, testDatabase];`,
  "packages/gateway/src/platform/testing.ts": `export const testDatabase = 1;`,
  "packages/sdk/src/index.ts": `import type { Id } from "@kith/core/values"; export type MemberId = Id; export const createKith = 1;`,
  "packages/sdk/src/server/index.ts": `export const mintMemberToken = 1;`,
  "packages/widgets/src/index.ts": `import "./members/kith-me.js"; import { createKith } from "@kith/sdk"; export const kith = createKith;`,
  "packages/widgets/src/members/kith-me.ts": `import { isMember } from "@kith/core/members"; import { session } from "../platform/session.js"; export const me = [session, isMember];`,
  "packages/widgets/src/platform/session.ts": `export const session = 1;`,
  "scripts/start/main.ts": `import "../../packages/gateway/dist/main.js"; import "../../examples/clinic-site/src/server.ts";`,
  "packages/gateway/dist/main.js": `export const startGateway = 1;`,
  "examples/clinic-site/src/server.ts": `import { mintMemberToken } from "@kith/sdk/server"; export const server = mintMemberToken;`,
};

/** One or more violations of every rule: the file that breaks it and what it says. */
const PLANTS: Record<string, Record<string, string>> = {
  "core-knows-nothing-of-ours": { "packages/core/src/values/a.ts": `import "@kith/sdk";` },
  "core-is-pure": {
    "packages/core/src/values/b.ts": `import "node:fs";`,
    "packages/core/src/values/c.ts": `import "lit";`,
  },
  "gateway-knows-only-core": {
    "packages/gateway/src/platform/a.ts": `import "@kith/sdk";`,
    "packages/gateway/src/features/members/a.ts": `import "@kith/widgets";`,
    "packages/gateway/src/features/members/b.test.ts": `import "../../../../../examples/clinic-site/src/server.ts";`,
  },
  "sdk-takes-only-types-of-core": {
    "packages/sdk/src/a.ts": `import { isId } from "@kith/core/values"; export const is = isId;`,
  },
  "sdk-knows-only-core": { "packages/sdk/src/b.ts": `import "@kith/widgets";` },
  "widgets-stay-in-the-browser": { "packages/widgets/src/members/a.ts": `import "@kith/sdk/server";` },
  "nothing-imports-gateway": {
    "packages/widgets/src/members/b.ts": `import "../../../gateway/dist/main.js";`,
    "scripts/check-size.ts": `import "../packages/gateway/dist/main.js";`,
    "examples/clinic-site/src/b.ts": `import "../../../packages/gateway/src/main.js";`,
  },
  "platform-knows-no-feature": {
    "packages/gateway/src/platform/b.ts": `import { member } from "../features/members/index.js"; export const one = member;`,
  },
  "gateway-features-meet-at-their-index": {
    "packages/gateway/src/features/offers/a.ts": `import { member } from "../members/member.selection.js"; export const one = member;`,
  },
  "core-features-meet-at-their-index": {
    "packages/core/src/members/a.ts": `import { hidden } from "../values/hidden.js"; export const one = hidden;`,
  },
  "widget-platform-knows-no-feature": {
    "packages/widgets/src/platform/a.ts": `import { me } from "../members/kith-me.js"; export const one = me;`,
  },
  "composition-root-is-the-top": { "packages/gateway/src/features/offers/b.ts": `import "../../main.js";` },
  "packages-are-met-by-name": {
    "packages/widgets/src/members/c.ts": `import { isId } from "../../../core/src/values/index.js"; export const one = isId;`,
  },
  "examples-use-what-partners-use": {
    "examples/clinic-site/src/a.ts": `import "../../../packages/sdk/src/server/index.js";`,
  },
  "tests-are-not-imported": {
    "packages/gateway/src/platform/c.ts": `import { testDatabase } from "./testing.js"; export const one = testDatabase;`,
    "packages/widgets/src/members/d.ts": `import "../../../../test/browser.js";`,
  },
  "no-cycles": {
    "packages/sdk/src/c.ts": `import { d } from "./d.js"; export const c = () => d;`,
  },
  "imports-exist": { "packages/sdk/src/e.ts": `import "./nowhere.js";` },
};
/** What plants lean on, and no violation by itself. */
const SOIL: Record<string, string> = {
  "packages/core/src/values/hidden.ts": `export const hidden = 1;`,
  "packages/sdk/src/d.ts": `import { c } from "./c.js"; export const d = () => c;`,
  "test/browser.ts": `export const launch = 1;`,
};

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

interface Violation {
  rule: { name: string };
  from: string;
}

describe("a tree with violations planted in it", () => {
  let violations: Violation[];
  beforeAll(async () => {
    violations = await cruise(await build({ ...HOUSE, ...SOIL, ...Object.assign({}, ...Object.values(PLANTS)) }));
  });

  test("every rule has a plant, so that no rule is only words", () => {
    expect(Object.keys(PLANTS).sort()).toEqual([...rules].sort());
  });

  test.for(Object.entries(PLANTS).flatMap(([rule, files]) => Object.keys(files).map((file) => ({ rule, file }))))(
    "$rule catches $file",
    ({ rule, file }) => {
      expect(violations.filter((violation) => violation.rule.name === rule).map(({ from }) => from)).toContain(file);
    },
  );
});

test("a tree in order is not accused", async () => {
  expect(await cruise(await build(HOUSE))).toEqual([]);
});

/** Writes the files into a folder of their own in which our packages find each other by name. */
async function build(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kith-arrows-"));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await mkdir(join(folder, "node_modules/@kith"), { recursive: true });
  await mkdir(join(folder, "node_modules/lit"), { recursive: true });
  await writeFile(
    join(folder, "node_modules/lit/package.json"),
    `{ "name": "lit", "version": "1.0.0", "main": "i.js" }`,
  );
  await writeFile(join(folder, "node_modules/lit/i.js"), "");
  for (const name of ["core", "sdk", "widgets"]) {
    const real = fileURLToPath(new URL(`../packages/${name}/package.json`, import.meta.url));
    await writeFile(join(folder, `packages/${name}/package.json`), JSON.stringify(offered(require(real))));
    await symlink(join(folder, "packages", name), join(folder, "node_modules/@kith", name));
  }
  await writeFile(join(folder, "package.json"), `{ "name": "house", "workspaces": ["packages/*"] }`);
  return folder;
}

/** A package's exports, read from its sources even where it only offers what is built. */
function offered(manifest: { name: string; exports: Record<string, unknown> }) {
  const fromSource = manifest.name === "@kith/widgets" ? { ".": "./src/index.ts" } : manifest.exports;
  return { ...manifest, exports: fromSource };
}

async function cruise(folder: string): Promise<Violation[]> {
  const where = ["packages", "scripts", "examples"];
  const args = ["--config", config, "--output-type", "json", ...where];
  const run = promisify(execFile)(cruiser, args, { cwd: folder, maxBuffer: 1e8 });
  // It ends with the number of violations, which counts as a failure.
  const { stdout } = await run.catch((ended: { stdout: string; stderr: string }) => {
    if (!ended.stdout) throw new Error(ended.stderr);
    return ended;
  });
  return JSON.parse(stdout).summary.violations;
}
