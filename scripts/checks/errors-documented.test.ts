import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ErrorCode } from "@kith/core/values";
import { expect, test } from "vitest";
import { filesOf, ROOT } from "./files.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const page = read("docs/errors.md");
const sources = filesOf("packages")
  .filter((path) => /^packages\/(core|gateway)\/src\/.*\.ts$/.test(path) && !/test|\/access\//.test(path))
  .map(read);

test("every code an answer may carry has its entry", () => {
  const entries = [...page.matchAll(/^## (\w+)$/gm)].map(([, code]) => code);
  expect(entries).toEqual(Object.values(ErrorCode));
});

test("no reason is met that cannot be looked up", () => {
  const given = sources.flatMap((text) => [
    ...text.matchAll(/\brefuse\("\w+", "(\w+)"/g),
    ...text.matchAll(/\breason: "([A-Z_]+)"/g),
    ...text.matchAll(/\bunauthenticated\("(\w+)"/g),
  ]);
  const reasons = new Set(given.map(([, reason]) => reason ?? ""));
  expect(reasons.size).toBeGreaterThan(30);
  expect([...reasons].filter((reason) => !page.includes(`\`${reason}\``)).sort()).toEqual([]);
});

test("every reason for which an input is not taken can be looked up", () => {
  const list = read("packages/core/src/values/input-reason.ts").split("as const")[0] ?? "";
  const reasons = [...list.matchAll(/^ {2}"(\w+)",$/gm)].map(([, reason]) => reason ?? "");
  expect(reasons.length).toBeGreaterThan(10);
  expect(reasons.filter((reason) => !page.includes(`\`${reason}\``))).toEqual([]);
});
