import { describe, expect, test } from "vitest";
import { bundle, bundleWhole, gzipped } from "./testing/bundle.js";

// Bytes after minifying and gzip. The check-in widget has 16 kB for everything; this is its share.
describe("what a page pays for", () => {
  test.each([
    [
      "the transport, the tokens, the errors and one operation",
      `export { createTransport, KithError, RecordPulseCheckInDocument } from "@kith/sdk"`,
      2_550,
    ],
    ["one operation alone", `export { RecordPulseCheckInDocument } from "@kith/sdk"`, 350],
    ["every operation a member has", `export { createKith } from "@kith/sdk"`, 5_300],
    ["every hook, beside React", `export * from "@kith/sdk/react"`, 2_300],
    ["the error alone", `export { KithError } from "@kith/sdk"`, 500],
  ])("%s", async (_, code, budget) => {
    const size = gzipped((await bundle(code)).code);
    expect(size).toBeGreaterThan(150);
    expect(size).toBeLessThanOrEqual(budget);
  });

  test("live updates, when they are first asked for and not before", async () => {
    const { code, later } = await bundle(`export { createKith } from "@kith/sdk"`);
    expect(code).not.toMatch(/connection_init|visibilitychange/);
    expect(later).toContain("visibilitychange");
    expect(gzipped(later)).toBeLessThanOrEqual(2_500);
    const whole = await bundleWhole(`export { createClient } from "graphql-ws/client"`);
    expect(gzipped(whole)).toBeLessThanOrEqual(3_500);
  });

  test("nothing, for importing what is not used", async () => {
    expect(
      (
        await bundle(
          `import * as sdk from "@kith/sdk"; import * as server from "@kith/sdk/server"; import * as react from "@kith/sdk/react";`,
        )
      ).code.trim(),
    ).toBe("");
  });
});
