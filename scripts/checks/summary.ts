export interface Counts {
  passed: number;
  failed: number;
}

/**
 * Counts the tests of vitest's JSON report.
 * A file that could not be loaded counts as one failure, and so does a run that failed though every test passed
 * (an error outside a test) or that left no report.
 */
export function countTests(report: unknown, runEndedWell: boolean): Counts {
  if (!isReport(report)) return { passed: 0, failed: 1 };
  const passed = report.numPassedTests;
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(hasFailed),
  );
  const failed = report.numFailedTests + unloaded.length;
  return { passed, failed: failed === 0 && !runEndedWell ? 1 : failed };
}

export function summaryLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

const hasFailed = ({ status }: { status: string }) => status === "failed";

function isReport(value: unknown): value is Report {
  return typeof value === "object" && value !== null && "numPassedTests" in value && "testResults" in value;
}
