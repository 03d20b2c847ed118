import { readManual } from '@/lib/courses/manual.fixture'
import { type Locale, locales } from '@/lib/i18n/locales'
import { entriesOf } from './entries'
import type { Entry } from './entry'
import { wordsOf } from './fold'

// A catalogue as large as it may one day be, out of words as they follow each other in the manual, and of invented
// ones: a language has far more words than one course, and most of them are rare.

const lessonCount = 500
const blocks = 8
const invented = 15_000

/** The same numbers on every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Which words, or letters, follow which. */
function chain(runs: readonly (readonly string[])[]): Map<string, string[]> {
  const next = new Map<string, string[]>()
  for (const run of runs)
    for (const [n, unit] of run.entries()) (next.get(unit) ?? next.set(unit, []).get(unit)!).push(run[n + 1] ?? '')
  return next
}

/** Entries of 500 lessons with 8 blocks, each in six languages. */
export async function manyEntries(): Promise<Entry[]> {
  const real = await manualEntries()
  const texts = (locale: Locale) => real.filter(({ lang }) => lang === locale).flatMap(({ words }) => words.map(([, text]) => text))
  return locales.flatMap((locale) => {
    const random = numbers(locale.charCodeAt(0))
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
    const known = texts(locale).map(wordsOf)
    const all = known.flat()
    const [words, letters] = [chain(known), chain(all.map((word) => Array.from(word)))]
    const walk = (from: Map<string, string[]>, starts: readonly string[], length: number): string[] => {
      const run: string[] = []
      while (run.length < length) run.push((run.length > 0 && pick(from.get(run.at(-1)!) ?? [''])) || pick(starts))
      return run
    }
    const rare = Array.from({ length: invented }, () => walk(letters, Array.from(pick(all)), 4 + Math.floor(random() * 8)).join(''))
    const sentence = (length: number) => walk(words, all, length).map((word) => (random() < 0.15 ? rare[Math.floor(invented * random() ** 3)]! : word)).join(' ')
    return Array.from({ length: lessonCount }, (_, n) => {
      const shared = { kind: 'lesson' as const, lang: locale, locales: [locale], lesson: `${1 + Math.floor(n / 20)}.${n % 20}`, title: sentence(5), noted: false }
      return [undefined, ...Array.from({ length: blocks }, (_, at) => `b${at}`)].map((block): Entry => {
        const heading = block ? sentence(4) : ''
        const lines = Array.from({ length: 4 }, () => ({ under: '', text: `${sentence(11)}.` }))
        return { ...shared, block, heading, lines, words: [[block ? 'D' : 'A', shared.title], ['B', heading], ...lines.map(({ text }): ['C', string] => ['C', text])] }
      })
    }).flat()
  })
}

async function manualEntries(): Promise<Entry[]> {
  const { manifest, glossary, cards, lessons } = await readManual()
  const stored = (all: readonly { locale: string; text: string }[]) => all.map(({ locale, text }) => ({ locale, markdown: text }))
  return entriesOf({
    manifest: manifest.document, glossary: stored(glossary), cards: stored(cards),
    lessons: new Map([...lessons].map(([id, editions]) => [id, stored(editions)])),
  })
}

/** What may be asked of them, mistyped in one word of three: one to four words, of which some are not whole. */
export function manyQuestions(entries: readonly Entry[], count: number): { query: string; locale: Locale }[] {
  const random = numbers(7)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const slip = (word: string) => {
    const at = Math.floor(random() * word.length)
    return random() < 0.33 ? word.slice(0, at) + pick(Array.from(word)) + word.slice(at + 1) : word
  }
  return Array.from({ length: count }, () => {
    const { lang, lines } = pick(entries)
    const words = wordsOf(pick(lines).text)
    const from = Math.floor(random() * 6)
    return { locale: lang as Locale, query: words.slice(from, from + 1 + Math.floor(random() * 4)).map(slip).join(' ') }
  })
}
