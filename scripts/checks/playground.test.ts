import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesOf, ROOT } from "./files.ts";

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

test("the docs' playground answers all that the elements ask", () => {
  const asked = filesOf("packages/widgets/src")
    .filter((path) => path.endsWith(".ts") && !/test(-d)?\.ts$|\/testing\//.test(path))
    .flatMap((path) => [...read(path).matchAll(/\b(\w+)Document\b/g)].map(([, name]) => name ?? ""))
    .filter((name) => /^[A-Z]/.test(name));
  const folder = "docs/.vitepress/theme/playground";
  const standIn = `${read(`${folder}/stand-in.ts`)}\n${read(`${folder}/stand-in-socket.ts`)}`;
  expect(new Set(asked).size).toBeGreaterThan(10);
  const unanswered = [...new Set(asked)].filter(
    (name) =>
      !new RegExp(`^ {4}${name}[:(]|[{,] ${name.charAt(0).toLowerCase()}${name.slice(1)}: "`, "m").test(standIn),
  );
  expect(unanswered).toEqual([]);
});
