import { idTime } from "@kith/core/values";
import { expect, test, vi } from "vitest";
import { newId } from "./new-id.js";

test("ids only grow, also within a millisecond", () => {
  const ids = Array.from({ length: 20_000 }, () => newId("sof"));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test("ids grow when the clock steps back", () => {
  const before = newId("exc");
  vi.spyOn(Date, "now").mockReturnValue(Date.now() - 60_000);
  const after = newId("exc");
  vi.restoreAllMocks();
  expect(after > before).toBe(true);
});

test("an id tells when it was made", () => {
  expect(Math.abs(idTime(newId("chk")).getTime() - Date.now())).toBeLessThan(1000);
});
