import { expect, test } from "vitest";
import { countTests, summaryLine } from "./summary.ts";

const report = (
  passed: number,
  failed: number,
  files: { status: string; assertionResults: { status: string }[] }[] = [],
) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: files,
});

test("passed and failed tests are counted as vitest reports them", () => {
  const file = { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] };
  expect(countTests(report(7, 1, [file]), false)).toEqual({ passed: 7, failed: 1 });
});

test("a test file that cannot be loaded does not pass for a file without tests", () => {
  expect(countTests(report(7, 0, [{ status: "failed", assertionResults: [] }]), false)).toEqual({
    passed: 7,
    failed: 1,
  });
});

test("a run that ends badly is never counted as a success", () => {
  expect(countTests(report(7, 0), false)).toEqual({ passed: 7, failed: 1 });
  expect(countTests(null, false)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(null, true)).toEqual({ passed: 0, failed: 1 });
});

test("the last line reads as promised", () => {
  expect(summaryLine({ passed: 12, failed: 0 })).toBe("12 passed, 0 failed");
});
