import { describe, expect, test } from "vitest";
import { bundle, gzipped } from "./testing/bundle.js";

// Bytes after minifying and gzip. The check-in widget has 16 kB for everything; this is its share.
describe("what a page pays for", () => {
  test.each([
    [
      "the transport, the tokens, the errors and one operation",
      `export { createTransport, KithError, RecordPulseCheckInDocument } from "@kith/sdk"`,
      2_500,
    ],
    ["one operation alone", `export { RecordPulseCheckInDocument } from "@kith/sdk"`, 350],
    ["every operation a member has", `export { createKith } from "@kith/sdk"`, 5_000],
    ["the error alone", `export { KithError } from "@kith/sdk"`, 500],
  ])("%s", async (_, code, budget) => {
    const size = gzipped((await bundle(code)).code);
    expect(size).toBeGreaterThan(150);
    expect(size).toBeLessThanOrEqual(budget);
  });

  test("nothing, for importing what is not used", async () => {
    expect(
      (await bundle(`import * as sdk from "@kith/sdk"; import * as server from "@kith/sdk/server";`)).code.trim(),
    ).toBe("");
  });
});
