import fc from 'fast-check'
import { fits } from '@/lib/courses/block'
import { type Item, type ItemKind, itemKinds, type Part } from '@/lib/courses/item'
import type { Answer } from './answer'
import { anyItem } from './item.arbitrary'
import { kinds } from './kinds'
import { readAnswer } from './sheet'

const seed = 'b6b6ec1c-4f5e-4c58-9d0f-3f9b0a3c1f11'

/** Any answer that the item could be given, in the ids of the bank. */
const anyAnswer = ({ kind, parts }: Item): fc.Arbitrary<Answer> => {
  const ids = parts.map(({ id }) => id)
  const answers: Record<ItemKind, () => fc.Arbitrary<Answer>> = {
    single: () => fc.constantFrom(...ids),
    node: () => fc.constantFrom(...ids),
    multiple: () => fc.shuffledSubarray(ids),
    order: () => fc.shuffledSubarray(ids, { minLength: ids.length }),
    match: () => fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids)),
  }
  return answers[kind]()
}

const itemAndAnswer = (kind: ItemKind) => anyItem(kind).chain((item) => fc.tuple(fc.constant(item), anyAnswer(item)))

/** The same item with another key: only what an author marks or how the parts stand in the file. */
const otherKey: Record<ItemKind, (item: Item) => Item> = {
  single: (item) => ({ ...item, parts: item.parts.map((part, place) => ({ ...part, right: place === 0 })) }),
  multiple: (item) => ({ ...item, parts: item.parts.map((part) => ({ ...part, right: !part.right })) }),
  node: (item) => ({
    ...item,
    parts: item.parts.map((part, place) => ({ ...part, fit: place === 1 ? 'best' : 'harmful' })),
  }),
  order: (item) => ({ ...item, parts: item.parts.toReversed() }),
  match: (item) => ({ ...item, parts: item.parts.toReversed() }),
}

describe.each(itemKinds)('%s', (kind) => {
  const { open, key, grade } = kinds[kind]

  it('gives full marks to the key and says that it is right', () => {
    fc.assert(
      fc.property(anyItem(kind), (item) => expect(grade(item, key(item))).toMatchObject({ points: 1, right: true })),
    )
  })

  it('gives between 0 and 1 to any answer, and full marks to the key only', () => {
    fc.assert(
      fc.property(itemAndAnswer(kind), ([item, answer]) => {
        const { points } = grade(item, answer)!
        expect(points).toBeGreaterThanOrEqual(0)
        expect(points).toBeLessThanOrEqual(1)
        const [given, full] = [answer, key(item)].map((one) =>
          kind === 'multiple' ? [...(one as string[])].sort() : one,
        )
        expect(points === 1).toBe(JSON.stringify(sorted(given!)) === JSON.stringify(sorted(full!)))
      }),
    )
  })

  it('returns only feedback of this item', () => {
    fc.assert(
      fc.property(itemAndAnswer(kind), ([item, answer]) => {
        for (const part of grade(item, answer)!.feedback) expect(item.parts).toContain(part)
      }),
    )
  })

  it('shows neither key nor feedback nor ids nor places in the file', () => {
    fc.assert(
      fc.property(anyItem(kind), fc.uuid(), (item, any) => {
        const shown = JSON.stringify(open(item, any))
        expect(shown).not.toMatch(/feedback|"right"|"fit"|best|costly|position|offset|family|reread|K3/)
        for (const { id } of item.parts) expect(shown).not.toContain(`"${id}"`)
        for (const { id } of item.parts) expect(shown).toContain(`text ${id}`)
      }),
    )
  })

  it('shows the same bytes whatever the key', () => {
    fc.assert(
      fc.property(anyItem(kind), fc.uuid(), (item, any) => {
        const feedback = item.parts.map((part) => ({ ...part, feedback: { rich: [] } }))
        expect(JSON.stringify(open(otherKey[kind]({ ...item, parts: feedback }), any))).toBe(
          JSON.stringify(open(item, any)),
        )
      }),
    )
  })

  it('understands an answer in the ids that were shown', () => {
    fc.assert(
      fc.property(itemAndAnswer(kind), ([item, answer]) => {
        expect(readAnswer(item, seed, shownIds(item, answer))).toEqual(answer)
      }),
    )
  })

  it('takes no answer of another shape, and none that names what is not there', () => {
    fc.assert(
      fc.property(
        anyItem(kind),
        fc.oneof(fc.string(), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string())),
        (item, given) => {
          const answer = readAnswer(item, seed, given)
          const graded = answer !== undefined && grade(item, answer)
          if (graded) expect(JSON.stringify(given)).toMatch(/^("\d"|\[("\d",?)*\]|\{("\d":"[a-f]",?)*\})$/)
        },
      ),
    )
    const [item] = fc.sample(anyItem(kind), { numRuns: 1, seed: 7 })
    const wrong: Answer[] =
      kind === 'single' || kind === 'node'
        ? [['1'], { 1: 'a' }, '9']
        : kind === 'match'
          ? ['1', ['1'], { 1: '1' }]
          : ['1', ['1', '1'], ['9'], { 1: 'a' }]
    for (const given of wrong) {
      const answer = readAnswer(item!, seed, given)
      expect(answer && grade(item!, answer)).toBeUndefined()
    }
  })
})

const sorted = (answer: Answer): Answer =>
  typeof answer === 'string' || Array.isArray(answer)
    ? answer
    : Object.fromEntries(Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1)))

/** The inverse of readAnswer, found by looking for each id in what was shown. */
function shownIds(item: Item, answer: Answer): Answer {
  const shown = kinds[item.kind].open(item, seed)
  const find = (list: { id: string; text: unknown }[], text: string) =>
    list.find((one) => JSON.stringify(one.text).includes(`"${text}"`))!.id
  const left = (id: string) => find(shown.parts, `text ${id}`)
  if (typeof answer === 'string') return left(answer)
  if (Array.isArray(answer)) return answer.map(left)
  return Object.fromEntries(
    Object.entries(answer).map(([one, other]) => [left(one), find(shown.others!, `other ${other}`)]),
  )
}

describe('points', () => {
  type Key = Pick<Part, 'id'> & Partial<Part>
  const item = (kind: ItemKind, parts: Key[]): Item => ({
    id: 'i',
    kind,
    topic: '',
    stem: { rich: [] },
    parts: parts.map((part) => ({ text: { rich: [] }, feedback: { rich: [] }, ...part })),
  })
  const points = (kind: ItemKind, parts: Key[], answer: Answer) => kinds[kind].grade(item(kind, parts), answer)?.points

  it('of multiple: right picks minus wrong picks, over the right ones, not below 0', () => {
    const parts = [{ id: 'a', right: true }, { id: 'b', right: true }, { id: 'c' }, { id: 'd' }]
    expect(['a', 'ab', 'abc', 'ac', 'acd', 'c', ''].map((picks) => points('multiple', parts, picks.split('')))).toEqual(
      [0.5, 1, 0.5, 0, 0, 0, 0],
    )
  })

  it('of node: 1, 0.7, 0.3, 0; good enough is right', () => {
    const parts = fits.map((fit) => ({ id: fit, fit }))
    expect(parts.map(({ id }) => kinds.node.grade(item('node', parts), id))).toMatchObject([
      { points: 1, right: true },
      { points: 0.7, right: true },
      { points: 0.3, right: false },
      { points: 0, right: false },
    ])
  })

  it('of order: the share of neighbours that belong together', () => {
    const parts = 'abcd'.split('').map((id) => ({ id }))
    expect(['abcd', 'bcda', 'abdc', 'dcba'].map((steps) => points('order', parts, steps.split('')))).toEqual([
      1,
      2 / 3,
      1 / 3,
      0,
    ])
  })

  it('of match: the share of pairs', () => {
    const parts = 'abcd'.split('').map((id) => ({ id, other: { rich: [] } }))
    const answers: Answer[] = [{ a: 'a', b: 'b', c: 'd', d: 'c' }, { a: 'a' }, {}]
    expect(answers.map((pairs) => points('match', parts, pairs))).toEqual([0.5, 0.25, 0])
  })
})

describe('mixing', () => {
  it('puts every part into every place over the tries, on both sides of a match', () => {
    const [item] = fc.sample(anyItem('match'), { numRuns: 1, seed: 3 })
    const beside = new Map<string, number>()
    const tries = 600
    for (let round = 0; round < tries; round++) {
      const { parts, others } = kinds.match.open(item!, `seed ${round}`)
      parts.forEach(({ text }, place) => {
        const pair = `${JSON.stringify(text)} ${JSON.stringify(others![place]!.text)}`
        beside.set(pair, (beside.get(pair) ?? 0) + 1)
      })
    }
    const count = item!.parts.length
    expect(beside.size).toBe(count * count)
    // A left side stands beside its own right side as often as beside any other.
    for (const times of beside.values()) expect(Math.abs(times - tries / count)).toBeLessThan(0.35 * (tries / count))
  })
})
