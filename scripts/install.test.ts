import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packagesAreInstalled, refuseForeignLockfile } from './install.mjs'

type Packages = Record<string, { version?: string, integrity?: string, optional?: boolean, extraneous?: boolean }>

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'haven install ')) })
afterEach(() => rmSync(folder, { recursive: true }))

const wanted: Packages = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/other-system': { version: '1.0.0', integrity: 'sha512-o', optional: true },
  'node_modules/left-over': { version: '1.0.0', integrity: 'sha512-l', extraneous: true },
}
const lock = (packages: Packages) => writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
const record = (packages: Packages) => {
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))
}

test('a clone has nothing installed', () => {
  lock(wanted)
  expect(packagesAreInstalled(folder)).toBe(false)
})

test('an interrupted installation has no record of npm', () => {
  lock(wanted)
  mkdirSync(join(folder, 'node_modules/a'), { recursive: true })
  expect(packagesAreInstalled(folder)).toBe(false)
})

test('what the lockfile wants is there; what is for other systems, or wanted no more, may be absent', () => {
  lock(wanted)
  record({ 'node_modules/a': wanted['node_modules/a']! })
  expect(packagesAreInstalled(folder)).toBe(true)
})

test.each<[string, Packages]>([
  ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }],
  ['other bytes', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }],
  ['a missing package', {}],
])('%s means that it has to be installed again', (_, installed) => {
  lock(wanted)
  record(installed)
  expect(packagesAreInstalled(folder)).toBe(false)
})

test('a package.json that the lockfile does not follow is refused', () => {
  const manifest = (dependencies: Record<string, string>) =>
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }))
  const packages = { '': { dependencies: { a: '1.0.0' } } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  manifest({ a: '1.0.0' })
  expect(() => refuseForeignLockfile(folder)).not.toThrow()
  manifest({ a: '1.0.0', b: '2.0.0' })
  expect(() => refuseForeignLockfile(folder)).toThrow('name different packages. Run npm install')
})
