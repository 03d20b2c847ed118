import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { parseIssuerKeys } from '../lib/certificates/issuer-keys'
import { certificate, person } from './certificate-row.fixture'
import { connect } from './database-url.mjs'
import { newIssuerKey } from './issuer-key.mjs'
import { issuerKeys } from './issuer-keys.mjs'
import { startSecrets } from './start-secrets.mjs'

const url = process.env.DATABASE_URL!
const names = ['AUTH_SECRET', 'ISSUER_KEYS', 'NEW_ISSUER_KEY']
let client: pg.Client
let folder: string
let file: string
let demoFile: string
let said: jest.SpyInstance
beforeAll(async () => void (client = await connect(url)))
afterAll(() => client.end())
beforeEach(async () => {
  for (const name of names) delete process.env[name]
  folder = mkdtempSync(join(tmpdir(), 'haven secrets '))
  file = join(folder, 'secrets.json')
  demoFile = join(folder, 'demo-secrets.json')
  said = jest.spyOn(console, 'log').mockImplementation(() => {})
  await client.query('truncate "Person", "OutboxMail" cascade')
})
afterEach(() => {
  for (const name of names) delete process.env[name]
  said.mockRestore()
  rmSync(folder, { recursive: true })
})

const start = (demo = false, dev = false) => startSecrets(url, { demo, dev, file, demoFile })
const signerOf = ({ ISSUER_KEYS }: { ISSUER_KEYS: string }) => parseIssuerKeys(ISSUER_KEYS).signer.did
const count = async (table: string) => Number((await client.query(`select count(*) as n from "${table}"`)).rows[0].n)
const mail = () => client.query(`insert into "OutboxMail" (id, "to", subject, text) values (gen_random_uuid(), 'a@example.org', 's', 't')`)

describe('a demonstration and a real installation on the same database', () => {
  it('share no secret, whatever the environment gives', async () => {
    process.env.AUTH_SECRET = 'x'.repeat(43)
    process.env.ISSUER_KEYS = JSON.stringify([newIssuerKey()])
    const [demo, real] = [await start(true), await start()]
    expect(real).toEqual({ AUTH_SECRET: process.env.AUTH_SECRET, ISSUER_KEYS: process.env.ISSUER_KEYS })
    expect(demo.AUTH_SECRET).not.toBe(real.AUTH_SECRET)
    expect(parseIssuerKeys(real.ISSUER_KEYS).trusted.map(({ id }) => id)).not.toContain(signerOf(demo))
    expect(await start(true)).toEqual(demo)
  })

  it('what it left is taken out before the first key of the real one is made; people and real papers stay', async () => {
    const issuer = signerOf(await start(true))
    const offered = await person(client, 'demo-finished@haven.invalid')
    await client.query('insert into "UserSession" (id, "personId", shared) values (gen_random_uuid(), $1, false)', [offered])
    const own = await person(client, 'noor@example.org')
    for (const personId of [offered, own]) await certificate(client, personId, { issuer, revoked: personId === own })
    await mail()

    const real = signerOf(await start())
    expect(said.mock.calls.flat()).toEqual(['▸ What a demonstration had left was taken out: accounts: 1, certificates: 2, mails: 1'])
    expect((await client.query('select email from "Person"')).rows).toEqual([{ email: 'noor@example.org' }])
    for (const table of ['UserSession', 'Certificate', 'CertificateRevocation', 'OutboxMail']) expect([table, await count(table)]).toEqual([table, 0])

    const kept = await certificate(client, own, { issuer: real })
    await start(true)
    said.mockClear()
    expect(signerOf(await start())).toBe(real)
    expect(said).not.toHaveBeenCalled()
    expect((await client.query('select id from "Certificate"')).rows).toEqual([{ id: kept }])
  })

  it('leaves the mails that development shows', async () => {
    await mail()
    await start(false, true)
    expect(await count('OutboxMail')).toBe(1)
  })
})

describe('certificates whose key is not there', () => {
  const lost = newIssuerKey().id

  it('are none while their key is, even one that is retired or no longer trusted', async () => {
    const issuer = signerOf(await start())
    await certificate(client, await person(client), { issuer })
    for (const deed of ['rotate', 'distrust']) {
      issuerKeys(deed, file, issuer)
      expect(signerOf(await start())).not.toBe(issuer)
    }
  })

  it.each([false, true])('stop a start, and nothing is made (other keys were there: %s)', async (others) => {
    if (others) await start()
    const before = others ? readFileSync(file, 'utf8') : undefined
    await certificate(client, await person(client), { issuer: lost })
    for (let again = 0; again < 2; again++)
      await expect(start()).rejects.toThrow(`signed with a key which is not in ${file}. Restore that file from the backup. To begin anew`)
    expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(before)
    expect(await count('Certificate')).toBe(1)
  })

  it('stop a start with other keys in the environment, or with what are none', async () => {
    process.env.ISSUER_KEYS = JSON.stringify([newIssuerKey()])
    await certificate(client, await person(client), { issuer: lost })
    await expect(start()).rejects.toThrow('which is not in ISSUER_KEYS. Add that key. To begin anew')
    process.env.NEW_ISSUER_KEY = '1'
    expect((await start()).ISSUER_KEYS).toBe(process.env.ISSUER_KEYS)
    process.env.ISSUER_KEYS = '[{"secretKeyMultibase":"z3u2'
    await expect(start()).rejects.toThrow(/^ISSUER_KEYS in the environment is not a list of keys as JSON\. [^z]*$/)
  })

  it('do not stop one that begins anew, once: their key is listed and not trusted', async () => {
    await certificate(client, await person(client), { issuer: lost })
    process.env.NEW_ISSUER_KEY = '1'
    const { signer, trusted } = parseIssuerKeys((await start()).ISSUER_KEYS)
    expect(trusted.map(({ id }) => id)).toEqual([signer.did])
    expect(said.mock.calls.flat()).toEqual(['▸ Certificates: earlier keys that are no longer trusted: 1'])
    expect(JSON.parse(readFileSync(file, 'utf8')).ISSUER_KEYS).toHaveLength(2)
    delete process.env.NEW_ISSUER_KEY
    expect(signerOf(await start())).toBe(signer.did)
  })
})
