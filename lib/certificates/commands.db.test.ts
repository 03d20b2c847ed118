import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Actor, anonymous, personActor, systemActor } from '@/lib/access/actor'
import { countGuess } from '@/lib/access/commands'
import { Denied, NotFound, Refused } from '@/lib/access/errors'
import { guessLimits } from '@/lib/access/guesses'
import { checkPackage } from '@/lib/courses/check'
import { importCourse } from '@/lib/courses/commands'
import { getCoursePlan } from '@/lib/courses/queries'
import { sampleCourse } from '@/lib/courses/sample-course.fixture'
import { db } from '@/lib/db'
import { recordEvents, recordPassedCheck } from '@/lib/progress/commands'
import type { DeviceEvent, Fact } from '@/lib/progress/event'
import { erasePerson } from '@/lib/people/commands'
import { newId } from '@/lib/progress/new-id'
import { newKeys } from './certificate.arbitrary'
import { newCode } from './code'
import { issueCertificate, reissueCertificate, revokeCertificate, withdrawCertificate } from './commands'
import { listSize } from './credential'
import { getCertificate, getOwnCertificate, getPublicCertificate, getStatusList, listCertificates } from './queries'
import { type StatusList, statusBit } from './status-bit'
import { verifyProof } from './verify-proof'

const keys = newKeys()
process.env.ISSUER_KEYS = keys.json
const trusted = keys.trusted.map(({ publicKeyMultibase }) => publicKeyMultibase)
const course = 'sample'
const keeper = systemActor('test keeper')

beforeAll(async () => {
  const parsed = checkPackage(sampleCourse())
  if (!parsed.ok) throw new Error('the sample course has a fault')
  await importCourse(systemActor('test import'), parsed.value)
})
afterAll(() => db.$disconnect())

/** Someone who has done everything of the path, but for what is left out. */
async function learner(left: 'nothing' | 'check' | 'commitment' | 'lesson' = 'nothing'): Promise<Actor> {
  const { id: personId } = await db.person.create({ data: {}, select: { id: true } })
  const actor = personActor(personId, randomUUID())
  const { lessons } = await getCoursePlan(anonymous, course)
  const at = new Date().toISOString()
  const facts: Fact[] = lessons.slice(left === 'lesson' ? 1 : 0).flatMap(({ id: lesson, blocks }) => [
    ...blocks.filter(({ counts }) => counts).map(({ id: block }) => ({ kind: 'block.tried' as const, course, lesson, block })),
    { kind: 'lesson.finished' as const, course, lesson },
  ])
  if (left !== 'commitment') facts.push({ kind: 'commitment.written', course })
  await recordEvents(actor, { events: facts.map((fact) => ({ ...fact, id: newId(Date.now()), at })) as DeviceEvent[] })
  if (left !== 'check') await db.$transaction((tx) => recordPassedCheck(actor, tx, { personId, course, at: new Date() }))
  return actor
}
const claim = (name = 'Sam de Vries', requestId: string = randomUUID()) =>
  ({ requestId, course, path: 'essentials', name, locale: 'en' }) as const

const madeBefore = new Refused('certificates.errors.madeBefore')
const asked = async (code: string) => getPublicCertificate(anonymous, code)

describe('issueCertificate', () => {
  it('certifies what the ledger says, under the name that was chosen', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    const { facts, credential } = await getOwnCertificate(actor, code)
    expect(facts).toMatchObject({
      code, name: 'Sam de Vries', courseId: 'sample', courseTitle: 'Safer desks', pathTitle: 'Safer desks', version: 1,
      minutes: 11, locale: 'en', issuer: { did: keys.signer.did, name: 'Haven' }, site: 'http://localhost:3000',
    })
    expect(Number(facts.validUntil.slice(0, 4)) - Number(facts.issuedAt.slice(0, 4))).toBe(2)
    expect(await verifyProof(credential, trusted)).toEqual({ state: 'genuine', facts })
    expect(await listCertificates(actor)).toEqual([
      expect.objectContaining({ code, name: 'Sam de Vries', courseId: 'sample', title: 'Safer desks', state: 'valid' }),
    ])
  })

  it.each(['check', 'commitment', 'lesson'] as const)('certifies nothing while the %s is open', async (left) => {
    const actor = await learner(left)
    await expect(issueCertificate(actor, claim())).rejects.toEqual(new Refused('certificates.errors.notFinished'))
    expect(await listCertificates(actor)).toEqual([])
  })

  it('knows no other course or path, and nobody without an account', async () => {
    const actor = await learner()
    await expect(issueCertificate(actor, { ...claim(), path: 'none' })).rejects.toThrow(NotFound)
    await expect(issueCertificate(actor, { ...claim(), course: 'none' })).rejects.toThrow(NotFound)
    await expect(issueCertificate(anonymous, claim())).rejects.toThrow(Denied)
  })

  it('gives one certificate to 50 copies of a request at once, and to a copy after them', async () => {
    const actor = await learner()
    const request = claim()
    const all = await Promise.all(Array.from({ length: 50 }, () => issueCertificate(actor, request)))
    expect(new Set(all.map(({ code }) => code)).size).toBe(1)
    expect(await issueCertificate(actor, request)).toEqual(all[0])
    expect(await listCertificates(actor)).toHaveLength(1)
  })

  it.each([{ name: 'Another' }, { locale: 'nl' }, { path: 'other' }, { course: 'other' }] as const)(
    'does not pass the certificate of a request off as one with %j', async (other) => {
      const actor = await learner()
      const request = claim()
      await issueCertificate(actor, request)
      await expect(issueCertificate(actor, { ...request, ...other })).rejects.toEqual(madeBefore)
      expect(await listCertificates(actor)).toEqual([expect.objectContaining({ name: 'Sam de Vries' })])
    })

  it('makes one of ten names that one request asks for at once, and answers the others with none', async () => {
    const actor = await learner()
    const request = claim()
    const names = Array.from({ length: 10 }, (_, n) => `Name ${n}`)
    const all = await Promise.allSettled(names.map((name) => issueCertificate(actor, { ...request, name })))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toEqual(madeBefore)
    const made = names[all.findIndex(({ status }) => status === 'fulfilled')]
    expect(await listCertificates(actor)).toEqual([expect.objectContaining({ name: made })])
  })

  it('gives one certificate to ten claims at once, and tells the others', async () => {
    const actor = await learner()
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => issueCertificate(actor, claim())))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of all)
      if (one.status === 'rejected') expect(one.reason).toEqual(new Refused('certificates.errors.alreadyIssued'))
    expect(await listCertificates(actor)).toHaveLength(1)
  })

  it('does not give somebody else what a request has brought', async () => {
    const request = claim()
    await issueCertificate(await learner(), request)
    const other = await learner()
    await expect(issueCertificate(other, request)).rejects.toThrow(NotFound)
    expect(await listCertificates(other)).toEqual([])
  })

  it('prolongs nothing when a certificate is taken back and claimed again', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    const issuedAt = new Date('2025-01-31T10:00:00Z')
    await db.certificate.update({ where: { code }, data: { issuedAt } })
    await withdrawCertificate(actor, { code })
    const { facts } = await getOwnCertificate(actor, (await issueCertificate(actor, claim())).code)
    expect(facts).toMatchObject({ issuedAt: '2025-01-31T10:00:00Z', validUntil: '2027-01-31T10:00:00Z' })
  })

  it('is refused after the organisation took a certificate back', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    await revokeCertificate(keeper, { code })
    await expect(issueCertificate(actor, claim())).rejects.toEqual(new Refused('certificates.errors.refusedByIssuer'))
    expect(await asked(code)).toEqual({ state: 'revoked' })
  })
})

describe('withdrawCertificate and reissueCertificate', () => {
  it('takes back, for good, and says nothing more of it', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    for (let again = 0; again < 2; again++) expect(await withdrawCertificate(actor, { code })).toEqual({ state: 'revoked' })
    expect(await asked(code)).toEqual({ state: 'revoked' })
    await expect(reissueCertificate(actor, { requestId: randomUUID(), code, name: 'Kim' })).rejects.toEqual(
      new Refused('certificates.errors.revoked'),
    )
    expect(await db.certificateRevocation.findFirst({ where: { certificate: { code } } })).toMatchObject({ reason: 'withdrawn' })
  })

  it('puts another name in the place of the old one, with the same dates, once', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim('Old Name'))
    const before = (await getOwnCertificate(actor, code)).facts
    const request = { requestId: randomUUID(), code, name: 'Kim' }
    const all = await Promise.all(Array.from({ length: 10 }, () => reissueCertificate(actor, request)))
    expect(new Set(all.map(({ code }) => code)).size).toBe(1)
    const { facts, credential } = await getOwnCertificate(actor, all[0]!.code)
    expect(facts).toEqual({ ...before, name: 'Kim', code: all[0]!.code, statusIndex: facts.statusIndex })
    expect(JSON.stringify(credential)).not.toContain('Old Name')
    expect(await verifyProof(credential, trusted)).toMatchObject({ state: 'genuine' })
    expect(await asked(code)).toEqual({ state: 'revoked' })
    expect(await asked(all[0]!.code)).toMatchObject({ state: 'valid', shown: { name: 'Kim' } })
    expect((await listCertificates(actor)).map(({ state }) => state)).toEqual(['valid', 'revoked'])
  })

  it('does not pass the certificate of a request off as one under yet another name', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    const request = { requestId: randomUUID(), code, name: 'Kim' }
    await reissueCertificate(actor, request)
    await expect(reissueCertificate(actor, { ...request, name: 'Kim B.' })).rejects.toEqual(madeBefore)
    expect((await listCertificates(actor)).map(({ name }) => name)).toEqual(['Kim', 'Sam de Vries'])
  })

  it('stores nothing that could not be read again, and leaves what is there', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    const { PORT } = process.env
    process.env.PORT = '30~00'
    // The settings are read once; this is how another server begins.
    await jest.isolateModulesAsync(async () => {
      const elsewhere = await import('./commands')
      const request = { requestId: randomUUID(), code, name: 'Kim' }
      await expect(elsewhere.reissueCertificate(actor, request)).rejects.toThrow('http://localhost:30~00 cannot be read again')
    })
    if (PORT === undefined) delete process.env.PORT
    else process.env.PORT = PORT
    expect(await listCertificates(actor)).toEqual([expect.objectContaining({ code, state: 'valid' })])
  })

  it('never finds what belongs to somebody else', async () => {
    const { code } = await issueCertificate(await learner(), claim())
    const other = await learner()
    for (const deed of [
      () => withdrawCertificate(other, { code }),
      () => reissueCertificate(other, { requestId: randomUUID(), code, name: 'x' }),
      () => getOwnCertificate(other, code),
      () => getOwnCertificate(other, ''),
      () => getOwnCertificate(other, newCode()),
    ])
      await expect(deed()).rejects.toThrow(NotFound)
    expect(await asked(code)).toMatchObject({ state: 'valid' })
  })
})

describe('revokeCertificate', () => {
  it('takes back for the organisation, once and for good', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    for (let again = 0; again < 2; again++)
      expect(await revokeCertificate(keeper, { code })).toEqual({ reason: 'issuer', instead: undefined })
    await withdrawCertificate(actor, { code })
    expect(await getCertificate(keeper, code)).toMatchObject({
      state: 'revoked', revocation: { reason: 'issuer' }, facts: { code, name: 'Sam de Vries' },
    })
    expect(await asked(code)).toEqual({ state: 'revoked' })
  })

  it('says when its holder has it under another name by now, and leaves that one alone', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    const instead = (await reissueCertificate(actor, { requestId: randomUUID(), code, name: 'Kim' })).code
    expect(await revokeCertificate(keeper, { code })).toEqual({ reason: 'reissued', instead })
    expect(await getCertificate(keeper, instead)).toMatchObject({ state: 'valid', revocation: null })
    await withdrawCertificate(actor, { code: instead })
    expect(await revokeCertificate(keeper, { code: instead })).toEqual({ reason: 'withdrawn', instead: undefined })
  })

  it('is for the installation alone, and knows no code that nobody has', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    for (const stranger of [actor, anonymous]) {
      await expect(revokeCertificate(stranger, { code })).rejects.toThrow(Denied)
      await expect(getCertificate(stranger, code)).rejects.toThrow(Denied)
    }
    await expect(revokeCertificate(keeper, { code: newCode() })).rejects.toThrow(NotFound)
    await expect(getCertificate(keeper, newCode())).rejects.toThrow(NotFound)
    expect(await asked(code)).toMatchObject({ state: 'valid' })
  })
})

describe('getPublicCertificate', () => {
  it('shows what its holder shows, to whoever types the code in any way', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    const { facts } = await getOwnCertificate(actor, code)
    const { name, courseTitle, pathTitle, version, minutes, issuedAt, validUntil, locale } = facts
    const shown = { name, courseTitle, pathTitle, version, minutes, issuedAt, validUntil, locale }
    expect(await asked(code)).toEqual({ state: 'valid', shown })
    expect(await asked(` ${code.toLowerCase().replace(/(.{4})/g, '$1-')}`)).toEqual({ state: 'valid', shown })
    await db.certificate.update({ where: { code }, data: { validUntil: new Date(Date.now() - 1) } })
    expect(await asked(code)).toEqual({ state: 'expired', shown })
  })

  // GUESSES=100000 asks for longer: 140 seconds on two cores.
  const guesses = Number(process.env.GUESSES ?? 5_000)
  it(`finds none of ${guesses} guesses, and answers each in the same words`, async () => {
    await issueCertificate(await learner(), claim())
    for (let batch = 0; batch < guesses / 100; batch++) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => asked(newCode())))
      expect(answers.every((answer) => answer.state === 'unknown' && Object.keys(answer).length === 1)).toBe(true)
    }
  }, 600_000)

  it('asks the database one question of one form, whatever is asked', async () => {
    const actor = await learner()
    const [known, gone] = [await issueCertificate(actor, claim()), await issueCertificate(await learner(), claim())]
    await db.certificateRevocation.create({
      data: { certificate: { connect: { code: gone.code } }, reason: 'withdrawn' },
    })
    const query = jest.spyOn(pg.Client.prototype, 'query')
    const questions: string[][] = []
    for (const code of [known.code, gone.code, newCode(), '', 'x', `${known.code}x`, "' or true --", '\0']) {
      query.mockClear()
      await asked(code)
      questions.push(query.mock.calls.map(([asked]) => (asked as unknown as { text: string }).text))
    }
    query.mockRestore()
    expect(questions[0]).toHaveLength(1)
    for (const question of questions) expect(question).toEqual(questions[0])
  })

  it('is asked no oftener than the limit by one network, and answers again later', async () => {
    const { network: limit } = guessLimits['certificate.verify']
    const outcomes = await Promise.allSettled(
      Array.from({ length: limit + 40 }, () => countGuess(anonymous, 'certificate.verify', { network: '198.51.100' })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(limit)
    await expect(countGuess(anonymous, 'certificate.verify', { network: '203.0.113' })).resolves.toBeUndefined()
  })
})

describe('getStatusList', () => {
  it('marks what was taken back, at once, and nothing else', async () => {
    const actor = await learner()
    const { code } = await issueCertificate(actor, claim())
    const { credentialStatus } = (await getOwnCertificate(actor, code)).credential
    expect(credentialStatus.statusListCredential).toBe('http://localhost:3000/api/certificates/status/0')
    const bit = async () => statusBit((await getStatusList(anonymous, 0)) as StatusList, Number(credentialStatus.statusListIndex))
    expect(await bit()).toBe(false)
    expect(await getStatusList(anonymous, 0)).toBe(await getStatusList(anonymous, 0))
    await withdrawCertificate(actor, { code })
    expect(await bit()).toBe(true)
    const { length } = await db.certificateRevocation.findMany()
    const list = (await getStatusList(anonymous, 0)) as StatusList
    let marked = 0
    for (const { statusIndex } of await db.certificate.findMany({ select: { statusIndex: true } }))
      if (await statusBit(list, statusIndex)) marked++
    expect(marked).toBe(length)
  })

  it('marks the place of one that was deleted with its holder, whether it held or not', async () => {
    const places = await Promise.all(['held', 'taken back'].map(async (was) => {
      const actor = await learner()
      const { code } = await issueCertificate(actor, claim())
      const { facts } = await getOwnCertificate(actor, code)
      if (was === 'taken back') await withdrawCertificate(actor, { code })
      await getStatusList(anonymous, 0)
      await erasePerson(actor)
      expect(await asked(code)).toEqual({ state: 'unknown' })
      return facts.statusIndex
    }))
    const list = (await getStatusList(anonymous, 0)) as StatusList
    expect(await Promise.all(places.map((place) => statusBit(list, place)))).toEqual([true, true])
  })

  it('gives each of eight at once a place of its own, when all draw the same ones', async () => {
    await db.$executeRawUnsafe(`create schema drawn`)
    await db.$executeRawUnsafe(`create function drawn.random() returns float8 language sql as $$
      select set_config('drawn.turn', ((coalesce(nullif(current_setting('drawn.turn', true), ''), '0')::int + 1) % 32)::text, false)::float8 / ${listSize} $$`)
    const [{ name }] = await db.$queryRaw<[{ name: string }]>`select current_database() as name`
    await db.$executeRawUnsafe(`alter database "${name}" set search_path = drawn, pg_catalog, public`)
    await db.$disconnect()
    // Of the 32 the later half is left: nobody gets the place of somebody who was deleted.
    const retired = Array.from({ length: 16 }, (_, place) => ({ statusIndex: place }))
    await db.retiredPlace.createMany({ data: retired, skipDuplicates: true })
    try {
      const actors = await Promise.all(Array.from({ length: 8 }, () => learner()))
      const all = await Promise.all(actors.map(async (actor) => getOwnCertificate(actor, (await issueCertificate(actor, claim())).code)))
      const places = all.map(({ facts }) => facts.statusIndex)
      expect(places.every((place) => place >= 16 && place < 32)).toBe(true)
      expect(new Set(places).size).toBe(8)
    } finally {
      await db.$executeRawUnsafe(`alter database "${name}" reset search_path`)
      await db.$disconnect()
    }
  })

  it('draws places, each once, and opens the next list when one is half taken', async () => {
    const place = async () => {
      const actor = await learner()
      return (await getOwnCertificate(actor, (await issueCertificate(actor, claim())).code)).facts.statusIndex
    }
    await expect(getStatusList(anonymous, 1)).rejects.toThrow(NotFound)
    await db.$executeRaw`select setval(pg_get_serial_sequence('"Certificate"', 'statusIndex'), 65535)`
    const next = await place()
    expect(Math.floor(next / listSize)).toBe(1)
    expect(await getStatusList(anonymous, 1)).toMatchObject({ id: 'http://localhost:3000/api/certificates/status/1' })
    await expect(getStatusList(anonymous, 2)).rejects.toThrow(NotFound)
  })
})
