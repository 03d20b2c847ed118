import type { Locale } from '@/lib/i18n/locales'
import { wordsOf } from './fold'

export const searchKinds = ['card', 'term', 'lesson'] as const
export type SearchKind = (typeof searchKinds)[number]

/** A paragraph or a point of a list, with the heading it stands under: “Avoid” must go with what is to be avoided. */
export interface Line {
  under: string
  text: string
}

/** Words that find an entry, heaviest first: A title, B heading, C text, D what is around it. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** One place that can be found, in one language. */
export interface Entry {
  kind: SearchKind
  lang: string
  /** The languages of the pages on which it is found. */
  locales: Locale[]
  lesson?: string
  /** A block of the lesson, or a term: its id. */
  block?: string
  card?: number
  title: string
  heading: string
  /** What may be quoted. */
  lines: Line[]
  /** It stands behind a content note. */
  noted: boolean
  words: [Weight, string][]
}

/** `non-binary` is looked for as `nonbinary` too. */
const compound = /[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)+/gu

/** The words of an entry as Postgres reads a `tsvector`: `'asylum':1A 'seeker':2A`. */
export function vectorOf(parts: Entry['words']): string {
  let place = 0
  return parts
    .flatMap(([weight, text]) => {
      const joined = (text.match(compound) ?? []).map((word) => word.replace(/[-‐‑]/g, ''))
      return [...wordsOf(text), ...joined.flatMap(wordsOf)].map((word) => `'${word}':${Math.min(++place, 16_383)}${weight}`)
    })
    .join(' ')
}

/** Lines as they are stored, one per line; readLines gives them back. */
export const storeLines = (lines: readonly Line[]): string =>
  lines.map(({ under, text }) => `${flat(under)}\t${flat(text)}`).join('\n')

export const readLines = (stored: string): Line[] =>
  stored.split('\n').filter(Boolean).map((line) => {
    const at = line.indexOf('\t')
    return { under: line.slice(0, at), text: line.slice(at + 1) }
  })

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
