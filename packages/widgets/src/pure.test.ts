import { describe, expect, it } from "vitest";
import { defineKithElements } from "./pure.js";

describe("on a server", () => {
  it("importing and registering do nothing, and do not fail", async () => {
    expect("customElements" in globalThis).toBe(false);
    await import("./index.js");
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await defineKithElements()).toBeUndefined();
    expect(await defineKithElements(["kith-check-in"])).toBeUndefined();
  });
});
