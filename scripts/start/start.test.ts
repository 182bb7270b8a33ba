import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createKith } from "@kith/sdk";
import { kithServer } from "@kith/sdk/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DemoFile } from "./demo-file.ts";

const script = fileURLToPath(new URL("../start.mjs", import.meta.url));
const program = fileURLToPath(new URL("../../packages/gateway/bin/kith.js", import.meta.url));
const running = new Set<ChildProcess>();
let home: string;
let port: number;

beforeAll(async () => {
  // The kith program looks for a start in the folder it is called in.
  home = join(await mkdtemp(join(tmpdir(), "kith-start-")), ".kith");
  port = await twoFreePorts();
});
afterAll(async () => {
  for (const child of running) await ended(child, "SIGKILL");
  await rm(dirname(home), { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

test("the first minute: everything runs, filled and signed in, and survives being killed", {
  timeout: 120_000,
}, async () => {
  const first = await start();
  expect(first.said).toContain(`http://localhost:${port}/graphiql`);
  const demo = await readDemo();
  expect((await stat(join(home, "demo.json"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(home, "encryption-key"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(home, "postgres/data"))).mode & 0o777).toBe(0o700);
  expect(demo).toMatchObject({ endpoint: `http://localhost:${port}`, clinic: `http://localhost:${port + 1}` });
  expect(demo.members.length).toBeGreaterThanOrEqual(8);

  const rosa = demo.members[0]!;
  const kith = createKith({ endpoint: demo.endpoint, getToken: () => rosa.token });
  expect((await kith.viewer())?.member).toMatchObject({ id: rosa.id, displayName: rosa.name });
  expect((await kith.pulseTrend({ days: 28 })).days.length).toBeGreaterThan(15);
  expect((await kith.supportOffers.list({ first: 100 })).nodes.length).toBeGreaterThanOrEqual(8);
  const states = (await kith.exchanges.list({ first: 100 })).nodes.map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(["PROPOSED", "ACCEPTED", "COMPLETED"]));

  const own = kithServer({ endpoint: demo.endpoint, secretKey: demo.partner.secretKey });
  const stranger = demo.otherPartner.members[0]!;
  await expect(own.members.get({ externalId: stranger.externalId })).rejects.toMatchObject({ code: "NOT_FOUND" });

  const front = await fetch(demo.endpoint, { redirect: "manual" });
  expect(front.headers.get("location")).toMatch(demo.clinic);
  const page = await fetch(demo.clinic);
  expect(await page.text()).toContain(rosa.name);
  expect((await fetch(`${demo.endpoint}/graphiql`)).status).toBe(200);
  expect((await fetch(`${demo.endpoint}/kith.js`)).headers.get("content-type")).toContain("javascript");

  const created = await promisify(execFile)(process.execPath, [program, "partner", "create", "Mine", "--json"], {
    cwd: dirname(home),
  });
  expect(JSON.parse(created.stdout)).toHaveProperty("signingKey.secret");

  const second = await start();
  expect(second.code).toBe(1);
  expect(second.said).toContain("Kith already runs here");
  expect(await readDemo()).toEqual(demo);

  await ended(first.child, "SIGKILL");
  const again = await start();
  const later = await readDemo();
  expect(later.partner).toEqual(demo.partner);
  expect(later.members.map(({ id }) => id)).toEqual(demo.members.map(({ id }) => id));
  expect(await ended(again.child, "SIGTERM")).toBe(0);
  await expect(fetch(demo.endpoint)).rejects.toThrow();
  await expect(stat(join(home, "environment"))).rejects.toThrow("ENOENT");
});

test("a taken port says so in one line", async () => {
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const { code, said } = await start();
  await closed(other);
  expect(code).toBe(1);
  expect(said.trim()).toBe(`Port ${port}, for the gateway, is taken. Choose others: PORT=4100 npm start`);
});

test("a database that cannot be reached says so in one line, without its password", async () => {
  const nobody = await twoFreePorts();
  const { code, said } = await start({ DATABASE_URL: `postgres://kith:secret@127.0.0.1:${nobody}/kith` });
  expect(code).toBe(1);
  expect(said.trim().split("\n").at(-1)).toBe(
    `The database at 127.0.0.1:${nobody} could not be reached (ECONNREFUSED).`,
  );
  expect(said).not.toContain("secret");
});

interface Started {
  child: ChildProcess;
  said: string;
  /** Null while it runs. */
  code: number | null;
}

/** Starts it and waits until it runs or ended. */
async function start(more: NodeJS.ProcessEnv = {}): Promise<Started> {
  const env = { ...process.env, DATABASE_URL: "", KITH_HOME: home, PORT: String(port), ...more };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "";
  const done = new Promise<void>((resolve) => {
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (said.includes("Ctrl-C stops it") && said.includes("demo.json")) resolve();
    });
    child.once("close", () => resolve());
  });
  await done;
  return { child, said, code: child.exitCode };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, "exit");
  return child.exitCode;
}

async function readDemo(): Promise<DemoFile> {
  return JSON.parse(await readFile(join(home, "demo.json"), "utf8"));
}

/** A port that is free, as is the next one. */
async function twoFreePorts(): Promise<number> {
  for (;;) {
    const one = createServer().listen(0, "127.0.0.1");
    await once(one, "listening");
    const { port } = one.address() as { port: number };
    const two = createServer();
    const free = await new Promise<boolean>((resolve) => {
      two.once("error", () => resolve(false)).listen(port + 1, "127.0.0.1", () => resolve(true));
    });
    await closed(one);
    if (free) await closed(two);
    if (free) return port;
  }
}

async function closed(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve));
}
