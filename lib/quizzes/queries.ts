import type { Actor } from '@/lib/access/actor'
import { NotFound } from '@/lib/access/errors'
import { parseFinalCheck } from '@/lib/courses/final-check'
import { getCourse } from '@/lib/courses/queries'
import { readStoredManifest, trusted } from '@/lib/courses/revision'
import { db } from '@/lib/db'
import { type Locale, locales } from '@/lib/i18n/locales'
import type { Answer } from './answer'
import type { Bank } from './bank'

/** A try as it is stored; without result while it is open. */
export interface StoredTry {
  id: string
  number: number
  revisionId: string
  itemIds: string[]
  seed: string
  answers: Record<string, Answer> | null
  points: Record<string, number> | null
  passed: boolean | null
}

/** All tries of a candidate at a course, in their order. */
export const listTries = (_actor: Actor, candidate: Uint8Array<ArrayBuffer>, courseId: string): Promise<StoredTry[]> =>
  db.$queryRaw<StoredTry[]>`
    select t."id", t."number", t."revisionId", t."itemIds", t."seed", r."answers", r."points", r."passed"
    from "Attempt" t left join "AttemptResult" r on r."attemptId" = t."id"
    where t."candidate" = ${candidate} and t."courseId" = ${courseId}
    order by t."number"`

/**
 * A try and those before it, in one round trip.
 * @returns nothing when there is no such try, or when it is not this candidate's
 */
export const listTriesUpTo = (
  _actor: Actor,
  candidate: Uint8Array<ArrayBuffer>,
  attemptId: string,
): Promise<StoredTry[]> =>
  db.$queryRaw<StoredTry[]>`
    select t."id", t."number", t."revisionId", t."itemIds", t."seed", r."answers", r."points", r."passed"
    from "Attempt" asked
    join "Attempt" t
      on t."candidate" = asked."candidate" and t."courseId" = asked."courseId" and t."number" <= asked."number"
    left join "AttemptResult" r on r."attemptId" = t."id"
    where asked."id" = ${attemptId}::uuid and asked."candidate" = ${candidate}
    order by t."number"`

/** The revision that a first try is drawn from. */
export async function getNewestRevision(_actor: Actor, courseId: string): Promise<string> {
  const newest = await db.courseRevision.findFirst({
    where: { courseId },
    orderBy: { number: 'desc' },
    select: { id: true },
  })
  if (!newest) throw new NotFound()
  return newest.id
}

// Parsing a bank takes a hundred times as long as grading, and a revision never changes. Only titles of lessons can,
// so a bank is read again after a while.
const kept = new Map<string, { bank: Promise<Bank>; until: number }>()
const keepAtMost = 4 * locales.length
const keepFor = 10 * 60_000

/**
 * The bank of a revision in a language, or in that of the source where it is not translated. Kept in memory.
 * @throws {NotFound} there is no such revision, or it has no final check
 */
export function getBank(actor: Actor, revisionId: string, locale: Locale): Promise<Bank> {
  const key = `${revisionId} ${locale}`
  const known = kept.get(key)
  if (known && known.until > performance.now()) return known.bank
  const bank = readBank(actor, revisionId, locale)
  kept.delete(key)
  kept.set(key, { bank, until: performance.now() + keepFor })
  for (const oldest of kept.keys()) if (kept.size > keepAtMost) kept.delete(oldest)
  // A failure is not kept: the next request tries again.
  bank.catch(() => kept.get(key)?.bank === bank && kept.delete(key))
  return bank
}

async function readBank(actor: Actor, revisionId: string, locale: Locale): Promise<Bank> {
  const revision = await db.courseRevision.findUnique({
    where: { id: revisionId },
    select: {
      courseId: true,
      manifest: true,
      texts: { where: { part: 'check' }, select: { locale: true, markdown: true } },
    },
  })
  if (!revision) throw new NotFound()
  const { manifest } = readStoredManifest(revision.manifest)
  const inLocale = (wanted: string) => revision.texts.find((text) => text.locale === wanted)
  const text = inLocale(locale) ?? inLocale(manifest.source)
  if (!text) throw new NotFound()
  const { items, draft } = trusted(parseFinalCheck(text.markdown, { file: `check/${text.locale}.md` })).document
  const { lessons } = await getCourse(actor, revision.courseId, locale)
  const titles = Object.fromEntries(lessons.map(({ id, title }) => [id, title]))
  return { revisionId, locale: text.locale as Locale, draft, items, settings: manifest.check, titles }
}
