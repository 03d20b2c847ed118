import type { RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { isRich, type Rich } from '@/lib/courses/rich'
import type { Line } from './entry'

/** What comes back after an answer is not looked for: it makes sense only after the answer. */
const afterwards = new Set(['feedback', 'consequence', 'why'])

/** Every line of a block, a card or a term, with the heading above it. */
export function linesOf(value: unknown, under = ''): Line[] {
  if (isRich(value)) return richLines(value, under)
  if (Array.isArray(value)) return value.flatMap((each) => linesOf(each, under))
  if (typeof value !== 'object' || value === null) return []
  const heading = 'heading' in value && typeof value.heading === 'string' ? value.heading : under
  return Object.entries(value).flatMap(([key, inner]) => (afterwards.has(key) ? [] : linesOf(inner, heading)))
}

function richLines({ rich }: Rich, above: string): Line[] {
  let under = above
  return rich.flatMap((node) => {
    if (node.type !== 'heading') return paragraphs(node).map((text) => ({ under, text }))
    under = toString(node)
    return []
  })
}

function paragraphs(node: RootContent): string[] {
  if (node.type === 'list' || node.type === 'blockquote' || node.type === 'listItem')
    return node.children.flatMap(paragraphs)
  return node.type === 'paragraph' ? [toString(node)] : []
}
