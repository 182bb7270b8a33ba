import fc from "fast-check";
import { expect, test } from "vitest";
import { KithError } from "./errors.js";
import { retry, waitBeforeRetry } from "./retry.js";

const random = fc.double({ min: 0, max: 1, noNaN: true });

test("the wait grows, is never nothing, and has an end", () => {
  fc.assert(
    fc.property(fc.nat(100), random, (failures, chance) => {
      const wait = waitBeforeRetry(new KithError("UNAVAILABLE", ""), failures, chance);
      expect(wait).toBeGreaterThanOrEqual(125);
      expect(wait).toBeLessThanOrEqual(8_000);
    }),
  );
  const waits = [0, 1, 2, 3].map((failures) => waitBeforeRetry(new KithError("UNAVAILABLE", ""), failures, 1));
  expect(waits).toEqual([250, 500, 1_000, 2_000]);
});

test("those who were cut off together do not come back together", () => {
  const waits = [0, 0.25, 0.5, 0.75, 1].map((chance) => waitBeforeRetry(new KithError("UNAVAILABLE", ""), 3, chance));
  expect(new Set(waits).size).toBe(5);
});

test("no wait is shorter than what the gateway asked for", () => {
  fc.assert(
    fc.property(fc.nat(10), random, fc.nat(3_600), (failures, chance, retryAfter) => {
      const wait = waitBeforeRetry(new KithError("RATE_LIMITED", "", { retryAfter }), failures, chance);
      expect(wait).toBeGreaterThanOrEqual(retryAfter * 1_000);
    }),
  );
});

test("an error that is not Kith's is never tried again", () => {
  expect(waitBeforeRetry(new TypeError("a bug"), 0, 0)).toBeNull();
});

test("an abort leaves no timer behind that would keep a process from ending", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const control = new AbortController();
  const failing = retry({ retries: 3, deadline: Date.now() + 60_000, signal: control.signal }, () =>
    Promise.reject(new KithError("RATE_LIMITED", "", { retryAfter: 20 })),
  );
  await new Promise((resolve) => setImmediate(resolve));
  expect(timers()).toBe(before + 1);
  control.abort();
  await expect(failing).rejects.toBe(control.signal.reason);
  expect(timers()).toBe(before);
});
