import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { chart } from "./chart.ts";
import { judge } from "./judge.ts";
import { pagesOf, readResults } from "./report.ts";
import type { Measured, Results } from "./results.ts";
import { table } from "./table.ts";

const round = (perSecond: number, p99 = 10): Measured => ({ perSecond, p50: 5, p99, cpu: 0.1 });
const results = (kith: readonly Measured[]): Results => ({
  on: "2026-11-25",
  load: { rounds: kith.length, seconds: 1, connections: 32 },
  operations: {
    home: {
      floor: [round(1000), round(500), round(100)],
      kith,
      postgraphile: [round(300), round(150), round(30)],
    },
  },
});

test("what README, docs page and chart show is what results.json holds", async () => {
  const kept = await readResults();
  if (!kept) throw new Error("results.json is missing");
  for (const [path, text] of await pagesOf(kept)) {
    expect(await readFile(path, "utf8"), `${basename(path)} is not of results.json: npm run bench`).toBe(text);
  }
});

test("the last whole run held every part, and no figure that was not measured", async () => {
  const kept = await readResults();
  const shown = kept ? table(kept) + chart(kept) : "";
  for (const part of ["Community page", "Home", "List", "Write", "2000 websockets", "event streams", "Loader"])
    expect(shown).toContain(part);
  expect(shown).not.toMatch(/NaN|undefined|Infinity|null/);
});

test("a part alone brings no rows of what was not measured", () => {
  const shown = table({ on: "2026-11-25", load: { rounds: 1, seconds: 1, connections: 32 }, sizes: [] });
  expect(shown).toBe("");
  expect(table(results([round(700), round(350), round(70)]))).not.toMatch(/NaN|undefined|Write/);
});

test("a machine that slows down between rounds does not change a ratio", () => {
  expect(table(results([round(700), round(350), round(70)]))).toContain("**0.70**");
  expect(judge(results([round(700), round(350), round(70)]))).toEqual([]);
});

test("a missed figure is told, and which", () => {
  expect(judge(results([round(500), round(250), round(50)]))).toEqual([
    "home: 0.50 of the floor, at least 0.55 is wanted",
    "home: 1.67 times PostGraphile, at least 1.8 is wanted",
  ]);
  expect(judge(results([round(700, 31), round(350, 31), round(70, 31)]))).toEqual([
    "home, 99th percentile: 3.1 times the floor's, at most 3 is wanted",
  ]);
  const crowd = { subscribers: 2000, first: [100], last: [1900, 2100], memory: 610 };
  expect(judge({ ...results([round(700)]), operations: {}, websockets: crowd })).toHaveLength(2);
});
