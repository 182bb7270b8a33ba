import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ErrorCode } from "@kith/core/values";
import { expect, test } from "vitest";
import { filesOf, ROOT } from "./files.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const page = read("docs/errors.md");
const sources = filesOf("packages")
  .filter((path) => /^packages\/(core|gateway|sdk)\/src\/.*\.ts$/.test(path) && !/test|\/access\//.test(path))
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

test("every reason stands alone in its row, with when it comes and what to do, so that it has an address of its own", () => {
  for (const section of page.split(/^## /m).slice(1)) {
    const rows = [...section.matchAll(/^\|(.*)\|$/gm)].map(([, cells = ""]) =>
      cells.split("|").map((cell) => cell.trim()),
    );
    const reasons = rows.slice(2).map(([reason = "", ...rest]) => {
      expect(reason, section.slice(0, 30)).toMatch(/^`[A-Z_]+`$/);
      expect(rest.filter(Boolean).length, reason).toBe(rest.length);
      return reason;
    });
    expect(new Set(reasons).size).toBe(reasons.length);
  }
});

test("every code shows an answer that carries it", () => {
  for (const code of Object.values(ErrorCode)) {
    const section = page.split(new RegExp(`^## ${code}$`, "m"))[1]?.split(/^## /m)[0] ?? "";
    const example = JSON.parse(/```json\n([^]*?)```/.exec(section)?.[1] ?? "null");
    expect(example?.errors[0].extensions.code, code).toBe(code);
    const { reason } = example.errors[0].extensions;
    expect(reason === undefined || section.includes(`| \`${reason}\``), code).toBe(true);
  }
});
