import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprint, makeWhenChanged } from './fingerprint.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haven fingerprint '))
  mkdirSync(join(folder, 'lib/noun'), { recursive: true })
  write('lib/noun/a.ts', 'a')
  write('lib/b.ts', 'b')
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
const now = () => fingerprint(folder, ['lib', 'next.config.js'])

test.each<[string, () => void]>([
  ['a changed byte', () => write('lib/noun/a.ts', 'A')],
  ['a new file', () => write('lib/c.ts', '')],
  ['a removed file', () => rmSync(join(folder, 'lib/b.ts'))],
  ['a moved file', () => renameSync(join(folder, 'lib/b.ts'), join(folder, 'lib/noun/b.ts'))],
  ['bytes that moved from one file to the next', () => { write('lib/b.ts', ''); write('lib/noun/a.ts', 'ab') }],
  ['a file that was absent', () => write('next.config.js', 'x')],
])('%s is noticed', (_, change) => {
  const before = now()
  expect(now()).toBe(before)
  change()
  expect(now()).not.toBe(before)
})

test('a test changes no product', () => {
  const before = now()
  write('lib/noun/a.test.ts', 'x')
  write('lib/noun/a.db.test.ts', 'x')
  expect(now()).toBe(before)
})

test('what was made is not made again; what was interrupted is', async () => {
  const stamp = `.data/${process.pid}.stamp`
  const made: string[] = []
  const product = (name: string, make = async () => { made.push(name) }) =>
    makeWhenChanged({ sources: ['scripts/fingerprint.mjs'], stamp, make })
  try {
    expect(await product('first')).toBe(true)
    expect(await product('again')).toBe(false)
    writeFileSync(stamp, 'of other sources')
    await expect(product('interrupted', () => Promise.reject(new Error('interrupted')))).rejects.toThrow('interrupted')
    expect(await product('after')).toBe(true)
    expect(made).toEqual(['first', 'after'])
  } finally {
    rmSync(stamp, { force: true })
  }
})
