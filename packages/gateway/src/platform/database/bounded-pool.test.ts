import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BoundedPool } from "./bounded-pool.js";
import { type TestDatabase, testDatabase } from "./testing.js";
import { isUnavailable } from "./unavailable.js";

const PATIENCE_MS = 1500;
let own: TestDatabase;
let pool: BoundedPool;
beforeAll(async () => {
  own = await testDatabase();
  pool = new BoundedPool({ connectionString: own.url, max: 2, connectionTimeoutMillis: PATIENCE_MS }, 200);
});
afterAll(async () => {
  await pool.end();
  await own.drop();
});

/** How long it took to be refused; negative if it was served. */
async function ask(): Promise<number> {
  const since = performance.now();
  try {
    (await pool.connect()).release();
    return -1;
  } catch (error) {
    expect(isUnavailable(error)).toBe(true);
    return performance.now() - since;
  }
}

test("when every connection is held, whoever comes is told at once, not after everyone's patience", async () => {
  const held = [await pool.connect(), await pool.connect()];
  const first = ask();
  const early: Promise<number>[] = [];
  const late: Promise<number>[] = [];
  for (let n = 0; n < 30; n++) {
    (n < 8 ? early : late).push(ask());
    await wait(100);
  }
  expect(await first).toBeGreaterThan(PATIENCE_MS - 100);
  expect(Math.max(...(await Promise.all(early)))).toBeLessThan(PATIENCE_MS + 400);
  // One at a time may wait to find out whether it is over; nobody else does.
  const refusals = (await Promise.all(late)).sort((one, other) => one - other);
  expect(refusals.filter((ms) => ms > 100).length).toBeLessThan(4);
  expect(Math.min(...refusals)).toBeGreaterThanOrEqual(0);
  for (const client of held) client.release();
  expect(await ask()).toBe(-1);
});

test("a crowd that is served one after the other is not turned away, also where the last wait a second", async () => {
  const visit = async () => {
    const client = await pool.connect();
    await wait(20);
    client.release();
  };
  const crowd = Array.from({ length: 80 }, visit);
  await wait(700);
  const served = await Promise.allSettled([...crowd, visit()]);
  expect(served.filter(({ status }) => status === "rejected")).toEqual([]);
});
