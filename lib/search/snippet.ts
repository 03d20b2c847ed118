import { sentencesOf } from '@/lib/courses/reading'
import type { Line } from './entry'
import { runsOf } from './fold'

export interface Part {
  text: string
  /** It answers what was asked. */
  hit: boolean
}

/** What a result quotes. */
export interface Snippet {
  /** The heading that the words stand under; empty without one. */
  under: string
  parts: Part[]
}

/** Letters of a quotation, as long as they make whole sentences. */
const usual = 180
/** Letters of a quotation at most. */
const most = 320

/**
 * Chooses the line that answers most of the asked words and quotes it from there, in whole sentences: half a sentence
 * can say the opposite. Without a line that answers, the first one says what the place is about.
 * @param hits words of the texts that answer, with the asked word they answer
 * @param whole quote the line from its first word
 */
export function snippetOf(lines: readonly Line[], hits: ReadonlyMap<string, number>, whole = false): Snippet | undefined {
  const line = lines[bestOf(lines.map(({ text }) => text), hits)]
  if (!line) return undefined
  const sentences = whole ? [line.text] : sentencesOf(line.text)
  const [first = '', ...others] = sentences.slice(bestOf(sentences, hits))
  let text = first
  for (const sentence of others) {
    if (text.length + sentence.length >= usual) break
    text += ` ${sentence}`
  }
  return { under: line.under, parts: marked(text.length > most ? `${text.slice(0, text.lastIndexOf(' ', most))} …` : text, hits) }
}

/** A text in parts, told apart by whether they answer. */
export function marked(text: string, hits: ReadonlyMap<string, number>): Part[] {
  return runsOf(text).reduce<Part[]>((parts, run) => {
    const hit = run.words.some((word) => hits.has(word))
    const before = parts.at(-1)
    if (before?.hit !== hit) return [...parts, { text: run.text, hit }]
    before.text += run.text
    return parts
  }, [])
}

/** The place of the first text that answers the most asked words; 0 when none does. */
function bestOf(texts: readonly string[], hits: ReadonlyMap<string, number>): number {
  const answered = texts.map((text) => new Set(runsOf(text).flatMap(({ words }) => words.flatMap((word) => hits.get(word) ?? []))).size)
  return Math.max(0, answered.indexOf(Math.max(0, ...answered)))
}
