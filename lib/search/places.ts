import { termPath } from '@/lib/courses/term-path'
import { cardPath, href, lessonPath } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { readLines, type SearchKind, searchKinds } from './entry'
import { marked, type Part, type Snippet, snippetOf } from './snippet'

/** A row of SearchEntry, as far as a result shows it. */
export interface Found {
  courseId: string
  kind: SearchKind
  lang: string
  lesson: string | null
  block: string | null
  card: number | null
  title: string
  heading: string
  text: string
  noted: boolean
  score: number
}

/** One place that answers, ready to be shown. */
export interface Place {
  href: string
  heading: Part[]
  /** The lesson around a block. */
  lesson?: { id: string; title: string }
  lang: string
  noted: boolean
  snippet?: Snippet
}

export interface Places {
  count: number
  groups: { kind: SearchKind; places: Place[] }[]
}

/** Places shown. */
export const mostPlaces = 20
/** Places of one lesson: its first ones lead to the others. */
const perLesson = 3
/**
 * What is much weaker than the best answer is noise. A card may be weaker, there are few; a term must be meant, not only
 * mentioned, because it stands before the lessons.
 */
const weakest: Record<SearchKind, number> = { card: 0.15, term: 0.3, lesson: 0.2 }

/** The best answers, cards first: they help at the counter. Within a kind the better answer stands first. */
export function placesOf(rows: readonly Found[], hits: ReadonlyMap<string, number>, locale: Locale): Places {
  const best = Math.max(0, ...rows.map(({ score }) => score))
  const lessons = new Map<string, number>()
  const kept = rows
    .toSorted((a, b) => b.score - a.score)
    .filter(({ score, kind, courseId, lesson }) => {
      if (score < best * weakest[kind]) return false
      if (kind !== 'lesson') return true
      const before = lessons.get(`${courseId}/${lesson}`) ?? 0
      lessons.set(`${courseId}/${lesson}`, before + 1)
      return before < perLesson
    })
    .slice(0, mostPlaces)
  const groups = searchKinds.map((kind) => ({ kind, places: kept.filter((row) => row.kind === kind).map((row) => placeOf(row, hits, locale)) }))
  return { count: kept.length, groups: groups.filter(({ places }) => places.length > 0) }
}

function placeOf(row: Found, hits: ReadonlyMap<string, number>, locale: Locale): Place {
  const { kind, lang, lesson, title, heading, noted } = row
  return {
    href: href(locale, pathOf(row)),
    heading: marked(heading || title, hits),
    lesson: kind === 'lesson' && lesson !== null ? { id: lesson, title } : undefined,
    lang,
    noted,
    snippet: snippetOf(readLines(row.text), hits, kind === 'term'),
  }
}

/** The card, the term where it is explained, or the exact block. */
function pathOf({ courseId, lesson, block, card }: Found): string {
  if (card !== null) return cardPath(card)
  return lesson === null ? termPath(block ?? '') : lessonPath(courseId, lesson, block ?? undefined)
}
