import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Versions below these have known holes. `npm audit` cannot ask everywhere, so the floors stand here. */
const floors: [name: string, version: string, why: string][] = [
  ['next', '16.0.7', 'CVE-2025-55182'],
  ['next', '16.1.7', 'CVE-2026-27978'],
  ['next', '16.2.6', 'CVE-2026-45109'],
  ['next', '16.2.11', 'CVE-2026-64649, CVE-2026-64641'],
  ['next', '16.3.3', 'GHSA-2xp9-vwfh-vxw4'],
  ['next-auth', '4.24.15', 'the newest of its line'],
]

const lock = JSON.parse(readFileSync(join(__dirname, '../package-lock.json'), 'utf8')) as {
  packages: Record<string, { version?: string }>
}

const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)
const reaches = (version: string, floor: string) => {
  const [have, need] = [numbers(version), numbers(floor)]
  const at = need.findIndex((number, n) => number !== have[n])
  return at < 0 || (have[at] ?? 0) > (need[at] ?? 0)
}

test.each(floors)('every %s that is installed is at least %s (%s)', (name, floor) => {
  const installed = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
  expect(installed.length).toBeGreaterThan(0)
  for (const [path, { version }] of installed) expect([path, reaches(version ?? '0', floor)]).toEqual([path, true])
})

test('the comparison counts, it does not spell', () => {
  expect(reaches('16.10.0', '16.9.9')).toBe(true)
  expect(reaches('16.3.2', '16.3.3')).toBe(false)
  expect(reaches('15.9.9', '16.0.0')).toBe(false)
})
