import fc from 'fast-check'
import { fits } from '@/lib/courses/block'
import type { Item, ItemKind, Part } from '@/lib/courses/item'
import type { Rich } from '@/lib/courses/rich'
import type { Bank } from './bank'

// Items and banks for property tests, with as many parts as prisma/content/README.md allows.

/** A paragraph that remembers its line, as a parser might leave it. */
const words = (value: string, line = 1): Rich => {
  const point = { line, column: 1, offset: line * 100 }
  return { rich: [{ type: 'paragraph', position: { start: point, end: point }, children: [{ type: 'text', value }] }] }
}

const part = (id: string, line: number): Part => ({
  id,
  text: words(`text ${id}`, line),
  feedback: words(`feedback ${id}`, line),
})

const ids = (min: number, max: number) =>
  fc
    .integer({ min, max })
    .chain((count) =>
      fc.shuffledSubarray(['step-1', 'step-2', 'right', 'beta', 'harmful', 'zeta'], {
        minLength: count,
        maxLength: count,
      }),
    )

const parts: Record<ItemKind, fc.Arbitrary<Part[]>> = {
  single: ids(3, 4).chain((names) =>
    fc
      .constantFrom(...names)
      .map((key) => names.map((id, line) => ({ ...part(id, line), ...(id === key && { right: true }) }))),
  ),
  multiple: ids(4, 6).chain((names) =>
    fc
      .subarray(names, { minLength: 1, maxLength: names.length - 1 })
      .map((keys) => names.map((id, line) => ({ ...part(id, line), ...(keys.includes(id) && { right: true }) }))),
  ),
  node: ids(2, 4).chain((names) =>
    fc
      .array(fc.constantFrom(...fits.slice(1)), { minLength: names.length, maxLength: names.length })
      .map((others) =>
        names.map((id, line) => ({ ...part(id, line), fit: line === 0 ? ('best' as const) : others[line]! })),
      ),
  ),
  order: ids(3, 6).map((names) => names.map(part)),
  match: ids(3, 5).map((names) => names.map((id, line) => ({ ...part(id, line), other: words(`other ${id}`, line) }))),
}

export const anyItem = (kind: ItemKind): fc.Arbitrary<Item> =>
  parts[kind].map((made) => ({
    id: 'the-item',
    kind,
    topic: 'What it is about',
    stem: words('The question'),
    parts: made,
    ...bankOnly,
  }))

const bankOnly = { family: 'family', critical: 'K3', reread: { lesson: '6.3', block: 'talk' } }

/** A bank of single items: `critical` families of `size` parallel items each, and `others` besides. */
export function bankOf(critical: number, others: number, size: number, settings: Bank['settings']): Bank {
  const family = (name: string, safety: boolean): Item[] =>
    Array.from({ length: size }, (_, index) => ({
      id: `${name}-${index}`,
      kind: 'single',
      topic: name,
      stem: words(`The question of ${name}-${index}`),
      parts: ['a', 'b', 'c'].map((id, line) => ({ ...part(id, line), ...(id === 'b' && { right: true }) })),
      family: name,
      reread: { lesson: '1.1', block: 'a' },
      ...(safety && { critical: 'K1' }),
    }))
  return {
    revisionId: '019a9f00-0000-7000-8000-000000000000',
    locale: 'en',
    draft: false,
    settings,
    titles: { '1.1': 'The first lesson' },
    items: [
      ...Array.from({ length: critical }, (_, index) => family(`safety${index}`, true)),
      ...Array.from({ length: others }, (_, index) => family(`other${index}`, false)),
    ].flat(),
  }
}
