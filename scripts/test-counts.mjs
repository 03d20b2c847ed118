import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Counts */

const NO_REPORT = { passed: 0, failed: 1 }

/**
 * @param {string} file what Jest wrote with --json
 * @param {number} code its exit code
 * @returns {Counts} a file that could not even be run counts as one failure
 */
export function jestCounts(file, code) {
  if (!existsSync(file)) return NO_REPORT
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'))
  return agreeing({ passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites }, code)
}

/**
 * @param {string} file what Playwright's json reporter wrote
 * @param {number} code its exit code
 * @returns {Counts} a test that passed at a second try counts as passed
 */
export function playwrightCounts(file, code) {
  if (!existsSync(file)) return NO_REPORT
  const { expected, flaky, unexpected } = JSON.parse(readFileSync(file, 'utf8')).stats
  return agreeing({ passed: expected + flaky, failed: unexpected }, code)
}

/** A tool that failed outside of any test (its setup, its configuration) has failed all the same. */
const agreeing = ({ passed, failed }, code) => ({ passed, failed: code !== 0 ? Math.max(failed, 1) : failed })
