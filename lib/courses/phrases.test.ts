import { lineAt, phrasesOf } from './phrases'

const lesson = `# A title 1

::place[Desk 2]

:::choice{#choice-3 to=node-4}
Come at 10:30, says [lesson 6.3](lesson:6.3#block-5), on
the :term[next **6**]{#term-7} day.

1. **One** 7,5
> “It is 8.”
:::
`

test('reads what a reader sees, and nothing else', () => {
  expect(phrasesOf(lesson).map(({ text, line, heading }) => [line, text, heading])).toEqual([
    [1, 'A title 1', true],
    [3, 'Desk 2', false],
    [6, 'Come at 10:30, says lesson  , on\nthe next 6 day.', false],
    [9, 'One 7,5', false],
    [10, '“It is 8.”', false],
  ])
})

test('a character of a paragraph is found on its own line', () => {
  const phrase = phrasesOf(lesson)[2]!
  expect(lineAt(phrase, phrase.text.indexOf('10'))).toBe(6)
  expect(lineAt(phrase, phrase.text.indexOf('6 day'))).toBe(7)
})
