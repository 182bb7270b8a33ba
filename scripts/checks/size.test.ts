import { expect, test } from "vitest";
import { longFiles } from "./size.ts";

const lines = (count: number) => "x;\n".repeat(count);

test("a hand-written file that grew too long is named with its length", () => {
  const texts: Record<string, string> = {
    "a.ts": lines(301),
    "b.ts": lines(300),
    "c.test.ts": lines(600),
    "d.test.ts": lines(601),
  };
  expect(longFiles(Object.keys(texts), (path) => texts[path]!)).toEqual([
    { path: "a.ts", lines: 301, most: 300 },
    { path: "d.test.ts", lines: 601, most: 600 },
  ]);
});

test("generated code and prose may be as long as they are", () => {
  expect(longFiles(["src/_generated/a.ts", "tables.snapshot.json", "README.md"], () => lines(9999))).toEqual([]);
});
