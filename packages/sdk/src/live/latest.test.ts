import { expect, test } from "vitest";
import { createLatest } from "./latest.js";

const item = (value: unknown) => ({ done: false, value });
const over = { done: true, value: undefined };

test("a slow reader gets each object once, as it last was, in the order of the last changes", async () => {
  const latest = createLatest<string>(10);
  latest.put("a", "a1");
  latest.put("b", "b1");
  latest.put("a", "a2");
  expect([await latest.next(), await latest.next()]).toEqual([item("b1"), item("a2")]);
});

test("a reader who was first gets what comes, and two who wait get one each", async () => {
  const latest = createLatest<string>(10);
  const waiting = [latest.next(), latest.next()];
  latest.put("a", "a1");
  latest.put("a", "a2");
  expect(await Promise.all(waiting)).toEqual([item("a1"), item("a2")]);
});

test("what waits does not grow without bounds, and an object that waits already is still renewed", async () => {
  const latest = createLatest<string>(2);
  expect([latest.put("a", "a1"), latest.put("b", "b1"), latest.put("c", "c1"), latest.put("a", "a2")]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  latest.restart("anew");
  expect(await latest.next()).toEqual(item("anew"));
  expect(latest.put("c", "c1")).toBe(true);
});

test("an error comes behind what was there before it, once, and then it is over", async () => {
  const latest = createLatest<string>(2);
  latest.put("a", "a1");
  latest.end(new Error("refused"));
  expect(await latest.next()).toEqual(item("a1"));
  await expect(latest.next()).rejects.toThrow("refused");
  expect(await latest.next()).toEqual(over);
});

test("who left gets nothing of what still waited", async () => {
  const latest = createLatest<string>(2);
  latest.put("a", "a1");
  latest.end(undefined, true);
  expect(await latest.next()).toEqual(over);
});
