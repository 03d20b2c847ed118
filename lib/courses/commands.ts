import type { Actor } from '@/lib/access/actor'
import { systemOnly } from '@/lib/access/scope'
import { db, takeTurn, type Transaction } from '@/lib/db'
import { blockMarksSchema, markBlocks } from './block-marks'
import { hashTexts } from './hash'
import { type CoursePackage, type Editions, inLocale } from './package'
import type { ParsedLesson } from './parse'
import type { StoredManifest } from './revision'

/** `kept`: edited in the app since its last import, so the file was not taken over. */
type Outcome = 'created' | 'unchanged' | 'kept'

export interface ImportReport {
  id: string
  /** What belongs to the course as a whole: manifest, sources, course text, glossary, check, cards. */
  content: Outcome
  /** Ids of lessons. */
  lessons: Record<Outcome, string[]>
}

/** Listened to by every process that keeps pages; its payload is the id of the course. */
export const contentChannel = 'haven_content'

/**
 * Publishes a course folder that check.ts has let pass. All or nothing; importing the same files again, also at the
 * same time, changes nothing. What was edited in the app is never overwritten but reported.
 * @throws Denied for anyone but a job or script of this installation
 */
export async function importCourse(actor: Actor, course: CoursePackage): Promise<ImportReport> {
  systemOnly(actor)
  const { id } = course.manifest.document
  return db.$transaction(
    async (tx) => {
      // Two imports of one course wait for each other; the second then sees what the first has stored.
      await takeTurn(tx, `${contentChannel}/${id}`)
      await tx.course.upsert({ where: { id }, create: { id }, update: {} })
      const report: ImportReport = {
        id,
        content: await importContent(tx, course),
        lessons: { created: [], unchanged: [], kept: [] },
      }
      for (const [lessonId, editions] of course.lessons)
        report.lessons[await importLesson(tx, course, lessonId, editions)].push(lessonId)
      const changed = report.content === 'created' || report.lessons.created.length > 0
      if (changed) await tx.$executeRaw`SELECT pg_notify(${contentChannel}, ${id})`
      return report
    },
    { maxWait: 60_000, timeout: 60_000 },
  )
}

async function importContent(
  tx: Transaction,
  { manifest, files, about, glossary, check, cards }: CoursePackage,
): Promise<Outcome> {
  const courseId = manifest.document.id
  const stored: StoredManifest = { course: files.get('course.json') ?? '', sources: files.get('sources.json') ?? null }
  const texts = [
    ...about.map((edition) => ({ ...edition, part: 'about' as const })),
    ...glossary.map((edition) => ({ ...edition, part: 'glossary' as const })),
    ...check.map((edition) => ({ ...edition, part: 'check' as const })),
    ...cards.map((edition) => ({ ...edition, part: 'cards' as const })),
  ]
  const hash = hashTexts([
    ['course.json', stored.course],
    ['sources.json', stored.sources ?? ''],
    ...texts.map(({ file, text }) => [file, text] as const),
  ])
  const newest = await tx.courseRevision.findFirst({
    where: { courseId },
    orderBy: { number: 'desc' },
    select: { number: true, hash: true, origin: true },
  })
  const outcome = compare(newest, hash)
  if (outcome !== 'created') return outcome
  await tx.courseRevision.create({
    data: {
      courseId,
      number: (newest?.number ?? 0) + 1,
      hash,
      origin: 'import',
      manifest: stored,
      texts: {
        create: texts.map(({ part, locale, text, read }) => ({
          part,
          locale,
          markdown: text,
          draft: read.document.draft,
        })),
      },
    },
    select: { id: true },
  })
  return outcome
}

async function importLesson(
  tx: Transaction,
  { manifest }: CoursePackage,
  lessonId: string,
  editions: Editions<ParsedLesson>,
): Promise<Outcome> {
  const { id: courseId, source } = manifest.document
  const original = inLocale(editions, source)
  if (!original) throw new Error(`lesson ${lessonId} has no ${source} text: the package was not checked`)
  const hash = hashTexts(editions.map(({ locale, text }) => [locale, text] as const))
  const newest = await tx.lessonRevision.findFirst({
    where: { courseId, lessonId },
    orderBy: { number: 'desc' },
    select: { number: true, hash: true, origin: true, texts: { select: { locale: true, blocks: true } } },
  })
  const outcome = compare(newest, hash)
  if (outcome !== 'created') return outcome
  const before = new Map(newest?.texts.map(({ locale, blocks }) => [locale, blockMarksSchema.parse(blocks)]))
  await tx.lesson.upsert({
    where: { courseId_id: { courseId, id: lessonId } },
    create: { courseId, id: lessonId },
    update: {},
  })
  await tx.lessonRevision.create({
    data: {
      courseId,
      lessonId,
      number: (newest?.number ?? 0) + 1,
      hash,
      origin: 'import',
      texts: {
        create: editions.map(({ locale, text, read }) => ({
          locale,
          title: read.document.title,
          markdown: text,
          draft: read.document.draft,
          blocks: markBlocks(read, original.read, before.get(locale)),
        })),
      },
    },
    select: { id: true },
  })
  return outcome
}

function compare(newest: { hash: string; origin: string } | null, hash: string): Outcome {
  if (newest?.hash === hash) return 'unchanged'
  return newest?.origin === 'edit' ? 'kept' : 'created'
}
