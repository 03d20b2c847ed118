import fc from 'fast-check'
import { mixed } from './mixed'

const things = fc
  .uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 8 })
  .map((ids) => ids.map((id) => ({ id })))

test('nothing is lost or added, and the order of the file never shows', () => {
  fc.assert(
    fc.property(things, fc.string(), (before, seed) => {
      const after = mixed(before, seed)
      expect(new Set(after)).toEqual(new Set(before))
      expect(after).toHaveLength(before.length)
      expect(after).not.toEqual(before)
    }),
  )
})

test('the same things come in the same order every time', () => {
  fc.assert(fc.property(things, fc.string(), (some, seed) => expect(mixed(some, seed)).toEqual(mixed(some, seed))))
})
