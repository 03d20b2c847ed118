import { parseGlossary } from '@/lib/courses/glossary'
import { readCardRef } from '@/lib/courses/card-ref'
import { counterCards } from '@/lib/courses/counter-card'
import type { Block, LessonDocument } from '@/lib/courses/lesson'
import type { Manifest } from '@/lib/courses/manifest'
import { parseLesson } from '@/lib/courses/parse'
import { trusted } from '@/lib/courses/revision'
import { type Locale, locales } from '@/lib/i18n/locales'
import type { Entry, Line } from './entry'
import { linesOf } from './lines'

interface Text {
  locale: string
  markdown: string
}

/** The newest texts of a course. The final check is not among them: nothing of it is ever found. */
export interface CourseTexts {
  manifest: Manifest
  glossary: readonly Text[]
  cards: readonly Text[]
  lessons: ReadonlyMap<string, readonly Text[]>
}

type Lessons = Map<string, { lang: string; document: LessonDocument }[]>

/**
 * Kinds whose lines may be quoted out of their place. A practice holds wrong answers, told apart only by what comes
 * back, and a voice its note: of these, and of a kind that is not named here, a result shows the heading alone.
 */
const quotable: ReadonlySet<string> = new Set(['text', 'card', 'checklist', 'reflect', 'today'])

/** Everything of a course that can be found, in every language it has. */
export function entriesOf(course: CourseTexts): Entry[] {
  const lessons: Lessons = new Map(
    course.manifest.lessons.map(({ id }) => [id, (course.lessons.get(id) ?? []).map(({ locale, markdown }) => ({
      lang: locale,
      document: trusted(parseLesson(markdown, { file: `${id}/${locale}.md` })).document,
    }))]),
  )
  return [...cardEntries(course, lessons), ...termEntries(course), ...lessonEntries(course, lessons)]
}

/** The pages on which a text in this language is found: its own, and those of languages that do not have it. */
const foundIn = (lang: string, source: string, has: readonly string[]): Locale[] =>
  locales.filter((locale) => locale === lang || (lang === source && !has.includes(locale)))

function cardEntries({ manifest, cards, lessons: texts }: CourseTexts, lessons: Lessons): Entry[] {
  const stored = new Map(
    [...lessons].map(([id, all]) => [id, all.map(({ lang, document: { title, draft } }) => ({
      locale: lang, title, draft, markdown: texts.get(id)?.find(({ locale }) => locale === lang)?.markdown ?? '',
    }))]),
  )
  const found = locales.flatMap((locale) => counterCards({ manifest, decks: cards, lessons: stored }, locale).map((card) => ({ locale, card })))
  return found.filter(({ locale, card }) => card.lang === locale).map(({ card }): Entry => {
    const lines = [...(card.lead ? [{ under: '', text: card.lead }] : []), ...linesOf(card.body)]
    return {
      kind: 'card', lang: card.lang, card: card.number, title: card.title, heading: '', lines, noted: false,
      locales: found.filter(({ card: { number, lang } }) => number === card.number && lang === card.lang).map(({ locale }) => locale),
      words: [['A', card.title], ...textWords(lines)],
    }
  })
}

function termEntries({ manifest: { source }, glossary }: CourseTexts): Entry[] {
  const has = glossary.map(({ locale }) => locale)
  return glossary.flatMap(({ locale, markdown }) =>
    trusted(parseGlossary(markdown, { file: `glossary/${locale}.md` })).document.terms.map(({ id, term, meaning, avoid }): Entry => {
      const lines = linesOf(meaning)
      return {
        kind: 'term', lang: locale, locales: foundIn(locale, source, has), block: id,
        title: term, heading: '', lines, noted: false,
        // Somebody may know only the word that we avoid: it leads to the better one, and is not shown.
        words: [['A', term], ...textWords(lines), ['D', avoid ?? '']],
      }
    }),
  )
}

function lessonEntries({ manifest }: CourseTexts, lessons: Lessons): Entry[] {
  const cards = new Set((manifest.cards ?? []).map(readCardRef).map(({ id, lesson }) => `${lesson}#${id}`))
  return [...lessons].flatMap(([lesson, editions]) =>
    editions.flatMap(({ lang, document }) => {
      const shared = { kind: 'lesson' as const, lang, lesson, locales: foundIn(lang, manifest.source, editions.map((each) => each.lang)) }
      const aim = linesOf(document.aim)
      const whole: Entry = {
        ...shared, title: document.title, heading: '', noted: document.note !== undefined,
        lines: document.note === undefined ? aim : [], words: [['A', document.title], ...textWords(aim)],
      }
      // A card of the counter is found as a card, not twice.
      const blocks = document.blocks.filter(({ id }) => !cards.has(`${lesson}#${id}`))
      return [whole, ...blocks.map((block) => ({ ...shared, ...blockEntry(block, document) }))]
    }),
  )
}

function blockEntry(block: Block, document: LessonDocument) {
  const { id, kind, heading, note: _note, instead: _instead, ...inside } = block
  const lines = linesOf(inside)
  const noted = isNoted(block, document)
  const words: Entry['words'] = [['B', heading], ...textWords(lines), ['D', document.title]]
  return { block: id, title: document.title, heading, lines: noted || !quotable.has(kind) ? [] : lines, noted, words }
}

/** A card is what a note offers to read instead: it stands behind none but its own. */
const isNoted = ({ kind, note }: Block, document: LessonDocument | undefined): boolean =>
  note !== undefined || (document?.note !== undefined && kind !== 'card')

const textWords = (lines: readonly Line[]): Entry['words'] =>
  lines.flatMap(({ under, text }): Entry['words'] => [['C', under], ['C', text]])
