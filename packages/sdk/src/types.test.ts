import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compile } from "./testing/compile.js";

test("the types allow what they should and refuse what they should", async () => {
  expect(await compile(fileURLToPath(new URL("../tsconfig.test.json", import.meta.url)))).toBe("");
});
