import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { NotFound, Refused } from '@/lib/access/errors'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import type { Bank } from './bank'
import { draw } from './draw'
import { gradeSheet, openSheet } from './grade'
import { getBank, getNewestRevision, listTries, listTriesUpTo, type StoredTry } from './queries'
import { type GradedTry, type Review, review } from './review'
import type { DrawInput, SubmitInput } from './schema'
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

const hashOf = (candidate: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(candidate).digest())

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
  const graded = await keepResult(bank, earlier, open, answers)
  if (graded) return review(bank, earlier, graded)
  // Somebody was faster: their row is there now.
  return submitAttempt(actor, { attempt, candidate, answers, locale })
}

const asGraded = ({ id, number, itemIds, answers, points, passed }: StoredTry): GradedTry | undefined =>
  answers && points && passed !== null ? { id, number, itemIds, answers, points, passed } : undefined

/** @returns undefined when the try was handed in meanwhile */
async function keepResult(
  bank: Bank,
  earlier: Try[],
  open: StoredTry,
  given: SubmitInput['answers'],
): Promise<GradedTry | undefined> {
  const { id, number, itemIds, seed } = open
  const graded = gradeSheet(bank, itemIds, seed, given)
  const { passed } = standing(bank, [...earlier, { itemIds, points: graded.points }])
  const { count } = await db.attemptResult.createMany({
    data: [{ attemptId: id, ...graded, locale: bank.locale, passed }],
    skipDuplicates: true,
  })
  return count === 1 ? { id, number, itemIds, ...graded, passed } : undefined
}
