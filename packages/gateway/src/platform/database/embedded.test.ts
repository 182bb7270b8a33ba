import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./embedded.js";
import { nobody } from "./embedded-user.js";

const isRoot = process.getuid?.() === 0;
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const endings: (() => Promise<unknown>)[] = [];

/** A folder with data, for all who do not need an empty one: to make it takes longer than all the rest. */
let made: string;
beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), "kith-embedded-"));
  await (await startEmbeddedPostgres({ directory: made, fast: true })).stop();
});
afterAll(() => rm(made, { recursive: true, force: true }));

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "kith-embedded-"));
  endings.push(() => rm(path, { recursive: true, force: true, maxRetries: 20 }));
  return path;
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(options);
  endings.push(() => server.stop());
  return server;
}

async function startProcess(
  directory: string,
  uid?: number,
): Promise<{ node: ChildProcess; pid: number; url: string }> {
  const args = ["--import", here("testing.sources.mjs"), here("testing.embedded-process.ts"), directory];
  const node = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: "/",
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  endings.push(async () => node.kill("SIGKILL"));
  const [line] = await once(createInterface({ input: node.stdout! }), "line");
  return { node, ...JSON.parse(line as string) };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  await client.connect();
  return client;
}

async function query<Row extends object = object>(url: string, text: string): Promise<Row[]> {
  const client = await connected(url);
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function gone(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await wait(20)) if (!runs(pid)) return true;
  return false;
}

const files = async (data: string): Promise<object> => {
  const paths = (await readdir(data, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    paths.map(async ({ parentPath, name }) => [join(parentPath, name), (await stat(join(parentPath, name))).mtimeMs]),
  );
  return Object.fromEntries(sizes.sort());
};

test("a second start in a folder in use is refused and touches nothing", async () => {
  const directory = made;
  const server = await start({ directory, fast: true });
  await query(server.url, "checkpoint");
  const before = await files(directory);
  await expect(startEmbeddedPostgres({ directory })).rejects.toMatchObject({ problem: "ALREADY_RUNNING" });
  expect(await files(directory)).toEqual(before);
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("two first starts at the same instant do not spoil each other's data", async () => {
  const directory = await folder();
  const outcomes = await Promise.allSettled([1, 2].map(() => start({ directory, fast: true })));
  const servers = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  expect(servers).toHaveLength(1);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { problem: "ALREADY_RUNNING" },
  });
  expect(await query(servers[0]!.url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(await readdir(directory)).toEqual(["data"]);
});

test("what was committed is there after the server was killed", async () => {
  const directory = made;
  const server = await start({ directory });
  expect(await query(server.url, "show fsync")).toEqual([{ fsync: "on" }]);
  await query(server.url, "create table kept (id int)");
  await query(server.url, "insert into kept values (7)");
  process.kill(server.pid, "SIGKILL");
  await server.ended;
  const again = await start({ directory });
  expect(await query(again.url, "select id from kept")).toEqual([{ id: 7 }]);
});

test("the server does not outlive a process that was killed, and its folder can be used at once", async () => {
  const directory = made;
  const { node, pid, url } = await startProcess(directory);
  await query(url, "create table stayed (id int)");
  await connected(url);
  node.kill("SIGKILL");
  expect(await gone(pid, 3_000)).toBe(true);
  expect(await readdir(join(directory, "data"))).not.toContain("postmaster.pid");
  const again = await start({ directory });
  expect(await query(again.url, "select id from stayed")).toEqual([]);
});

test("a first start that was cut short leaves nothing that stops the next one", async () => {
  const directory = await folder();
  const args = ["--import", here("testing.sources.mjs"), here("testing.embedded-process.ts"), directory];
  const node = spawn(process.execPath, args, { stdio: "ignore", cwd: "/" });
  while ((await readdir(directory)).length === 0) await wait(5);
  await wait(100);
  node.kill("SIGKILL");
  await once(node, "exit");
  const server = await start({ directory, fast: true });
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("what long dead starts left is cleared away, what another start is making is not", async () => {
  const directory = await folder();
  for (const name of ["data.0123456789ab", "data.ba9876543210", "data.backup"]) await mkdir(join(directory, name));
  await utimes(join(directory, "data.0123456789ab"), 0, 0);
  await start({ directory, fast: true });
  expect((await readdir(directory)).sort()).toEqual(["data", "data.ba9876543210", "data.backup"]);
});

test("a pid file left by a machine that went down does not stop the next start, though its number is in use", async () => {
  const directory = made;
  await writeFile(join(directory, "data", "postmaster.pid"), `${process.pid}\n${directory}/data\n0\n1\n\n`);
  const server = await start({ directory, fast: true });
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a port in use is said to be so", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  endings.push(async () => other.close());
  const { port } = other.address() as { port: number };
  await expect(startEmbeddedPostgres({ directory: made, port, fast: true })).rejects.toMatchObject({
    problem: "PORT_TAKEN",
  });
});

test("data of another version is left alone", async () => {
  const directory = await folder();
  await mkdir(join(directory, "data"));
  await writeFile(join(directory, "data", "PG_VERSION"), "15\n");
  await expect(startEmbeddedPostgres({ directory })).rejects.toMatchObject({ problem: "OTHER_VERSION" });
  expect(await readFile(join(directory, "data", "PG_VERSION"), "utf8")).toBe("15\n");
});

test("nobody gets in without the password, nor from another machine", async () => {
  const server = await start({ directory: made, fast: true });
  const guess = new URL(server.url);
  guess.password = "guess";
  await expect(query(guess.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((at) => at && !at.internal && at.family === "IPv4");
  if (outside) {
    guess.hostname = outside.address;
    await expect(query(guess.href, "select 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  }
});

test("stopping does not wait for those who are connected", async () => {
  const server = await start({ directory: made, fast: true });
  const client = await connected(server.url);
  const lost = new Promise<void>((resolve) => client.once("end", resolve));
  await server.stop();
  expect(runs(server.pid)).toBe(false);
  await lost;
});

test.runIf(isRoot)(
  "root can run it where namespaces are forbidden, also on data made where they were not",
  async () => {
    const directory = made;
    const first = await start({ directory, fast: true });
    await query(first.url, "create table handed_over (id int)");
    await first.stop();
    const second = await start({ directory, fast: true, user: nobody });
    expect(await query(second.url, "select id from handed_over")).toEqual([]);
    await second.stop();
    const third = await start({ directory, fast: true });
    expect(await query(third.url, "select id from handed_over")).toEqual([]);
  },
);

test.runIf(isRoot)("a folder that the user PostgreSQL runs as cannot reach is said to be so", async () => {
  const locked = await folder();
  const directory = join(locked, "inside");
  await expect(startEmbeddedPostgres({ directory, user: nobody })).rejects.toMatchObject({ problem: "OUT_OF_REACH" });
});

test.runIf(isRoot).each([
  ["a user without any rights", 1],
  ["a user the system has no name for", 12345],
])("%s can run it", async (_who, uid) => {
  const directory = await folder();
  await chown(directory, uid, uid);
  const { url } = await startProcess(directory, uid);
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect((await stat(join(directory, "data"))).uid).toBe(uid);
});
