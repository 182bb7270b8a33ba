import { createSecretKey, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { seal, unseal } from "./seal.js";

const key = createSecretKey(randomBytes(32));
const secret = "a signing secret, ä included";

test("what was sealed opens again, and shows nothing of itself before", () => {
  const sealed = seal(key, secret, "one");
  expect(sealed.includes("signing")).toBe(false);
  expect(unseal(key, sealed, "one")).toBe(secret);
  expect(seal(key, secret, "one").equals(sealed)).toBe(false);
});

test("a sealed secret copied to another partner's row does not open", () => {
  expect(() => unseal(key, seal(key, secret, "one"), "other")).toThrow();
});

test("another deployment's key opens nothing", () => {
  expect(() => unseal(createSecretKey(randomBytes(32)), seal(key, secret, "one"), "one")).toThrow();
});

test("one changed bit anywhere is noticed", () => {
  const sealed = seal(key, secret, "one");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    expect(() => unseal(key, changed, "one")).toThrow();
  }
  expect(() => unseal(key, sealed.subarray(0, 20), "one")).toThrow();
});
