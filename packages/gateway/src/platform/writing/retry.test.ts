import { expect, test } from "vitest";
import { retry } from "./retry.js";

const failing = (code: string, times: number) => {
  let runs = 0;
  return async () => {
    runs++;
    if (runs <= times) throw Object.assign(new Error("from the database"), { code });
    return runs;
  };
};

test.each(["40001", "40P01"])("who gave way with %s tries again", async (code) => {
  expect(await retry(failing(code, 3))).toBe(4);
});

test("it does not try for ever", async () => {
  await expect(retry(failing("40P01", 100))).rejects.toMatchObject({ code: "40P01" });
});

test("what would fail again is not tried again", async () => {
  await expect(retry(failing("23505", 1))).rejects.toMatchObject({ code: "23505" });
});
