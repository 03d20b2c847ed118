import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { hashOf } from '@/lib/access/derive'
import { NotFound, Refused } from '@/lib/access/errors'
import { systemOnly } from '@/lib/access/scope'
import { db, takeTurn, type Transaction } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { recordPassedCheck } from '@/lib/progress/commands'
import { ownOnDevice } from '@/lib/progress/device-owner'
import type { Bank } from './bank'
import { draw } from './draw'
import { gradeSheet, openSheet } from './grade'
import { getBank, getNewestRevision, listTries, listTriesUpTo, type StoredTry } from './queries'
import { type GradedTry, type Review, review } from './review'
import type { ClaimInput, DrawInput, SubmitInput } from './schema'
import type { PublicItem } from './sheet'
import { standing, type Try } from './standing'

export interface Drawn {
  /** The secret of the candidate, as it was sent, or a new one. */
  candidate: string
  attempt: string
  /** 1 for the first try, then counted on. */
  number: number
  /** The language of the items: the one asked for, or that of the source. */
  locale: Locale
  draft: boolean
  items: PublicItem[]
}

const asTry = ({ itemIds, points }: StoredTry): Try => ({ itemIds, points: points ?? undefined })

/**
 * Draws the items of a try, or finds them again: the same attempt and candidate always get the same items.
 * A candidate has one open try at a time, so another attempt id gets the open one too; `attempt` in the answer says
 * which. Tries after the first are drawn from the same revision and ask only what is still open.
 * @throws {NotFound} the course has no final check, or the attempt belongs to another candidate
 * @throws {Refused} `quizzes.errors.passed`: there is nothing left to ask
 */
export async function drawAttempt(actor: Actor, { attempt, candidate, course, locale }: DrawInput): Promise<Drawn> {
  const secret = candidate ?? randomBytes(32).toString('base64url')
  const holder = hashOf(secret)
  // Two draws at once meet at the unique number, and the second finds the try of the first.
  for (let turn = 0; turn < 3; turn++) {
    const tries = await listTries(actor, holder, course)
    const stored =
      tries.find(({ id }) => id === attempt) ??
      tries.find(({ points }) => points === null) ??
      (await newTry(actor, { attempt, candidate: holder, course, locale }, tries))
    if (!stored) continue
    const { revisionId, itemIds, seed, id, number } = stored
    const bank = await getBank(actor, revisionId, locale)
    return {
      candidate: secret,
      attempt: id,
      number,
      locale: bank.locale,
      draft: bank.draft,
      items: openSheet(bank, itemIds, seed),
    }
  }
  // The id is taken, and not by a try of this candidate.
  throw new NotFound()
}

type NewTry = Omit<DrawInput, 'candidate'> & { candidate: Uint8Array<ArrayBuffer> }

/** @returns undefined when the attempt id or the number is taken by now */
async function newTry(actor: Actor, { attempt, candidate, course, locale }: NewTry, tries: StoredTry[]) {
  const revisionId = tries[0]?.revisionId ?? (await getNewestRevision(actor, course))
  const bank = await getBank(actor, revisionId, locale)
  const seed = randomUUID()
  const itemIds = draw(bank, tries.map(asTry), seed)
  if (itemIds.length === 0) throw new Refused('quizzes.errors.passed')
  const made = { id: attempt, revisionId, itemIds, seed, number: tries.length + 1 }
  const { count } = await db.attempt.createMany({
    data: [{ ...made, candidate, courseId: course }],
    skipDuplicates: true,
  })
  return count === 1 ? made : undefined
}

/**
 * Grades a try and keeps the result: one row, however often and however parallel it is handed in. What comes later gets
 * the result of the answers that came first.
 * @throws {NotFound} there is no such attempt of this candidate
 * @throws {Refused} see gradeSheet
 */
export async function submitAttempt(
  actor: Actor,
  { attempt, candidate, answers, locale }: SubmitInput,
): Promise<Review> {
  const holder = hashOf(candidate)
  const tries = await listTriesUpTo(actor, holder, attempt)
  const open = tries.at(-1)
  if (!open) throw new NotFound()
  const bank = await getBank(actor, open.revisionId, locale)
  const earlier = tries.slice(0, -1).map(asTry)
  const known = asGraded(open)
  if (known) return review(bank, earlier, known)
  const graded = await keepResult(actor, bank, earlier, open, { answers, holder })
  if (graded) return review(bank, earlier, graded)
  // Somebody was faster: their row is there now.
  return submitAttempt(actor, { attempt, candidate, answers, locale })
}

const asGraded = ({ id, number, itemIds, answers, points, passed }: StoredTry): GradedTry | undefined =>
  answers && points && passed !== null ? { id, number, itemIds, answers, points, passed } : undefined

type HandedIn = Pick<SubmitInput, 'answers'> & { holder: Uint8Array<ArrayBuffer> }

/** @returns undefined when the try was handed in meanwhile */
async function keepResult(
  actor: Actor,
  bank: Bank,
  earlier: Try[],
  open: StoredTry,
  { answers, holder }: HandedIn,
): Promise<GradedTry | undefined> {
  const { id, number, itemIds, seed } = open
  const graded = gradeSheet(bank, itemIds, seed, answers)
  const { passed } = standing(bank, [...earlier, { itemIds, points: graded.points }])
  const result = { data: [{ attemptId: id, ...graded, locale: bank.locale, passed }], skipDuplicates: true }
  const keep = async (tx: Transaction) => (await tx.attemptResult.createMany(result)).count === 1
  const kept = passed ? await db.$transaction((tx) => keepPassed(actor, tx, { id, holder }, keep)) : await keep(db)
  return kept ? { id, number, itemIds, ...graded, passed } : undefined
}

/** Keeps a result that passes; whose candidate this is has it in their ledger with the same commit. */
async function keepPassed(
  actor: Actor,
  tx: Transaction,
  { id, holder }: { id: string; holder: Uint8Array<ArrayBuffer> },
  keep: (tx: Transaction) => Promise<boolean>,
): Promise<boolean> {
  await takeTurnOf(tx, holder)
  const owner = await tx.candidate.findUnique({ where: { id: holder }, select: { personId: true } })
  // Before anything is written, as in every command about a person: erasePerson deletes their tries in this turn.
  if (owner) await takeTurn(tx, owner.personId)
  if (!(await keep(tx))) return false
  if (owner) await recordPassed(actor, tx, owner.personId, { attemptId: id })
  return true
}

/** One at a time for a candidate, so that either a claim finds what was passed, or passing finds the claim. */
const takeTurnOf = (tx: Transaction, holder: Uint8Array<ArrayBuffer>) =>
  takeTurn(tx, `candidate/${Buffer.from(holder).toString('hex')}`)

type PassedWhere = { attemptId: string } | { attempt: { candidate: Uint8Array<ArrayBuffer>; courseId: string } }

/** Writes into the ledger what was passed, with its time; nothing when nothing was. */
async function recordPassed(actor: Actor, tx: Transaction, personId: string, where: PassedWhere) {
  const passed = await tx.attemptResult.findFirst({
    where: { ...where, passed: true },
    orderBy: { submittedAt: 'asc' },
    select: { submittedAt: true, attempt: { select: { courseId: true } } },
  })
  if (passed) await recordPassedCheck(actor, tx, { personId, course: passed.attempt.courseId, at: passed.submittedAt })
}

/**
 * Hands the tries of a candidate over to the account that asks. The first account keeps them: for any other, and for a
 * candidate that never tried anything, nothing happens and the answer is the same.
 * @returns whether this account has passed the final check of the course, by whatever candidate
 * @throws {Denied} the device that sends it is somebody else's
 */
export async function claimTries(actor: Actor, { owner: onDevice, candidate, course }: ClaimInput): Promise<{ passed: boolean }> {
  const { personId } = ownOnDevice(actor, onDevice)
  const holder = hashOf(candidate)
  return db.$transaction(async (tx) => {
    await takeTurnOf(tx, holder)
    await takeTurn(tx, personId)
    await tx.candidate.createMany({ data: [{ id: holder, personId }], skipDuplicates: true })
    const owner = await tx.candidate.findUnique({ where: { id: holder }, select: { personId: true } })
    if (owner?.personId === personId) await recordPassed(actor, tx, personId, { attempt: { candidate: holder, courseId: course } })
    const known = await tx.progressEvent.findFirst({
      where: { personId, courseId: course, kind: 'check.passed' },
      select: { id: true },
    })
    return { passed: known !== null }
  })
}

/** A device that was away for a season may still hand in what it has. */
const forgottenAfter = '90 days'

/** Forgets tries that nobody has handed in, so that drawing alone cannot fill the disk. */
export async function forgetOpenTries(actor: Actor): Promise<void> {
  systemOnly(actor)
  await db.$transaction(async (tx) => {
    const old = await tx.$queryRaw<{ id: string }[]>`
      select "id" from "Attempt" a where "drawnAt" < now() - ${forgottenAfter}::interval
        and not exists (select from "AttemptResult" r where r."attemptId" = a."id")
      order by "id" limit 10000 for update skip locked`
    // Asked again under the lock: a try may have been handed in since the first look.
    await tx.attempt.deleteMany({ where: { id: { in: old.map(({ id }) => id) }, result: null } })
  })
}

/** As long as a certificate is valid: who has not signed in by then to claim what they passed takes the check again. */
const unclaimedAfter = '24 months'

/** Forgets the tries of candidates that no account has claimed and that have tried nothing for so long. */
export async function forgetUnclaimedTries(actor: Actor): Promise<void> {
  systemOnly(actor)
  await db.$executeRaw`
    delete from "Attempt" where "id" in (
      select "id" from "Attempt" a where "drawnAt" < now() - ${unclaimedAfter}::interval
        and not exists (select from "Candidate" c where c."id" = a."candidate")
        and not exists (select from "Attempt" later where later."candidate" = a."candidate"
          and later."drawnAt" >= now() - ${unclaimedAfter}::interval)
      limit 10000)`
}
