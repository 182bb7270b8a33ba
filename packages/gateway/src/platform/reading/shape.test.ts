import { expect, test } from "vitest";
import { shapeOf } from "./shape.js";

test("values that lead to other SQL never share a shape", () => {
  const shapes = [
    undefined,
    null,
    true,
    false,
    "text",
    {},
    { a: undefined },
    { a: null },
    { a: true },
    { a: false },
    { a: "text" },
    { a: {} },
    { b: "text" },
    { a: "text", b: "text" },
    { a: { b: null } },
    { a: { b: true } },
    { a: {}, b: null },
  ].map(shapeOf);
  expect(new Set(shapes).size).toBe(shapes.length);
});

test("values that lead to the same SQL share one, so that plans are not made per value", () => {
  expect(shapeOf(1)).toBe(shapeOf("another"));
  expect(shapeOf(["EMOTIONAL"])).toBe(shapeOf([]));
  expect(shapeOf(new Date(0))).toBe(shapeOf(new Date()));
  expect(shapeOf({ a: 1, b: 2 })).toBe(shapeOf({ b: "x", a: "y" }));
});

test("the keys of an input object cannot be read as part of another's shape", () => {
  expect(shapeOf({ a: { b: 1 } })).not.toBe(shapeOf({ a: {}, b: 1 }));
});
