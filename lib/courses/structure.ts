import { kindOf } from './kinds'
import type { LessonDocument } from './lesson'

/** What a translation must share: ids, kinds, attributes, keys, order. Mirrors the shape of the document. */
export const lessonStructure = ({ note, blocks }: LessonDocument) => ({
  note: note !== undefined,
  blocks: blocks.map((block) => ({
    ...kindOf(block.kind).structure(block),
    id: block.id,
    kind: block.kind,
    note: block.note !== undefined,
    instead: block.instead,
  })),
})

export interface Difference {
  path: PropertyKey[]
  message: string
}

/**
 * Where a translation first leaves the structure of its source; one difference, since the rest often follows from it.
 * @param path where these values stand in the document
 */
export function firstDifference(
  source: unknown,
  translation: unknown,
  path: PropertyKey[] = [],
): Difference | undefined {
  if (Array.isArray(source) && Array.isArray(translation)) return listDifference(source, translation, path)
  if (isRecord(source) && isRecord(translation)) {
    for (const key of new Set([...Object.keys(source), ...Object.keys(translation)])) {
      const found = firstDifference(source[key], translation[key], [...path, key])
      if (found) return found
    }
    return undefined
  }
  if (source === translation) return undefined
  return { path, message: `${String(path.at(-1))}: ${show(source)} in the source language, ${show(translation)} here` }
}

function listDifference(source: unknown[], translation: unknown[], path: PropertyKey[]): Difference | undefined {
  for (const index of Array(Math.max(source.length, translation.length)).keys()) {
    const [expected, found] = [nameOf(source[index]), nameOf(translation[index])]
    const at = [...path, index]
    if (index >= translation.length) return { path, message: `${expected} of the source language is missing` }
    if (index >= source.length) return { path: at, message: `${found} is not in the source language` }
    if (expected !== found) return { path: at, message: `${expected} stands here in the source language, not ${found}` }
    const inside = firstDifference(source[index], translation[index], at)
    if (inside) return inside
  }
  return undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const nameOf = (member: unknown): string => (isRecord(member) && 'id' in member ? show(member.id) : 'an entry')

const show = (value: unknown): string =>
  value === undefined || value === false
    ? 'none'
    : value === true
      ? 'one'
      : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
