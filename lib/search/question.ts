import { closeness } from './closeness'
import { wordsOf } from './fold'

/** Words of a question that count; more do not make it clearer. */
const most = 16
/** Words of the texts that stand in for one that was asked for. */
const mostAnswers = 40
/** A word in more than this share of the entries tells nothing, if another one does. */
const common = 0.25

/** A word of the texts, with how many entries have it. */
export interface KnownWord {
  word: string
  entries: number
}

export interface AskedWord {
  word: string
  /** It may not be finished yet. */
  last: boolean
  /** What words like it begin with, apart from the end of a plural or a case; undefined: it is too short for that. */
  stem?: string
}

/** The words of a question, each once. */
export function askedWords(query: string): AskedWord[] {
  const words = [...new Set(wordsOf(query))].slice(0, most)
  return words.map((word, n) => {
    const last = n === words.length - 1
    const stem = word.length >= 6 ? word.slice(0, -2) : word.length >= 4 || (last && word.length >= 2) ? word : undefined
    return { word, last, stem }
  })
}

/** What the database is asked, for one word: texts with better answers stand first. */
export interface Clause {
  /** Which of the asked words it belongs to. */
  place: number
  factor: number
  /** `'asylum'|'asylums'`, as Postgres reads a `tsquery`. */
  query: string
}

export interface Question {
  clauses: Clause[]
  /** Each word of the texts that answers, with the asked word it answers. */
  hits: ReadonlyMap<string, number>
}

/** Whether the texts have the word itself, or one that it begins or inflects: then no slip is looked for. */
export const isKnown = ({ word, last }: AskedWord, known: readonly KnownWord[]): boolean =>
  known.some((each) => closeness(word, each.word, last) >= 0.6)

/**
 * Turns what was asked into what the texts have.
 * @param known words of the texts that may answer, per asked word
 * @param total entries there are
 */
export function questionOf(asked: readonly AskedWord[], known: readonly (readonly KnownWord[])[], total: number): Question {
  const answers = asked.map(({ word, last }, place) => {
    const graded = (known[place] ?? []).map((each) => ({ ...each, close: closeness(word, each.word, last) }))
    const found = graded.filter(({ close }) => close > 0).sort((a, b) => b.close - a.close || b.entries - a.entries).slice(0, mostAnswers)
    const best = found.filter(({ close }) => close >= (found[0]?.close ?? 0) * 0.9)
    return { place, found, entries: Math.max(0, ...best.map(({ entries }) => entries)) }
  })
  const met = answers.filter(({ found }) => found.length > 0)
  const telling = met.filter(({ entries }) => entries <= Math.max(2, total * common))
  const kept = telling.length > 0 ? telling : [...met].sort((a, b) => a.entries - b.entries).slice(0, 2)
  return {
    clauses: kept.flatMap(({ place, found, entries }) => {
      const rare = Math.log(1 + total / Math.max(1, entries))
      const steps = new Set(found.map(step))
      return [...steps].map((close) => ({ place, factor: close * rare, query: quoted(found.filter((each) => step(each) === close)) }))
    }),
    hits: new Map(kept.toReversed().flatMap(({ place, found }) => found.map(({ word }) => [word, place] as const))),
  }
}

/** A few steps are enough, and keep the question to the database short. */
const step = ({ close }: { close: number }) => Math.ceil(close * 5) / 5

const quoted = (words: readonly KnownWord[]) => words.map(({ word }) => `'${word}'`).join('|')
