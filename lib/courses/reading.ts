import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { kindOf } from './kinds'
import type { LessonDocument } from './lesson'
import { isRich, type Rich } from './rich'

/** Words a minute of someone who reads at work, in a second language perhaps. */
const pace = 180
/** What comes back after an answer: a learner meets about half of it. */
const halfRead: ReadonlySet<string> = new Set(['feedback', 'consequence', 'why'])

/**
 * The estimated time for one lesson: reading at 180 words a minute, half of the feedback,
 * and the seconds that each kind of block takes besides.
 * @returns minutes, not rounded
 */
export function readingMinutes(document: LessonDocument): number {
  const seconds = document.blocks.reduce((sum, { kind }) => sum + kindOf(kind).seconds, 0)
  return weigh(document) / pace + seconds / 60
}

function weigh(value: unknown): number {
  if (isRich(value)) return countWords(value)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, inner]) => sum + weigh(inner) * (halfRead.has(key) ? 0.5 : 1), 0)
}

/** All fragments inside a document or a block, in order. */
export function fragments(value: unknown): Rich[] {
  if (isRich(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(fragments)
}

/** Words of a fragment, in any script that puts spaces between them. A dash alone is no word. */
export const countWords = (fragment: Rich): number => paragraphs(fragment).reduce((sum, text) => sum + wordsOf(text), 0)

/** The words of each sentence of a fragment; headings are none. */
export const sentenceLengths = (fragment: Rich): number[] =>
  paragraphs(fragment)
    .flatMap(sentencesOf)
    .map(wordsOf)
    .filter((words) => words > 0)

/** The sentences of a paragraph. Without a full stop it is one. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?…؟።][”"»’)]*)\s+/u)

export const wordsOf = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

function paragraphs({ rich }: Rich): string[] {
  const walk = (node: Nodes): string[] =>
    node.type === 'paragraph' ? [toString(node)] : 'children' in node ? node.children.flatMap(walk) : []
  return rich.flatMap(walk)
}
