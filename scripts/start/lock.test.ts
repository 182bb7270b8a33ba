import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Holder, takeLock } from "./lock.ts";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kith-lock-"));
  path = join(folder, "deep/start.lock");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const taken = async () => {
  const lock = await takeLock(path);
  if (!("release" in lock)) throw new Error(`held by ${lock.heldBy.pid}`);
  return lock;
};

test("a second start while one runs is told who runs", async () => {
  await taken();
  expect(await takeLock(path)).toMatchObject({ heldBy: { pid: process.pid } });
});

test("a lock given back can be taken again, and nothing is left lying about", async () => {
  await (await taken()).release();
  await (await taken()).release();
  expect(await readdir(join(folder, "deep"))).toEqual([]);
});

test("a killed start does not lock everyone out", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const dead: Holder = { pid: child.pid ?? 0, began: "1 of this boot" };
  child.kill("SIGKILL");
  await once(child, "exit");
  await (await taken()).release();
  await writeFile(path, JSON.stringify(dead));
  expect(await takeLock(path)).toHaveProperty("release");
});

test("another process that was given the killed one's id does not count as it", async () => {
  await (await taken()).release();
  await writeFile(path, JSON.stringify({ pid: process.pid, began: "7 of an earlier boot" }));
  expect(await takeLock(path)).toHaveProperty("release");
});

test("a half-written lock from a full disk does not lock everyone out", async () => {
  await (await taken()).release();
  await writeFile(path, '{"pid":');
  expect(await takeLock(path)).toHaveProperty("release");
});
