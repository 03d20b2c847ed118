import fc from 'fast-check'
import { itemKinds } from '@/lib/courses/item'
import { fits } from '@/lib/courses/block'
import courses from '@/messages/en/courses.json'
import { allRight, judge } from './judge'
import type { Answer } from './item'
import { asked, isAnswered, type PracticeItem, readAttempts } from './practice-item'

/** Items of any kind, as the content check lets them pass: at least one right, one best. */
const item: fc.Arbitrary<PracticeItem> = fc
  .record({
    kind: fc.constantFrom(...itemKinds),
    parts: fc.uniqueArray(
      fc.record({ id: fc.stringMatching(/^[a-z]{1,8}$/), right: fc.boolean(), fit: fc.constantFrom(...fits) }),
      { selector: ({ id }) => id, minLength: 3, maxLength: 6 },
    ),
  })
  .map(({ kind, parts }) => ({
    id: 'item',
    kind,
    parts: parts.map(({ id, right, fit }, n) => ({
      id,
      text: id,
      feedback: id,
      ...(kind === 'match' && { other: `other ${id}` }),
      ...(kind === 'node' && { fit: n === 0 ? 'best' : fit }),
      ...(kind === 'single' && n === 0 && { right: true as const }),
      ...(kind === 'multiple' && (right || n === 0) && { right: true as const }),
    })),
  }))

const keyOf = ({ kind, parts }: PracticeItem): Answer => {
  const ids = parts.map(({ id }) => id)
  if (kind === 'order') return ids
  if (kind === 'match') return Object.fromEntries(ids.map((id) => [id, id]))
  if (kind === 'multiple') return parts.filter(({ right }) => right).map(({ id }) => id)
  return ids[0]!
}

test('the key is answered, and every word about it is a good one', () => {
  fc.assert(
    fc.property(item, (each) => {
      const judgements = judge(each, keyOf(each), courses.blocks)
      expect(isAnswered(each, keyOf(each))).toBe(true)
      expect(allRight(judgements.filter(({ chosen }) => chosen || each.kind === 'multiple'))).toBe(true)
    }),
  )
})

test('order, match and multiple: only the key leaves nothing to look at again', () => {
  fc.assert(
    fc.property(item, fc.infiniteStream(fc.nat()), (each, numbers) => {
      const parts = each.parts.map(({ id }) => id)
      const any = () => numbers.next().value as number
      const shuffled = [...parts].sort(() => (any() % 2 ? 1 : -1))
      const answer: Answer =
        each.kind === 'match'
          ? Object.fromEntries(parts.map((id) => [id, parts[any() % parts.length]!]))
          : each.kind === 'order'
            ? shuffled
            : parts.filter(() => any() % 2)
      fc.pre(each.kind !== 'single' && each.kind !== 'node')
      expect(allRight(judge(each, answer, courses.blocks))).toBe(JSON.stringify(answer) === JSON.stringify(keyOf(each)))
    }),
  )
})

test('an item is asked without its key, and with all of its parts', () => {
  fc.assert(
    fc.property(item, (each) => {
      const question = asked(each)
      expect(question.parts.map(({ id }) => id).sort()).toEqual(each.parts.map(({ id }) => id).sort())
      if (each.kind === 'order') expect(question.parts).not.toEqual(each.parts)
    }),
  )
})

test('what was kept is read again when it suits the item, and left out when it does not', () => {
  fc.assert(
    fc.property(item, fc.jsonValue(), (each, anything) => {
      const attempt = { answer: keyOf(each), checked: true }
      expect(readAttempts([each])(JSON.parse(JSON.stringify({ item: attempt })))).toEqual({ item: attempt })
      // Whatever else stands there, judging it must not fail.
      const read = readAttempts([each])({ item: { answer: anything, checked: true } })?.item
      expect(() => judge(each, read?.answer, courses.blocks)).not.toThrow()
    }),
  )
})
