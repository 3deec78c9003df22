import { readFileSync } from 'node:fs'

export interface Count {
  passed: number
  failed: number
}

/** Where the test runners write their reports. */
export const REPORTS = { vitest: 'test-results/vitest.json', playwright: 'test-results/playwright.json' }

/** A step that passes or fails as one. */
export const countOf = (exitCode: number): Count => ({
  passed: exitCode === 0 ? 1 : 0,
  failed: exitCode === 0 ? 0 : 1,
})

/** The tests that vitest ran. */
export const countVitest = (exitCode: number): Count =>
  countReport(exitCode, REPORTS.vitest, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }))

/** The stories that Playwright ran; one that passed only at the second try has passed. */
export const countPlaywright = (exitCode: number): Count =>
  countReport(exitCode, REPORTS.playwright, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }))

interface Report {
  numPassedTests: number
  numFailedTests: number
  stats: { expected: number; flaky: number; unexpected: number }
}

/** Reads a report. A step that failed without a failed test (it crashed, a file did not load) counts as one failure. */
export function countReport(exitCode: number, file: string, read: (report: Report) => Count): Count {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(file, 'utf8')))
    return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
