import { expect, test } from "vitest";
import { FinishedJson, stringifyAnswer } from "./finished-json.js";

const errors = [{ message: "no", path: ["a"], extensions: { code: "NOT_FOUND" } }];

test.each([
  ["nothing finished", { data: { a: { b: 1 } } }],
  ["no data at all", { errors }],
  ["null data", { data: null, errors }],
  ["one finished", { data: { a: new FinishedJson('{"b" : "\\u2028 \\" é"}') } }],
  [
    "finished beside null, a scalar and an error",
    { data: { a: null, c: new FinishedJson("[null, 1]"), d: "x\n" }, errors },
  ],
  ["extensions beside data", { data: { a: new FinishedJson("{}") }, extensions: { took: 1 } }],
])("an answer passed on as text reads as if it had been taken apart: %s", (_name, result) => {
  expect(JSON.parse(stringifyAnswer(result))).toEqual(JSON.parse(JSON.stringify(result)));
});
