import type { Actor } from '@/lib/access/actor'
import { NotFound } from '@/lib/access/errors'
import { db } from '@/lib/db'
import { type Locale, locales } from '@/lib/i18n/locales'
import { parseAbout } from './about'
import { blockMarksSchema, outdated } from './block-marks'
import { readCardRef } from './card-ref'
import { counterCards } from './counter-card'
import { countsOf } from './kinds'
import { parseLesson } from './parse'
import { neighboursOf } from './neighbours'
import { readStoredManifest, trusted } from './revision'
import { glossaryFor, type TermEntry } from './term-entries'
import { fragments } from './reading'
import { termIds } from './rich'

// Courses are public: these reads take the actor as every query does, and show everyone the same.

const newest = { orderBy: { number: 'desc' }, take: 1 } as const

/** A text in the language asked for, or else in that of the source. */
const inLanguage = <T extends { locale: string }>(texts: readonly T[], locale: string, source: string): T | undefined =>
  texts.find((text) => text.locale === locale) ?? texts.find((text) => text.locale === source)

async function readContent(courseId: string, part: 'about' | 'glossary' | 'cards') {
  const course = await db.course.findUnique({
    where: { id: courseId },
    select: {
      revisions: {
        ...newest,
        select: { manifest: true, texts: { where: { part }, select: { locale: true, markdown: true } } },
      },
    },
  })
  const [revision] = course?.revisions ?? []
  if (!revision) throw new NotFound()
  return { ...readStoredManifest(revision.manifest), texts: revision.texts }
}

async function readTitles(courseId: string, ids: readonly string[]) {
  const lessons = await db.lesson.findMany({
    where: { courseId, id: { in: [...ids] } },
    select: { id: true, revisions: { ...newest, select: { texts: { select: { locale: true, title: true } } } } },
  })
  return new Map(lessons.map(({ id, revisions }) => [id, revisions[0]?.texts ?? []]))
}

/**
 * A course with all its lessons, in one language. What is not translated comes in the language of the source,
 * and `lang` says so, for the course text as a whole and for each title.
 */
export async function getCourse(_actor: Actor, courseId: string, locale: Locale) {
  const { manifest, texts } = await readContent(courseId, 'about')
  const about = inLanguage(texts, locale, manifest.source)
  if (!about) throw new NotFound()
  const { document } = trusted(parseAbout(about.markdown, { file: `${about.locale}.md` }))
  const titles = await readTitles(
    courseId,
    manifest.lessons.map(({ id }) => id),
  )
  const languages = new Set([...titles.values()].flat().map((text) => text.locale))
  return {
    id: courseId,
    lang: about.locale,
    draft: document.draft,
    title: document.title,
    summary: document.summary,
    modules: document.modules,
    paths: document.paths.map((path) => ({
      ...path,
      lessons: manifest.paths.find(({ id }) => id === path.id)?.lessons ?? [],
    })),
    lessons: manifest.lessons.flatMap(({ id, module, minutes, role }) => {
      const text = inLanguage(titles.get(id) ?? [], locale, manifest.source)
      return text ? [{ id, moduleId: module, minutes, role, title: text.title, lang: text.locale }] : []
    }),
    /** How many questions the final check asks, and the share to reach. */
    check: { draw: manifest.check.draw, pass: manifest.check.pass },
    /** Those in which at least one lesson can be read, in the order of the language menu. */
    languages: locales.filter((known) => languages.has(known)),
  }
}

/** Every course, as getCourse gives it. */
export async function listCourses(actor: Actor, locale: Locale) {
  const courses = await db.course.findMany({
    where: { revisions: { some: {} } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return Promise.all(courses.map(({ id }) => getCourse(actor, id, locale)))
}

/** The id of the course that the first page leads to, and whose cards stand at /cards, its terms at /glossary. */
export async function getFirstCourseId(_actor: Actor): Promise<string> {
  const course = await db.course.findFirst({
    where: { revisions: { some: {} } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (!course) throw new NotFound()
  return course.id
}

/** The course that the first page leads to. */
export const getFirstCourse = async (actor: Actor, locale: Locale) => getCourse(actor, await getFirstCourseId(actor), locale)

/** One lesson, ready to be shown, in one language or else in that of the source (`lang`). */
export async function getLesson(_actor: Actor, courseId: string, lessonId: string, locale: Locale) {
  const [about, glossary] = await Promise.all([readContent(courseId, 'about'), readContent(courseId, 'glossary')])
  const { manifest, sources } = about
  const planned = manifest.lessons.find(({ id }) => id === lessonId)
  const [revision] = planned ? await readRevision(courseId, lessonId, [locale, manifest.source]) : []
  const text = inLanguage(revision?.texts ?? [], locale, manifest.source)
  const aboutText = inLanguage(about.texts, locale, manifest.source)
  if (!planned || !revision || !text || !aboutText) throw new NotFound()
  const { document } = trusted(parseLesson(text.markdown, { file: `${lessonId}/${text.locale}.md` }))
  const course = trusted(parseAbout(aboutText.markdown, { file: `${aboutText.locale}.md` })).document
  const marks = blockMarksSchema.parse(text.blocks)
  const original = blockMarksSchema.parse(inLanguage(revision.texts, manifest.source, manifest.source)?.blocks ?? [])
  const { number, total, previous, next } = neighboursOf(manifest, lessonId)
  const around = [previous, next].filter((id) => id !== undefined)
  const titles = await readTitles(courseId, around)
  const neighbour = (id: string | undefined) => {
    const entry = manifest.lessons.find((lesson) => lesson.id === id)
    const title = inLanguage(titles.get(id ?? '') ?? [], locale, manifest.source)
    return entry && title && { id: entry.id, title: title.title, lang: title.locale, minutes: entry.minutes }
  }
  const used = new Set(fragments(document).flatMap(termIds))
  return {
    id: lessonId,
    course: { id: courseId, title: course.title, lang: aboutText.locale },
    module: {
      id: planned.module,
      title: course.modules.find(({ id }) => id === planned.module)?.title ?? planned.module,
    },
    revision: revision.number,
    document,
    lang: text.locale,
    draft: text.draft,
    /** Ids of blocks whose source has changed since this translation was made. */
    outdated: outdated(marks, original),
    minutes: planned.minutes,
    role: planned.role,
    number,
    total,
    previous: neighbour(previous),
    next: neighbour(next),
    sources: planned.sources.flatMap((id) => (sources[id] ? [{ id, ...sources[id] }] : [])),
    terms: glossaryFor(glossary.texts, text.locale, manifest.source).filter(({ id }) => used.has(id)),
    blocks: marks.map(({ id, kind }) => ({ id, kind, counts: countsOf(kind) })),
  }
}

async function readRevision(courseId: string, id: string, wanted: string[]) {
  const lesson = await db.lesson.findUnique({
    where: { courseId_id: { courseId, id } },
    select: {
      revisions: {
        ...newest,
        select: {
          number: true,
          texts: {
            where: { locale: { in: wanted } },
            select: { locale: true, markdown: true, draft: true, blocks: true },
          },
        },
      },
    },
  })
  return lesson?.revisions ?? []
}

/** The glossary in one language, by its alphabet, each term with its words in the other languages. Words to avoid are left out. */
export async function getGlossary(_actor: Actor, courseId: string, locale: Locale): Promise<TermEntry[]> {
  const { manifest, texts } = await readContent(courseId, 'glossary')
  return glossaryFor(texts, locale, manifest.source).toSorted((a, b) => a.term.localeCompare(b.term, a.lang))
}

/** The cards for the counter, in their order; a card that is not translated comes in the language of the source. */
export async function listCards(_actor: Actor, courseId: string, locale: Locale) {
  const { manifest, texts: decks } = await readContent(courseId, 'cards')
  const ids = (manifest.cards ?? []).flatMap((card) => readCardRef(card).lesson ?? [])
  const where = { locale: { in: [locale, manifest.source] } }
  const select = { locale: true, title: true, markdown: true, draft: true } as const
  const lessons = await db.lesson.findMany({
    where: { courseId, id: { in: ids } },
    select: { id: true, revisions: { ...newest, select: { texts: { where, select } } } },
  })
  const stored = new Map(lessons.map(({ id, revisions }) => [id, revisions[0]?.texts ?? []]))
  return counterCards({ manifest, decks, lessons: stored }, locale)
}

/**
 * One card for the counter, with the terms it uses and the numbers of the cards around it.
 * @param number its place in the course, from 1
 */
export async function getCard(actor: Actor, courseId: string, number: number, locale: Locale) {
  // Before anything is parsed: a number that nobody can have costs next to nothing.
  if (number > ((await readContent(courseId, 'cards')).manifest.cards?.length ?? 0)) throw new NotFound()
  const cards = await listCards(actor, courseId, locale)
  const at = cards.findIndex((card) => card.number === number)
  const card = cards[at]
  if (!card) throw new NotFound()
  const { manifest, texts } = await readContent(courseId, 'glossary')
  const used = termIds(card.body)
  const terms = glossaryFor(texts, card.lang, manifest.source).filter(({ id }) => used.includes(id))
  return { ...card, courseId, terms, previous: cards[at - 1]?.number, next: cards[at + 1]?.number }
}

/** What completing a course takes, in the source language's structure, which is that of all languages. */
export async function getCoursePlan(_actor: Actor, courseId: string) {
  const { manifest } = await readContent(courseId, 'about')
  const lessons = await db.lesson.findMany({
    where: { courseId },
    select: {
      id: true,
      revisions: { ...newest, select: { texts: { where: { locale: manifest.source }, select: { blocks: true } } } },
    },
  })
  return {
    paths: manifest.paths,
    lessons: manifest.lessons.map(({ id }) => {
      const stored = lessons.find((lesson) => lesson.id === id)?.revisions[0]?.texts[0]?.blocks
      const marks = blockMarksSchema.parse(stored ?? [])
      return { id, blocks: marks.map((mark) => ({ id: mark.id, counts: countsOf(mark.kind), instead: mark.instead })) }
    }),
  }
}

/** Everything an export needs, letter by letter (export.ts). It holds the keys of the check: for the installation itself only. */
export async function getCourseSources(actor: Actor, courseId: string) {
  if (actor.kind !== 'system') throw new NotFound()
  const course = await db.course.findUnique({
    where: { id: courseId },
    select: {
      revisions: {
        ...newest,
        select: { manifest: true, texts: { select: { part: true, locale: true, markdown: true } } },
      },
      lessons: {
        select: { id: true, revisions: { ...newest, select: { texts: { select: { locale: true, markdown: true } } } } },
      },
    },
  })
  const [revision] = course?.revisions ?? []
  if (!course || !revision) throw new NotFound()
  return { revision, lessons: course.lessons.map(({ id, revisions }) => ({ id, texts: revisions[0]?.texts ?? [] })) }
}
