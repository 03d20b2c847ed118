/**
 * For whoever runs this installation: `node scripts/certificates.mjs show <code>` says what stands on a certificate, with
 * the name; `node scripts/certificates.mjs revoke <code>` takes it back for the organisation, at once and for good.
 * The code may be written as on the paper.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { register } from 'tsx/esm/api'
import { startDatabase } from './database.mjs'
import { migrate } from './migrate.mjs'
import { PROJECT } from './postgres-home.mjs'
import { Refusal, endWith } from './refusal.mjs'

// The rules of certificates are those of the application, in TypeScript.
register()
const { groupedCode, normaliseCode } = await import('../lib/certificates/code.ts')

const DEEDS = { show, revoke }
const BY = { withdrawn: 'by its holder', reissued: 'by its holder, for another name', issuer: 'by the organisation' }

async function main([deed = '', ...written]) {
  if (!Object.hasOwn(DEEDS, deed) || written.length === 0) {
    throw new Refusal('Say what to do, and the code of the certificate: node scripts/certificates.mjs show|revoke <code>')
  }
  const code = normaliseCode(written.join(''))
  if (!code) throw new Refusal('This is not the code of a certificate. It has 26 letters and digits, as on the paper.')
  const database = await startDatabase()
  try {
    await migrate(database.url)
    process.env.DATABASE_URL = database.url // lib/db.ts reads it when it is loaded
    console.log(await connected(DEEDS[deed], code))
  } finally {
    await database.stop()
  }
}

async function connected(deed, code) {
  const [{ db }, { systemActor }] = await Promise.all([import('../lib/db.ts'), import('../lib/access/actor.ts')])
  try {
    return await deed(systemActor('certificates command'), code)
  } catch (error) {
    throw error.name === 'NotFound' ? new Refusal('Nobody has a certificate with this code. Compare it with the paper.') : error
  } finally {
    await db.$disconnect()
  }
}

async function show(actor, code) {
  const { getCertificate } = await import('../lib/certificates/queries.ts')
  const { facts, state, revocation } = await getCertificate(actor, code)
  const states = {
    valid: () => `valid until ${day(facts.validUntil)}`,
    expired: () => `expired on ${day(facts.validUntil)}`,
    revoked: () => `taken back ${BY[revocation.reason]} on ${day(revocation.at.toISOString())}`,
  }
  return [
    `code    ${groupedCode(code)}`,
    `name    ${facts.name}`,
    `course  ${facts.courseTitle}, ${facts.pathTitle}`,
    `issued  ${day(facts.issuedAt)}`,
    `state   ${states[state]()}`,
  ].join('\n')
}

async function revoke(actor, code) {
  const { revokeCertificate } = await import('../lib/certificates/commands.ts')
  const { reason, instead } = await revokeCertificate(actor, { code })
  if (reason === 'issuer') return `The certificate ${groupedCode(code)} is taken back by the organisation.`
  const before = `The certificate ${groupedCode(code)} was taken back before, ${BY[reason]}. Nothing has changed.`
  if (!instead) return before
  throw new Refusal(`${before} Its holder has another one for this course by now: ${groupedCode(instead)}`)
}

/** @param {string} iso a time in UTC */
const day = (iso) => iso.slice(0, 10)

if (existsSync(join(PROJECT, '.env'))) process.loadEnvFile(join(PROJECT, '.env'))
await main(process.argv.slice(2)).catch(endWith)
