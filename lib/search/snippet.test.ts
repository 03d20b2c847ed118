import fc from 'fast-check'
import { readLines, storeLines, vectorOf } from './entry'
import { marked, snippetOf } from './snippet'

const hits = new Map([['relative', 0], ['interpreter', 1]])
const said = (parts: { text: string; hit: boolean }[] = []) => parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('the line that answers most is quoted, with the heading it stands under', () => {
  const lines = [
    { under: 'Do', text: 'Look at the person, not at the interpreter.' },
    { under: 'Avoid', text: 'A relative or a child as interpreter.' },
  ]
  const snippet = snippetOf(lines, hits)
  expect(snippet?.under).toBe('Avoid')
  expect(said(snippet?.parts)).toBe('A [relative] or a child as [interpreter].')
})

test('a quotation begins with the sentence that answers, and never ends within one', () => {
  const text = `${'First there is something else. '.repeat(20)}Then ask for an interpreter. ${'And so it goes on. '.repeat(20)}`
  const quoted = said(snippetOf([{ under: '', text }], hits)?.parts)
  expect(quoted).toMatch(/^Then ask for an \[interpreter\]\. /)
  expect(quoted).toMatch(/goes on\.$/)
  expect(quoted.length).toBeLessThan(220)
})

test('a sentence without end is cut between words, and says so', () => {
  const quoted = said(snippetOf([{ under: '', text: `interpreter ${'word '.repeat(200)}` }], hits)?.parts)
  expect(quoted).toMatch(/ word …$/)
})

test('nothing to quote, nothing quoted', () => expect(snippetOf([], hits)).toBeUndefined())

test('marking changes no letter of a text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(marked(text, hits).map((part) => part.text).join('')).toBe(text)
  }))
})

test('lines are stored and read back; breaks and tabs within become spaces', () => {
  const line = fc.record({ under: fc.string(), text: fc.string({ minLength: 1 }) })
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
  fc.assert(fc.property(fc.array(line), (lines) => {
    expect(readLines(storeLines(lines))).toEqual(lines.map(({ under, text }) => ({ under: flat(under), text: flat(text) })))
  }))
})

test('words carry their weight and their place; a compound is found as one word too', () => {
  expect(vectorOf([['A', 'Non-binary'], ['C', 'Any person.']])).toBe("'non':1A 'binary':2A 'nonbinary':3A 'any':4C 'person':5C")
})
