import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jestCounts, playwrightCounts } from './test-counts.mjs'

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'haven counts ')) })
afterEach(() => rmSync(folder, { recursive: true }))

function report(content: object) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}
const ofJest = (numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number) =>
  report({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites })
const ofPlaywright = (expected: number, flaky: number, unexpected: number) =>
  report({ stats: { expected, flaky, unexpected, skipped: 0 } })

test('Jest: a file that cannot be run is a failure', () => {
  expect(jestCounts(ofJest(7, 0, 0), 0)).toEqual({ passed: 7, failed: 0 })
  expect(jestCounts(ofJest(7, 2, 1), 1)).toEqual({ passed: 7, failed: 3 })
})

test('Playwright: a second try may pass', () => {
  expect(playwrightCounts(ofPlaywright(4, 1, 0), 0)).toEqual({ passed: 5, failed: 0 })
  expect(playwrightCounts(ofPlaywright(4, 1, 2), 1)).toEqual({ passed: 5, failed: 2 })
})

test('a tool that failed outside of its tests never counts as success', () => {
  expect(jestCounts(ofJest(7, 0, 0), 1)).toEqual({ passed: 7, failed: 1 })
  expect(playwrightCounts(ofPlaywright(0, 0, 0), 1)).toEqual({ passed: 0, failed: 1 })
  expect(jestCounts(join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 })
  expect(playwrightCounts(join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1 })
})
