import { describe, expect, it } from "vitest";
import { daysBetween, pathOf, runsOf } from "./course.js";

describe("the course of the trend", () => {
  it("breaks where a day is missing or was left out, and never draws a line across it", () => {
    const days = [
      { day: "2026-11-01", value: 2 },
      { day: "2026-11-02", value: 3 },
      { day: "2026-11-04", value: 5 },
      { day: "2026-11-05", value: null },
      { day: "2026-11-06", value: 1 },
    ];
    expect(runsOf(days, "2026-11-01")).toEqual([
      [
        { x: 0, y: 3 },
        { x: 1, y: 2 },
      ],
      [{ x: 3, y: 0 }],
      [{ x: 5, y: 4 }],
    ]);
  });

  it("does not lose a lone day: it becomes a dot", () => {
    expect(pathOf(runsOf([{ day: "2026-11-03", value: 4 }], "2026-11-01"))).toBe("M2 1h0");
  });

  it("counts calendar days across a change of the clocks", () => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(daysBetween("2026-02-27", "2026-03-01")).toBe(2);
  });

  it("draws nothing for no days", () => {
    expect(pathOf(runsOf([], "2026-11-01"))).toBe("");
  });
});
