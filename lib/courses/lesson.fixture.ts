import { kinds } from './kinds'
import { parseLesson } from './parse'

// Lessons in a few words, and what the parser says to them. For tests.

/** A lesson with these blocks, the first of which begins in line 7, and `today`. */
export const lesson = (...blocks: string[]): string =>
  `# A lesson\n\n:::aim\nYou can look up.\n:::\n\n${[...blocks, kinds.today.example].join('\n')}`

/** A text block; its words begin two lines after it. */
export const textBlock = (body: string, attributes = '#one'): string =>
  `:::text{${attributes}}\n## Heading\n${body}\n:::\n`

export const parse = (text: string) => parseLesson(text, { file: '1.1/en.md' })

/** The lesson, which must be without a fault. */
export function document(text: string) {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.value.document
}

/** The faults of a lesson, as `line message`. */
export function faults(text: string): string[] {
  const parsed = parse(text)
  return parsed.ok ? [] : parsed.faults.map(({ line, message }) => `${line} ${message}`)
}

/** The line, from 1, on which these words first stand. */
export const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length
