import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { secrets } from './secrets.mjs'

let folder: string
let given: string | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haven secrets '))
  given = process.env.AUTH_SECRET
  delete process.env.AUTH_SECRET
})
afterEach(() => {
  process.env.AUTH_SECRET = given
  rmSync(folder, { recursive: true })
})

test('a secret is made once, kept, and readable by its owner alone', () => {
  const file = join(folder, 'new folder', 'secrets.json')
  const { AUTH_SECRET } = secrets(file)
  expect(AUTH_SECRET).toMatch(/^[\w-]{43}$/)
  expect(secrets(file)).toEqual({ AUTH_SECRET })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(secrets(join(folder, 'another.json'))).not.toEqual({ AUTH_SECRET })
})

test('the environment wins', () => {
  process.env.AUTH_SECRET = 'given'
  expect(secrets(join(folder, 'secrets.json'))).toEqual({ AUTH_SECRET: 'given' })
})

test('a damaged file is never replaced silently', () => {
  const file = join(folder, 'secrets.json')
  writeFileSync(file, '{"AUTH_SE')
  expect(() => secrets(file)).toThrow('cannot be read (not JSON). Restore the file, or remove it')
})
