import type { Actor } from '@/lib/access/actor'
import { NotFound, Refused } from '@/lib/access/errors'
import { own, systemOnly } from '@/lib/access/scope'
import { now } from '@/lib/clock'
import { db, takeTurn, type Transaction } from '@/lib/db'
import { env, siteUrl } from '@/lib/env'
import { completion } from '@/lib/progress/completion'
import { getProgress } from '@/lib/progress/queries'
import type { Prisma, RevocationReason } from '@/prisma/client/client'
import { newCode } from './code'
import { type CertificateFacts, credentialOf, factsOf } from './credential'
import { issuerKeys } from './issuer-keys'
import { getCertifiable } from './queries'
import type { IssueInput, ReissueInput, WithdrawInput } from './schema'
import { signCredential } from './sign-credential'
import { toSeconds, validUntil } from './validity'

export interface Issued {
  code: string
}

/**
 * Certifies that this person has completed a path of a course, under the name they choose now. The same request gives
 * the same certificate, however often and however parallel it comes.
 * @throws {NotFound} no such course or path; or the request was somebody else's
 * @throws {Refused} `madeBefore`: the request has brought one with another name, path, course or language;
 *   `notFinished`, as the ledger has it; `alreadyIssued`: reissueCertificate gives another name; `refusedByIssuer`: it
 *   was taken back by the organisation
 */
export async function issueCertificate(actor: Actor, input: IssueInput): Promise<Issued> {
  const { personId } = own(actor)
  // Outside the transaction: what waits for its turn must not hold a connection and ask for another one.
  const again = await issuedBefore(db, personId, input)
  if (again) return again
  const earned = await earnedBy(actor, input)
  return inTurn(personId, async (tx) => {
    const earlier = await issuedFor(tx, personId, input.course)
    const again = earlier.find(({ requestId }) => requestId === input.requestId)
    if (again) return sameAgain(again, input)
    const issuedAt = dayOfIssue(earlier, input.path)
    const dates = { issuedAt: toSeconds(issuedAt), validUntil: toSeconds(validUntil(issuedAt)) }
    const row = { requestId: input.requestId, personId, pathId: input.path, revisionId: earned.revisionId }
    return write(tx, row, { ...earned.facts, ...dates, name: input.name })
  })
}

/**
 * Takes a certificate back, because its holder wants it. Doing it again changes nothing.
 * @throws {NotFound} it does not exist, or is somebody else's
 */
export async function withdrawCertificate(actor: Actor, { code }: WithdrawInput): Promise<{ state: 'revoked' }> {
  const { personId } = own(actor)
  return inTurn(personId, async (tx) => {
    const certificate = await tx.certificate.findUnique({ where: { code, personId }, select: { id: true } })
    if (!certificate) throw new NotFound()
    await revoke(tx, certificate.id, 'withdrawn')
    return { state: 'revoked' }
  })
}

/**
 * Puts a certificate under another name in the place of one, which is taken back. Its dates stay those of the first, so
 * that a new name neither prolongs it nor tells that there was another.
 * @throws {NotFound} it does not exist, or is somebody else's
 * @throws {Refused} `madeBefore`: the request has brought one under another name; `revoked`: it was taken back before
 */
export async function reissueCertificate(actor: Actor, { requestId, code, name }: ReissueInput): Promise<Issued> {
  const { personId } = own(actor)
  return inTurn(personId, async (tx) => {
    const old = await tx.certificate.findUnique({ where: { code, personId }, include: { revocation: true } })
    const facts = factsOf(old?.credential)
    if (!old || !facts) throw new NotFound()
    const asked = { requestId, name, course: old.courseId, path: old.pathId, locale: old.locale }
    const again = await issuedBefore(tx, personId, asked)
    if (again) return again
    if (old.revocation) throw new Refused('certificates.errors.revoked')
    await revoke(tx, old.id, 'reissued')
    const row = { requestId, personId, pathId: old.pathId, revisionId: old.revisionId }
    return write(tx, row, { ...facts, name, ...issuer() })
  })
}

/**
 * Takes a certificate back for the organisation, after which this person gets none for the course any more. Doing it
 * again changes nothing; nor does it where the holder was first, who can claim again.
 * @returns why it was taken back, now or before; `instead`: the code of the one that its holder has by now
 * @throws {NotFound} nobody has it
 */
export async function revokeCertificate(actor: Actor, { code }: WithdrawInput) {
  systemOnly(actor)
  const found = await db.certificate.findUnique({ where: { code }, select: { id: true, personId: true, courseId: true } })
  if (!found) throw new NotFound()
  return inTurn(found.personId, async (tx) => {
    const all = await issuedFor(tx, found.personId, found.courseId)
    const before = all.find((one) => one.code === code)?.revoked
    await revoke(tx, found.id, 'issuer')
    return { reason: before ?? 'issuer', instead: all.find((one) => one.code !== code && one.revoked === null)?.code }
  })
}

/** One deed of a person at a time: two claims at once meet here, and the second sees what the first has written. */
const inTurn = <T>(personId: string, deed: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.$transaction(async (tx) => {
    await takeTurn(tx, personId)
    return deed(tx)
  })

/** What a request asks for, and what the certificate that it has brought says. */
type Asked = Pick<IssueInput, 'requestId' | 'course' | 'path' | 'name'> & { locale: string }
type Made = Pick<Earlier, 'code' | 'courseId' | 'pathId' | 'name' | 'locale'>

/** What this request has already brought. */
async function issuedBefore(tx: Transaction, personId: string, asked: Asked): Promise<Issued | undefined> {
  const select = { personId: true, code: true, courseId: true, pathId: true, name: true, locale: true } as const
  const made = await tx.certificate.findUnique({ where: { requestId: asked.requestId }, select })
  if (made && made.personId !== personId) throw new NotFound()
  return made ? sameAgain(made, asked) : undefined
}

/** Who has put a name right after a lost answer must not take the certificate with the wrong one for theirs. */
function sameAgain({ code, ...made }: Made, { course, path, name, locale }: Asked): Issued {
  if (made.courseId !== course || made.pathId !== path || made.name !== name || made.locale !== locale)
    throw new Refused('certificates.errors.madeBefore')
  return { code }
}

const issuer = () => ({ issuer: { did: issuerKeys().signer.did, name: env().ISSUER_NAME }, site: siteUrl() })

/** What would stand on the certificate, if the ledger of this person says that the path is completed. */
async function earnedBy(actor: Actor, { course: courseId, path, locale }: IssueInput) {
  const [{ lessons, revisionId, ...words }, progress] = await Promise.all([
    getCertifiable(actor, courseId, path, locale),
    getProgress(actor, courseId),
  ])
  if (!completion(lessons, progress, progress.checkPassed !== undefined).done)
    throw new Refused('certificates.errors.notFinished')
  return { revisionId, facts: { ...words, courseId, locale, ...issuer() } }
}

interface Earlier {
  requestId: string
  code: string
  courseId: string
  pathId: string
  name: string
  locale: string
  issuedAt: Date
  /** Why it was taken back; null: it was not. */
  revoked: RevocationReason | null
}

/** This person's certificates for a course, whatever became of them, the oldest first. */
const issuedFor = (tx: Transaction, personId: string, courseId: string) =>
  tx.$queryRaw<Earlier[]>`
    select c."requestId", c."code", c."courseId", c."pathId", c."name", c."locale", c."issuedAt", r."reason"::text as "revoked"
    from "Certificate" c left join "CertificateRevocation" r on r."certificateId" = c."id"
    where c."personId" = ${personId}::uuid and c."courseId" = ${courseId} order by c."issuedAt"`

/** Now; or that of an earlier certificate for the same path, so that taking back and claiming again prolongs nothing. */
function dayOfIssue(earlier: Earlier[], path: string): Date {
  if (earlier.some(({ revoked }) => revoked === null)) throw new Refused('certificates.errors.alreadyIssued')
  if (earlier.some(({ revoked }) => revoked === 'issuer'))
    throw new Refused('certificates.errors.refusedByIssuer')
  return earlier.find(({ pathId }) => pathId === path)?.issuedAt ?? now()
}

const revoke = (tx: Transaction, certificateId: string, reason: RevocationReason) =>
  tx.certificateRevocation.createMany({ data: [{ certificateId, reason }], skipDuplicates: true })

interface NewRow {
  requestId: string
  personId: string
  pathId: string
  revisionId: string
}

/** Signs a certificate and stores it, unless our own pages could not read it again: then a setting is at fault. */
async function write(
  tx: Transaction,
  row: NewRow,
  facts: Omit<CertificateFacts, 'code' | 'statusIndex'>,
): Promise<Issued> {
  const code = newCode()
  if (!factsOf(credentialOf({ ...facts, code, statusIndex: 0 })))
    throw new Error(`a certificate of ${facts.courseId} at ${facts.site} cannot be read again, and is not stored`)
  const { courseId, name, locale, issuedAt, validUntil } = facts
  const kept = { ...row, code, courseId, name, locale, issuedAt, validUntil }
  const { signer } = issuerKeys()
  const at = toSeconds(now())
  for (const statusIndex of await freePlaces(tx)) {
    const credential = signCredential(credentialOf({ ...facts, code, statusIndex }), signer, at) as unknown as Prisma.InputJsonObject
    // Somebody who drew the same place at the same time may have been first.
    const { count } = await tx.certificate.createMany({ data: [{ ...kept, statusIndex, credential }], skipDuplicates: true })
    if (count === 1) return { code }
  }
  throw new Error('no place in the status list was free')
}

/**
 * Places in the newest status list that nobody has. They are drawn, so that two certificates do not tell which came
 * first or how many there are; a list counts as full when half of it is taken, so that many of 32 are free.
 */
async function freePlaces(tx: Transaction): Promise<number[]> {
  const free = await tx.$queryRaw<{ place: number }[]>`
    with issued as materialized (select nextval(pg_get_serial_sequence('"Certificate"', 'statusIndex')) / 65536 as list),
      drawn as materialized (
        select (list * 131072 + floor(random() * 131072))::int as place from issued, generate_series(1, 32))
    select place from drawn where not exists (select from "Certificate" where "statusIndex" = place)
      and not exists (select from "RetiredPlace" where "statusIndex" = place)`
  return free.map(({ place }) => place)
}
