import { readFileSync } from 'node:fs';

/** Passed, failed and skipped tests of one report; null when there is none or it cannot be read. */
export function countTests(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  // Playwright's own names; a test that passed only at its second try is named as flaky by the reporter.
  if (report.stats !== undefined && report.suites !== undefined) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected + (report.errors ?? []).length, skipped };
  }
  const lost = (report.testResults ?? []).filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + lost.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}
