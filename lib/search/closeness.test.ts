import fc from 'fast-check'
import { closeness, distance } from './closeness'

const word = fc.string({ unit: fc.constantFrom(...Array.from('abcdسلامሰላም')), maxLength: 12 })

test('a distance is one: to itself nothing, the same both ways, never longer than the words', () => {
  fc.assert(fc.property(word, word, (a, b) => {
    expect(distance(a, a)).toBe(0)
    expect(distance(a, b)).toBe(distance(b, a))
    expect(distance(a, b) === 0).toBe(a === b)
    expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
  }))
})

test('nothing is closer than the word itself, and closeness lies between 0 and 1', () => {
  fc.assert(fc.property(word, word, fc.boolean(), (a, b, last) => {
    const close = closeness(a, b, last)
    expect(close).toBeGreaterThanOrEqual(0)
    expect(close).toBeLessThanOrEqual(1)
    expect(close === 1).toBe(a === b)
  }))
})

test.each([
  ['interpretor', 'interpreter', true],
  ['intrepreter', 'interpreter', true],
  ['asylem', 'asylum', true],
  ['pronoms', 'pronouns', true],
  ['nmae', 'name', true],
  ['telefoon', 'tolkentelefoon', true],
  ['name', 'same', true],
  ['man', 'men', false], // short words are too close to each other
  ['police', 'violence', false],
  ['refuge', 'fugue', false],
])('%s, %s: %s', (asked, known, close) => expect(closeness(asked, known, false) > 0).toBe(close))

test('only the last word may be unfinished', () => {
  expect(closeness('inte', 'interpreter', true)).toBeGreaterThan(0.6)
  expect(closeness('inte', 'interpreter', false)).toBe(0)
  expect(closeness('interpreter', 'interpreters', false)).toBe(0.8)
})
