import { copiedRuns, readFingerprint, writeFingerprint } from './copied-runs'
import { phrasesOf } from './phrases'

const somebody = `The old harbour keeps its lamps on until the last boat is in; nobody there has ever asked why.
Whoever comes late finds soup.`
const fingerprint = readFingerprint(writeFingerprint([somebody, 'Don’t count the birds before the tide has turned.']))

const copied = (markdown: string, quoted?: string[]) => copiedRuns(phrasesOf(markdown), fingerprint, quoted)

test('a sentence taken over is found, with its line, as far as it goes', () => {
  expect(copied('# Ours\n\nAt dusk **the old harbour** keeps its lamps on, until the last ferry is in.\n')).toEqual([
    { line: 3, words: 'the old harbour keeps its lamps on until the last' },
  ])
})

test.each([
  ['eight words', 'lamps on until the last boat is in', 1],
  ['seven words', 'lamps on until the last boat is', 0],
  ['other punctuation and case', 'LAMPS ON UNTIL “the last” boat: is in.', 1],
  ['another apostrophe', "Don't count the birds before the tide has turned", 1],
  ['a term or a link inside', 'lamps on until [the last](https://example.org) :term[boat]{#boat} is in', 1],
  ['a word changed in the middle', 'lamps on until the first boat is in; nobody there has', 0],
  ['a line end and two sentences', 'nobody there has\never asked why. Whoever comes late', 1],
  ['two list items', '- nobody there has ever\n- asked why whoever comes', 1],
  ['a heading in between', '## Lamps on until the last\n\nboat is in', 0],
  ['a heading', '## Lamps on until the last boat is in', 1],
])('%s', (_, text, count) => {
  expect(copied(text)).toHaveLength(count)
})

test('two places are told apart', () => {
  const text = 'Lamps on until the last boat is in.\n\nOurs.\n\nThere has ever asked why whoever comes late.'
  expect(copied(text).map(({ line }) => line)).toEqual([1, 5])
})

test('a quotation may stand, and nothing more than it', () => {
  const title = 'The old harbour keeps its lamps on until'
  expect(copied(title, [title])).toEqual([])
  expect(copied(`${title} the last boat`, [title])).toEqual([
    { line: 1, words: 'old harbour keeps its lamps on until the last boat' },
  ])
})

test('the same texts always give the same file', () => {
  const twice = writeFingerprint([somebody, somebody, 'A, b; c d e f g h.'])
  expect(writeFingerprint(['a b c d e f g h', somebody])).toBe(twice)
  const hundred = Array.from({ length: 100 }, (_, n) => `a b c d e f g ${n}`)
  expect(writeFingerprint(hundred)).toMatch(/^([\w+/]{120}\n)+[\w+/=]+\n$/)
})
