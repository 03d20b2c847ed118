import type { Actor } from '@/lib/access/actor'
import { NotFound } from '@/lib/access/errors'
import { own, systemOnly } from '@/lib/access/scope'
import { now } from '@/lib/clock'
import { getCourse, getCoursePlan } from '@/lib/courses/queries'
import { db } from '@/lib/db'
import { siteUrl } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { newCode, normaliseCode } from './code'
import { type CertificateFacts, type Credential, factsOf, listSize } from './credential'
import { issuerKeys } from './issuer-keys'
import { signCredential } from './sign-credential'
import { statusListOf } from './status-list'
import { type CertificateState, stateAt, toSeconds } from './validity'

const columns = { code: true, courseId: true, validUntil: true, credential: true, revocation: { select: { at: true } } } as const

interface Signed {
  /** As sign-credential.ts made it: the column is written by commands.ts alone. */
  credential: unknown
}
interface Row extends Signed {
  validUntil: Date
}

const factsIn = ({ credential }: Signed): CertificateFacts => {
  const facts = factsOf(credential)
  if (!facts) throw new Error('a stored credential is not of our form')
  return facts
}
const stateOf = (row: { validUntil: Date; revocation: object | null }): CertificateState =>
  stateAt(now(), { validUntil: row.validUntil, revoked: row.revocation !== null })

/** This person's certificates, the newest first, also those that are over or were taken back. */
export async function listCertificates(actor: Actor) {
  const rows = await db.certificate.findMany({ where: own(actor), orderBy: { id: 'desc' }, select: columns })
  return rows.map((row) => {
    const { name, courseTitle, pathTitle, issuedAt, validUntil, locale } = factsIn(row)
    const { code, courseId } = row
    return { code, name, courseId, title: courseTitle, pathTitle, issuedAt, validUntil, locale, state: stateOf(row) }
  })
}

/**
 * One of this person's own certificates, with the signed credential, for the paper and the badge.
 * @throws {NotFound} it does not exist, or is somebody else's
 */
export async function getOwnCertificate(actor: Actor, code: string) {
  const { personId } = own(actor)
  const row = await db.certificate.findUnique({ where: { code: normaliseCode(code) ?? '', personId }, select: { credential: true } })
  if (!row) throw new NotFound()
  return { facts: factsIn(row), credential: row.credential as unknown as Credential }
}

/**
 * Any certificate, for whoever runs this installation and has to be sure that it is the right one.
 * @throws {NotFound} nobody has it
 */
export async function getCertificate(actor: Actor, code: string) {
  systemOnly(actor)
  const row = await db.certificate.findUnique({ where: { code }, select: { ...columns, revocation: true } })
  if (!row) throw new NotFound()
  return { facts: factsIn(row), state: stateOf(row), revocation: row.revocation }
}

export type PublicCertificate =
  | { state: 'valid' | 'expired'; shown: Pick<CertificateFacts, (typeof shownFacts)[number]> }
  | { state: 'revoked' | 'unknown' }

const shownFacts = ['name', 'courseTitle', 'pathTitle', 'version', 'minutes', 'issuedAt', 'validUntil', 'locale'] as const

/**
 * What a certificate shows to whoever has its code. Whatever is asked, the database is asked one question of one form,
 * so that neither the answer nor the time tells a code that nobody has from something that cannot be one.
 * @param code as it was typed
 */
export async function getPublicCertificate(_actor: Actor, code: string): Promise<PublicCertificate> {
  // Nobody has a code that is drawn now.
  const rows = await db.$queryRaw<(Row & { revoked: boolean })[]>`
    select c."validUntil", c."credential", r."certificateId" is not null as "revoked"
    from "Certificate" c left join "CertificateRevocation" r on r."certificateId" = c."id"
    where c."code" = ${normaliseCode(code) ?? newCode()}`
  const [row] = rows
  const state = row ? stateAt(now(), row) : 'unknown'
  if (!row || state === 'revoked' || state === 'unknown') return { state: state as 'revoked' | 'unknown' }
  const facts = factsIn(row)
  const shown = Object.fromEntries(shownFacts.map((key) => [key, facts[key]]))
  return { state, shown: shown as Extract<PublicCertificate, { shown: object }>['shown'] }
}

/** How long a signed list may be handed out, in milliseconds. */
const keepFor = 5 * 60_000
const kept = new Map<number, { credential: object; until: number; taken: number }>()

/**
 * The signed list of what was taken back (W3C Bitstring Status List 1.0). Kept in memory until something more is taken
 * back, here or in another process, for five minutes at most.
 * @param list its number, from 0
 * @throws {NotFound} no certificate has a place in it yet
 */
export async function getStatusList(_actor: Actor, list: number): Promise<object> {
  const [counts] = await db.$queryRaw<{ taken: number; last: number }[]>`
    select (select count(*)::int from "CertificateRevocation") + (select count(*)::int from "RetiredPlace") as "taken",
      greatest((select max("statusIndex") from "Certificate"), (select max("statusIndex") from "RetiredPlace"), 0) as "last"`
  const { taken, last } = counts!
  if (list > Math.floor(last / listSize)) throw new NotFound()
  const known = kept.get(list)
  if (known && known.taken === taken && known.until > performance.now()) return known.credential
  const { signer } = issuerKeys()
  const at = toSeconds(now())
  const credential = signCredential(statusListOf(siteUrl(), list, await takenBack(list), signer.did, at), signer, at)
  kept.set(list, { credential, taken, until: performance.now() + keepFor })
  return credential
}

/** Places within a list. */
async function takenBack(list: number): Promise<number[]> {
  const from = list * listSize
  const rows = await db.$queryRaw<{ place: number }[]>`
    select "statusIndex" as "place" from "Certificate" c join "CertificateRevocation" r on r."certificateId" = c."id"
    where "statusIndex" >= ${from} and "statusIndex" < ${from + listSize}
    union all select "statusIndex" from "RetiredPlace" where "statusIndex" >= ${from} and "statusIndex" < ${from + listSize}`
  return rows.map(({ place }) => place - from)
}

/** What a course certifies, in one language, and what it asks for. */
const readCertifiable = async (actor: Actor, courseId: string, locale: Locale) => {
  const [plan, course, revision] = await Promise.all([
    getCoursePlan(actor, courseId),
    getCourse(actor, courseId, locale),
    db.courseRevision.findFirst({ where: { courseId }, orderBy: { number: 'desc' }, select: { id: true, number: true } }),
  ])
  if (!revision) throw new NotFound()
  return { plan, course, revision }
}

/** Reading a course takes longer than all the rest of a claim; who claims within a minute gets what it was then. */
const keepCourseFor = 60_000
const courses = new Map<string, { read: ReturnType<typeof readCertifiable>; until: number }>()

/**
 * A path of a course, as it is judged and certified. Up to a minute old.
 * @throws {NotFound} no such course or path
 */
export async function getCertifiable(actor: Actor, courseId: string, pathId: string, locale: Locale) {
  const key = `${courseId} ${locale}`
  const known = courses.get(key)
  const read = known && known.until > performance.now() ? known.read : readCertifiable(actor, courseId, locale)
  if (read !== known?.read) courses.set(key, { read, until: performance.now() + keepCourseFor })
  // A failure is not kept: the next claim tries again.
  const { plan, course, revision } = await read.catch((error: unknown) => {
    courses.delete(key)
    throw error
  })
  const path = course.paths.find(({ id }) => id === pathId)
  if (!path) throw new NotFound()
  const inPath = <T extends { id: string }>(lessons: readonly T[]) => lessons.filter(({ id }) => path.lessons.includes(id))
  return {
    revisionId: revision.id,
    version: revision.number,
    courseTitle: course.title,
    pathTitle: path.title,
    /** As the course page shows them. */
    minutes: inPath(course.lessons).reduce((sum, lesson) => sum + lesson.minutes, 0),
    lessons: inPath(plan.lessons),
  }
}
