import { expect, test } from "vitest";
import { describeError } from "./describe-error.js";

const WORDS = "what a person wrote";

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test.each<[what: string, error: () => unknown]>([
  ["a parser that quotes what it choked on", () => thrown(() => JSON.parse(`{"note": ${WORDS}`))],
  [
    "a message of several lines that look like a stack",
    () => new Error(`no\n    at ${WORDS} (file:///a.js:1:2)\n${WORDS}`),
  ],
  [
    "a database that quotes a row",
    () => Object.assign(new Error(WORDS), { code: "23505", detail: WORDS, where: WORDS, parameters: [WORDS] }),
  ],
  ["a cause", () => new Error("outer", { cause: new TypeError(WORDS) })],
  ["a name or code with words in it", () => Object.assign(new Error("no"), { name: WORDS, code: WORDS, table: WORDS })],
  ["a thrown text", () => WORDS],
  ["a thrown object", () => ({ message: WORDS, stack: WORDS })],
])("of %s nothing is kept that anyone wrote", (_what, error) => {
  expect(JSON.stringify(describeError(error()))).not.toContain(WORDS);
});

test("the place, the kind and the code are kept, also of the cause", () => {
  const cause = Object.assign(new TypeError("no"), { code: "42P01", table: "member" });
  const described = describeError(new RangeError("outer", { cause }));
  expect(described).toMatchObject({ name: "RangeError", cause: { name: "TypeError", code: "42P01", table: "member" } });
  expect(described.stack[0]).toContain("describe-error.test.ts");
});
