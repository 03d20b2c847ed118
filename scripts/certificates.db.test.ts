import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { newKeys, signed } from '@/lib/certificates/certificate.arbitrary'
import { groupedCode, newCode } from '@/lib/certificates/code'
import { db } from '@/lib/db'

const keys = newKeys()
const certificate = {
  name: 'Sam أمينة', courseId: 'sample', courseTitle: 'Safer desks', pathTitle: 'Essentials', version: 1, minutes: 11,
  locale: 'en' as const, issuer: { did: keys.signer.did, name: 'Haven' }, site: 'http://localhost:3000',
}
let places = 0

/** A certificate, as commands.ts stores it. */
async function issued({ validUntil = '2028-11-21T10:00:00Z', personId = '' } = {}) {
  const person = personId || (await db.person.create({ data: {} })).id
  const [code, issuedAt, statusIndex] = [newCode(), '2026-01-31T10:00:00Z', places++]
  const credential = signed({ ...certificate, code, issuedAt, validUntil, statusIndex }, keys) as object
  const { name, courseId, locale } = certificate
  await db.certificate.create({ data: { code, name, courseId, locale, issuedAt, validUntil, statusIndex, credential,
    requestId: randomUUID(), personId: person, pathId: 'essentials', revisionId: randomUUID() } })
  return { code, personId: person }
}

/** @returns the exit code, and what it says. The environment is the test's own, with its database. */
function run(...args: string[]) {
  const child = spawn(process.execPath, ['scripts/certificates.mjs', ...args], { env: { ...process.env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString() })
  return new Promise<{ code: number | null, said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said: said.trim() }))
  })
}
const revocations = (code: string) => db.certificateRevocation.findMany({ where: { certificate: { code } } })

afterAll(() => db.$disconnect())

test('shows what a certificate says, and changes nothing', async () => {
  const { code } = await issued()
  const lines = [`code    ${groupedCode(code)}`, 'name    Sam أمينة', 'course  Safer desks, Essentials', 'issued  2026-01-31']
  expect(await run('show', code)).toEqual({ code: 0, said: [...lines, 'state   valid until 2028-11-21'].join('\n') })
  expect(await revocations(code)).toEqual([])
  const over = await issued({ validUntil: '2026-02-01T10:00:00Z' })
  expect((await run('show', over.code)).said).toMatch(/^state {3}expired on 2026-02-01$/m)
})

test('takes a certificate back, typed in any way, once, and names nobody', async () => {
  const { code } = await issued()
  const other = await issued()
  const said = `The certificate ${groupedCode(code)} is taken back by the organisation.`
  expect(await run('revoke', ...groupedCode(code).toLowerCase().split('-'))).toEqual({ code: 0, said })
  const rows = await revocations(code)
  expect(rows).toMatchObject([{ reason: 'issuer' }])
  expect(await run('revoke', code)).toEqual({ code: 0, said })
  expect(await revocations(code)).toEqual(rows)
  expect((await run('show', code)).said).toMatch(/^state {3}taken back by the organisation on \d{4}-\d\d-\d\d$/m)
  expect(await revocations(other.code)).toEqual([])
})

test('what its holder took back stays so, and the one in its place is named', async () => {
  const { code, personId } = await issued()
  await db.certificateRevocation.create({ data: { certificate: { connect: { code } }, reason: 'reissued' } })
  const before = `The certificate ${groupedCode(code)} was taken back before, by its holder, for another name. Nothing has changed.`
  expect(await run('revoke', code)).toEqual({ code: 0, said: before })
  const instead = await issued({ personId })
  expect(await run('revoke', code)).toEqual({
    code: 1, said: `${before} Its holder has another one for this course by now: ${groupedCode(instead.code)}`,
  })
  expect(await revocations(instead.code)).toEqual([])
})

test.each([
  [[], 'Say what to do, and the code of the certificate: node scripts/certificates.mjs show|revoke <code>'],
  [['revoke'], 'Say what to do, and the code of the certificate: node scripts/certificates.mjs show|revoke <code>'],
  [['toString', newCode()], 'Say what to do, and the code of the certificate: node scripts/certificates.mjs show|revoke <code>'],
  [['revoke', 'K7Q2'], 'This is not the code of a certificate. It has 26 letters and digits, as on the paper.'],
  [['revoke', newCode()], 'Nobody has a certificate with this code. Compare it with the paper.'],
  [['show', newCode()], 'Nobody has a certificate with this code. Compare it with the paper.'],
])('%j is refused in one line', async (args, said) => {
  expect(await run(...args)).toEqual({ code: 1, said })
})
