import type { ReactNode } from 'react'
import type { Block } from '@/lib/courses/lesson'
import { isRich, type Rendered } from '@/lib/courses/rich'
import { richFlow, richLine, richWords, type TextPlace } from './rich-text'

/** Texts that stand inside a label, a legend or a sentence of ours: no paragraphs of their own. */
const lines = new Set(['text', 'line', 'question', 'phrase', 'prompt', 'helped'])
/** Texts that become an option of a native list, which holds words only. */
const bare = new Set(['other'])

/** A block with every text turned into something React can show, so that one component per kind receives ready nodes. */
export const renderBlock = <B extends Block>(block: B, place: TextPlace): Rendered<B, ReactNode> =>
  render(block, '', place) as Rendered<B, ReactNode>

function render(value: unknown, key: string, place: TextPlace): unknown {
  if (isRich(value)) return bare.has(key) ? richWords(value) : lines.has(key) ? richLine(value, place) : richFlow(value, place)
  if (Array.isArray(value)) return value.map((each: unknown) => render(each, key, place))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, render(each, name, place)]))
}
