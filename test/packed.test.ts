import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onServer, urlOf } from "../packages/gateway/src/platform/database/testing.template.js";
import { packPackages } from "../scripts/pack/pack-packages.ts";

// What a partner has after installing our packages: the tarballs, and beside them what they say they depend on, no more.
const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const { resolve } = createRequire(import.meta.url);
// The newest, and the oldest that is promised: one of the checks brings it along.
const COMPILERS = {
  "TypeScript 7": join(dirname(resolve("@typescript/native/package.json")), "bin/tsc"),
  "TypeScript 5.6": createRequire(resolve("@arethetypeswrong/core")).resolve("typescript/bin/tsc"),
};
let project: string;

beforeAll(async () => {
  await run("npm", ["run", "--silent", "build"], { cwd: ROOT });
  project = await realpath(await mkdtemp(join(tmpdir(), "kith-installed-")));
  for (const { name, file } of await packPackages(join(project, "tarballs"))) {
    const here = join(project, "node_modules", name);
    await mkdir(here, { recursive: true });
    await run("tar", ["-xzf", file, "--strip-components=1", "-C", here]);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
      await readFile(join(here, "package.json"), "utf8"),
    );
    for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (!dependency.startsWith("@kith/")) await link(join("packages", name.slice(6)), dependency, here);
    }
  }
  // What a partner who uses our hooks has anyway.
  for (const own of ["react", "@types/react"]) await link("packages/sdk", own, project);
  await writeFile(join(project, "package.json"), JSON.stringify({ type: "module", private: true }));
}, 120_000);
afterAll(() => rm(project, { recursive: true, force: true }));

/** Puts a package where this one finds it and nobody else does. */
async function link(from: string, dependency: string, into: string): Promise<void> {
  for (const folder of [join(ROOT, from, "node_modules", dependency), join(ROOT, "node_modules", dependency)]) {
    const found = await realpath(folder).catch(() => null);
    if (!found) continue;
    const place = join(into, "node_modules", dependency);
    await mkdir(dirname(place), { recursive: true });
    return symlink(found, place);
  }
}

const node = async (code: string) => {
  await writeFile(join(project, "main.mjs"), code);
  const { stdout } = await run(process.execPath, ["main.mjs"], { cwd: project });
  return JSON.parse(stdout);
};

describe("installed from the tarballs", { timeout: 90_000 }, () => {
  test("every module can be imported, and what it offers is there", async () => {
    const offered = await node(`
      import { readFileSync } from "node:fs";
      import { createRequire } from "node:module";
      const offered = {};
      for (const name of ["core", "sdk"]) {
        const { exports } = JSON.parse(readFileSync(\`node_modules/@kith/\${name}/package.json\`, "utf8"));
        for (const path of Object.keys(exports)) {
          if (path.endsWith(".graphql")) continue;
          offered[name + path.slice(1)] = Object.keys(await import(\`@kith/\${name}\${path.slice(1)}\`)).length;
        }
      }
      offered.pure = Object.keys(await import("@kith/widgets/pure")).length;
      offered.schema = readFileSync(createRequire(import.meta.url).resolve("@kith/sdk/schema.graphql"), "utf8").length;
      console.log(JSON.stringify(offered));
    `);
    expect(Object.keys(offered)).toEqual(
      expect.arrayContaining(["core/values", "sdk", "sdk/server", "sdk/react", "pure", "schema"]),
    );
    expect(Object.values(offered).filter((count) => !count)).toEqual([]);
  });

  test("a token is signed, and a call and a stream say that nobody answers", async () => {
    const answer = await node(`
      import { createKith } from "@kith/sdk";
      import { mintMemberToken } from "@kith/sdk/server";
      const getToken = () => mintMemberToken({ partnerId: "prt_1", signingKey: { kid: "kid_1", secret: "s".repeat(32) }, externalId: "p-1" });
      const kith = createKith({ endpoint: "http://127.0.0.1:9", getToken, retries: 0 });
      const called = await kith.viewer().catch(({ code, reason }) => ({ code, reason }));
      const stop = setTimeout(() => {}, 5_000);
      const leaving = new AbortController();
      const streamed = kith.exchanges.changes({ signal: leaving.signal }).next().catch((error) => error.message);
      setTimeout(() => leaving.abort(new Error("left")), 500);
      console.log(JSON.stringify({ called, streamed: await streamed }));
      clearTimeout(stop);
    `);
    expect(answer).toEqual({ called: { code: "UNAVAILABLE", reason: "NETWORK" }, streamed: "left" });
  });

  test.each([
    ["node16", "node16"],
    ["bundler", "preserve"],
  ])(
    "its types hold where modules are found as %s does, our own declarations checked too",
    async (moduleResolution, module) => {
      const source = `
      import { exchangeActions } from "@kith/core/support-offers";
      import type { SupportKind } from "@kith/core/values";
      import { createKith, type Exchange, type KithError } from "@kith/sdk";
      import { useExchanges } from "@kith/sdk/react";
      import { kithServer } from "@kith/sdk/server";
      const kith = createKith({ endpoint: "https://kith.example", getToken: () => "t" });
      export async function first(): Promise<Exchange | undefined> {
        for await (const change of kith.exchanges.changes()) if (change.kind === "CHANGED") return change.exchange;
        return (await kith.exchanges.list({ states: ["PROPOSED"] })).nodes[0];
      }
      export const kind: SupportKind = "EMOTIONAL";
      export const reason = (error: KithError): string | undefined => error.reason;
      export const used = [exchangeActions, kithServer, () => useExchanges({ first: 5 }).nodes[0]?.viewerCan];
      // @ts-expect-error: or else nothing was checked
      void kith.exchanges.list({ states: ["NO_SUCH_STATE"] });
    `;
      const compilerOptions = {
        module,
        moduleResolution,
        target: "es2022",
        lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        noEmit: true,
        types: [],
      };
      await writeFile(join(project, "consumer.mts"), source);
      await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.mts"] }));
      const complaints = Object.entries(COMPILERS).map(async ([name, compiler]) => {
        const ended = run(process.execPath, [compiler, "-p", project, "--pretty", "false"]);
        return [name, (await ended.catch((error) => error)).stdout];
      });
      expect(await Promise.all(complaints)).toEqual(Object.keys(COMPILERS).map((name) => [name, ""]));
    },
  );

  test("the program brings an empty database up to date", async () => {
    const server = process.env.KITH_TEST_DATABASE_URL ?? "";
    const name = `kith_packed_${randomBytes(6).toString("hex")}`;
    await onServer(server, `create database ${name}`);
    try {
      const kith = join(project, "node_modules/@kith/gateway/bin/kith.js");
      const env = { PATH: process.env.PATH, DATABASE_URL: urlOf(server, name) };
      await run(process.execPath, [kith, "migrate"], { cwd: project, env });
      await expect(onServer(urlOf(server, name), "select id from support_offer")).resolves.toBeUndefined();
    } finally {
      await onServer(server, `drop database ${name} with (force)`);
    }
  });
});
