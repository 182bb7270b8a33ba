import { COUNTRIES, isTrustedLine } from "@kith/core/safety";
import { describe, expect, it } from "vitest";
import { COMPILED, CRISIS_LINES } from "./_generated/crisis-lines.js";

describe("the crisis lines that pages get", () => {
  it.each(CRISIS_LINES.map((line) => [`${line.country} ${line.name}`, line] as const))("%s", (_, line) => {
    expect(isTrustedLine(line)).toBe(true);
    expect(COUNTRIES).toContain(line.country);
    for (const { dial, number } of line.phones ?? []) {
      expect(dial).toMatch(/^[+*]?\d{3,15}$/);
      // What is read out is what is dialled.
      expect(number.replace(/[^\d+*]/g, "")).toBe(dial);
    }
    if (line.text) expect(line.text.number.replace(/\D/g, "")).toBe(line.text.dial);
    if (line.url) expect(URL.canParse(line.url)).toBe(true);
    for (const tag of line.languages ?? []) expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    // Sources, notes and doubts stay in the list they were chosen from.
    expect(Object.keys(line)).not.toContain("sources");
    expect(Object.keys(line)).not.toContain("note");
  });

  it("say when they were put together, and none twice", () => {
    expect(COMPILED).toMatch(/^\d{4}-\d{2}$/);
    expect(new Set(CRISIS_LINES.map(({ country, name }) => `${country} ${name}`)).size).toBe(CRISIS_LINES.length);
    expect(CRISIS_LINES.length).toBeGreaterThan(50);
  });
});
