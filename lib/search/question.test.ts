import fc from 'fast-check'
import { askedWords, questionOf } from './question'

const one = (word: string, entries: number) => [{ word, entries }]

test('each word is asked once, and a short one is not taken for a beginning, unless it is the last', () => {
  expect(askedWords('To be, or not to be interpreted')).toEqual([
    { word: 'to', last: false, stem: undefined },
    { word: 'be', last: false, stem: undefined },
    { word: 'or', last: false, stem: undefined },
    { word: 'not', last: false, stem: undefined },
    { word: 'interpreted', last: true, stem: 'interpret' },
  ])
  expect(askedWords('in')).toEqual([{ word: 'in', last: true, stem: 'in' }])
  expect(askedWords('a')).toEqual([{ word: 'a', last: true, stem: undefined }])
})

test('a word that nearly every entry has tells nothing beside one that few have', () => {
  const { clauses } = questionOf(askedWords('the interpreter'), [one('the', 90), one('interpreter', 4)], 100)
  expect(clauses.map(({ query }) => query)).toEqual(["'interpreter'"])
})

test('alone it is all there is', () => {
  const { clauses } = questionOf(askedWords('the'), [one('the', 90)], 100)
  expect(clauses.map(({ query }) => query)).toEqual(["'the'"])
})

test('a rarer word, and one that fits better, is worth more', () => {
  const { clauses, hits } = questionOf(askedWords('name asylem'), [one('name', 20), [...one('asylum', 3), ...one('asylems', 3)]], 100)
  const worth = new Map(clauses.map(({ query, factor }) => [query, factor]))
  expect(worth.get("'asylems'")).toBeGreaterThan(worth.get("'asylum'")!)
  expect(worth.get("'asylems'")).toBeGreaterThan(worth.get("'name'")!)
  expect([...hits]).toEqual(expect.arrayContaining([['name', 0], ['asylum', 1], ['asylems', 1]]))
})

test('whatever is asked, Postgres is given quoted letters and digits only', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (query) => {
    const asked = askedWords(query)
    expect(asked.length).toBeLessThanOrEqual(16)
    const { clauses } = questionOf(asked, asked.map(({ word }) => one(word, 1)), 10)
    for (const clause of clauses) expect(clause.query).toMatch(/^'[\p{L}\p{N}]+'(\|'[\p{L}\p{N}]+')*$/u)
  }))
})
