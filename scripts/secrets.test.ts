import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseIssuerKeys } from '../lib/certificates/issuer-keys'
import { issuerKeys } from './issuer-keys.mjs'
import { secrets } from './secrets.mjs'

const names = ['AUTH_SECRET', 'ISSUER_KEYS'] as const
let folder: string
let file: string
let given: (string | undefined)[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'haven secrets '))
  file = join(folder, 'secrets.json')
  given = names.map((name) => process.env[name])
  for (const name of names) delete process.env[name]
})
afterEach(() => {
  names.forEach((name, index) => {
    if (given[index] === undefined) delete process.env[name]
    else process.env[name] = given[index]
  })
  rmSync(folder, { recursive: true })
})

test('secrets are made once, kept, and readable by their owner alone', () => {
  file = join(folder, 'new folder', 'secrets.json')
  const made = secrets(file)
  expect(made.AUTH_SECRET).toMatch(/^[\w-]{43}$/)
  expect(parseIssuerKeys(made.ISSUER_KEYS).trusted).toHaveLength(1)
  expect(secrets(file)).toEqual(made)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const another = secrets(join(folder, 'another.json'))
  for (const name of names) expect(another[name]).not.toBe(made[name])
})

test('an installation from before certificates gets its key, and keeps what it has', () => {
  writeFileSync(file, '{"AUTH_SECRET":"kept"}')
  chmodSync(file, 0o644)
  expect(secrets(file).AUTH_SECRET).toBe('kept')
  expect(parseIssuerKeys(secrets(file).ISSUER_KEYS).trusted).toHaveLength(1)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('the environment wins', () => {
  process.env.AUTH_SECRET = 'given'
  process.env.ISSUER_KEYS = '[]'
  expect(secrets(file)).toEqual({ AUTH_SECRET: 'given', ISSUER_KEYS: '[]' })
  expect(() => issuerKeys('rotate', file)).toThrow('change them there')
})

test('a damaged file is never replaced silently', () => {
  writeFileSync(file, '{"AUTH_SE')
  expect(() => secrets(file)).toThrow('cannot be read (not JSON). Restore the file, or remove it')
  expect(readFileSync(file, 'utf8')).toBe('{"AUTH_SE')
})

test('a new key takes over; the secret of the old one is gone, its public part stays trusted', () => {
  const before = secrets(file)
  const first = parseIssuerKeys(before.ISSUER_KEYS)
  const told = issuerKeys('rotate', file)
  const second = parseIssuerKeys(secrets(file).ISSUER_KEYS)
  expect(second.signer.did).not.toBe(first.signer.did)
  expect(second.trusted.map(({ id }) => id)).toEqual([second.signer.did, first.signer.did])
  const [now, old] = JSON.parse(readFileSync(file, 'utf8')).ISSUER_KEYS
  expect(Object.keys(now)).toEqual(['id', 'createdAt', 'publicKeyMultibase', 'secretKeyMultibase'])
  expect(Object.keys(old)).toEqual(['id', 'createdAt', 'publicKeyMultibase', 'retiredAt'])
  expect(secrets(file).AUTH_SECRET).toBe(before.AUTH_SECRET)
  expect(told).toContain(`${old.id}  made`)
  expect(told + issuerKeys('list', file)).not.toContain(now.secretKeyMultibase)
  const { retiredAt } = old
  issuerKeys('rotate', file)
  expect(JSON.parse(readFileSync(file, 'utf8')).ISSUER_KEYS[2]).toEqual({ ...old, retiredAt })
})

test('what a key has signed that fell into other hands counts no longer, and a new one signs', () => {
  const first = parseIssuerKeys(secrets(file).ISSUER_KEYS).signer.did
  issuerKeys('rotate', file)
  const second = parseIssuerKeys(secrets(file).ISSUER_KEYS).signer.did
  expect(issuerKeys('distrust', file, first)).toMatch(/not trusted since \d{4}-\d\d-\d\d\nStart Haven again: .* not issued here/)
  const after = parseIssuerKeys(secrets(file).ISSUER_KEYS)
  expect(after).toMatchObject({ signer: { did: second }, trusted: [{ id: second }] })
  expect(after.trusted).toHaveLength(1)

  issuerKeys('distrust', file, '1') // the one that signs
  const third = parseIssuerKeys(secrets(file).ISSUER_KEYS)
  expect([first, second]).not.toContain(third.signer.did)
  expect(third.trusted.map(({ id }) => id)).toEqual([third.signer.did])
  const kept = readFileSync(file, 'utf8')
  expect(kept.match(/secretKeyMultibase/g)).toHaveLength(1)
  issuerKeys('distrust', file, second)
  expect(readFileSync(file, 'utf8')).toBe(kept)
  for (const none of ['4', '0', 'did:key:z']) expect(() => issuerKeys('distrust', file, none)).toThrow(`There is no key ${none}`)
  expect(() => issuerKeys('distrust', file)).toThrow('distrust <did or number in the list>')
})

test('a command that is none says what there is', () => {
  expect(() => issuerKeys(undefined, file)).toThrow('list|rotate')
})
