import { expect, test } from "vitest";
import { place } from "./place.js";

const list = (...ids: string[]) => ids.map((id) => ({ id, title: "old" }));
const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id).join(" ");
const here = { belongs: true, hasMore: false };

test("what is new stands where its time puts it, wherever that is", () => {
  expect(ids(place(list("e", "c"), { id: "f", title: "" }, here))).toBe("f e c");
  expect(ids(place(list("e", "c"), { id: "d", title: "" }, here))).toBe("e d c");
  expect(ids(place(list("e", "c"), { id: "a", title: "" }, here))).toBe("e c a");
  expect(ids(place([], { id: "a", title: "" }, here))).toBe("a");
});

test("what is older than the last page read is left for its own page, unless it was shown", () => {
  expect(ids(place(list("e", "c"), { id: "a", title: "" }, { belongs: true, hasMore: true }))).toBe("e c");
  expect(place(list("e", "c"), { id: "c", title: "new" }, { belongs: true, hasMore: true })[1]).toEqual({
    id: "c",
    title: "new",
  });
});

test("what no longer belongs goes, and what never did changes nothing", () => {
  expect(ids(place(list("e", "c"), { id: "c", title: "" }, { belongs: false, hasMore: false }))).toBe("e");
  const nodes = list("e", "c");
  expect(place(nodes, { id: "d", title: "" }, { belongs: false, hasMore: false })).toBe(nodes);
});
