import type { Actor } from '@/lib/access/actor'
import { systemOnly } from '@/lib/access/scope'
import { getCourseSources } from '@/lib/courses/queries'
import { readStoredManifest } from '@/lib/courses/revision'
import { db, takeTurn, type Transaction } from '@/lib/db'
import { locales } from '@/lib/i18n/locales'
import { entriesOf } from './entries'
import { type Entry, storeLines, vectorOf } from './entry'
import { version } from './index-version.json'

/** Rows that travel to the database together. */
const batch = 500

/**
 * Makes what the search finds of a course from its newest revisions: all or nothing, and nothing when they are
 * the same as last time. To be called after every change of content.
 * @throws Denied for anyone but a job or script of this installation · NotFound without such a course
 */
export async function indexCourse(actor: Actor, courseId: string): Promise<'made' | 'unchanged'> {
  systemOnly(actor)
  // Read before the content: what changes in between is then seen as a change the next time.
  const [{ state } = { state: null }] = await db.$queryRaw<{ state: string | null }[]>`SELECT search_state(${courseId}) AS state`
  const made = await db.searchIndex.findUnique({ where: { courseId } })
  if (made && made.state === state && made.version === version) return 'unchanged'
  const { revision, lessons } = await getCourseSources(actor, courseId)
  const texts = (part: string) => revision.texts.filter((text) => text.part === part)
  await writeEntries(actor, courseId, state ?? '', entriesOf({
    manifest: readStoredManifest(revision.manifest).manifest,
    glossary: texts('glossary'),
    cards: texts('cards'),
    lessons: new Map(lessons.map((lesson) => [lesson.id, lesson.texts])),
  }))
  return 'made'
}

/** indexCourse for every course. @returns the ids of those whose content had changed */
export async function indexCourses(actor: Actor): Promise<string[]> {
  const courses = await db.course.findMany({ where: { revisions: { some: {} } }, select: { id: true }, orderBy: { id: 'asc' } })
  const made: string[] = []
  for (const { id } of courses) if ((await indexCourse(actor, id)) === 'made') made.push(id)
  return made
}

/** Replaces all entries of a course. */
export async function writeEntries(actor: Actor, courseId: string, state: string, entries: readonly Entry[]): Promise<void> {
  systemOnly(actor)
  await db.$transaction(
    async (tx) => {
      // Two that index one course wait for each other; the second then replaces what the first has made.
      await takeTurn(tx, `search/${courseId}`)
      await tx.searchEntry.deleteMany({ where: { courseId } })
      for (let from = 0; from < entries.length; from += batch) await insert(tx, courseId, entries.slice(from, from + batch))
      await tx.searchWord.deleteMany({ where: { courseId } })
      await tx.$executeRaw`
        INSERT INTO "SearchWord" ("courseId", locale, word, entries)
        SELECT "courseId", locale, lexeme, count(*)
        FROM "SearchEntry", unnest(locales) AS locale, unnest(words) AS w(lexeme, positions, weights)
        WHERE "courseId" = ${courseId} GROUP BY "courseId", locale, lexeme`
      const made = { state, version, totals: totalsOf(entries) }
      await tx.searchIndex.upsert({ where: { courseId }, create: { courseId, ...made }, update: made })
      // The next question must not wait for the housekeeping of Postgres.
      await tx.$executeRaw`SELECT gin_clean_pending_list('"SearchEntry_words_locales_idx"'), gin_clean_pending_list('"SearchWord_similar_idx"')`
      await tx.$executeRaw`ANALYZE "SearchEntry", "SearchWord"`
    },
    { maxWait: 60_000, timeout: 300_000 },
  )
}

const totalsOf = (entries: readonly Entry[]) =>
  Object.fromEntries(locales.map((locale) => [locale, entries.filter((entry) => entry.locales.includes(locale)).length]))

const insert = (tx: Transaction, courseId: string, entries: readonly Entry[]) => {
  const column = <T>(value: (entry: Entry) => T) => entries.map(value)
  return tx.$executeRaw`
    INSERT INTO "SearchEntry" ("courseId", kind, lang, locales, lesson, block, card, title, heading, text, noted, words)
    SELECT ${courseId}, kind::"SearchKind", lang, string_to_array(locales, ' '), lesson, block, card, title, heading, text, noted, words::tsvector
    FROM unnest(
      ${column(({ kind }) => kind)}::text[], ${column(({ lang }) => lang)}::text[], ${column(({ locales }) => locales.join(' '))}::text[],
      ${column(({ lesson }) => lesson ?? null)}::text[], ${column(({ block }) => block ?? null)}::text[], ${column(({ card }) => card ?? null)}::int[],
      ${column(({ title }) => title)}::text[], ${column(({ heading }) => heading)}::text[], ${column(({ lines }) => storeLines(lines))}::text[],
      ${column(({ noted }) => noted)}::bool[], ${column(({ words }) => vectorOf(words))}::text[]
    ) AS e(kind, lang, locales, lesson, block, card, title, heading, text, noted, words)`
}
