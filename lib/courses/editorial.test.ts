import { checkPackage } from './check'
import { figureFaults } from './check-figures'
import { lengthFaults, longSentences } from './check-length'
import { editorialFaults } from './editorial'
import { listFaults } from './fault'
import { edit, sampleCourse } from './sample-course.fixture'

type Change = ReturnType<typeof edit>

function courseAfter(changes: readonly Change[]) {
  const files = sampleCourse()
  for (const change of changes) change(files)
  const checked = checkPackage(files)
  if (!checked.ok) throw new Error(listFaults(checked.faults))
  return checked.value
}

const sentence = 'Give the first sentence time.'
const english = (words: string) => edit('1.1/en.md', sentence, words)
const dutch = (words: string) => edit('1.1/nl.md', sentence, words)
/** What course.json says about the numbers of lesson 1.1. */
const numbers = (json: string) => edit('course.json', /"R1"\n\s*\]/, `"R1" ],\n${json}`)

describe('numbers', () => {
  const said = (...changes: Change[]) => listFaults(figureFaults(courseAfter(changes)))

  test('a number without a source is named, in every language', () => {
    expect(said(english('In 2023 it was 67%.'), dutch('In 2023 was het 67%.'))).toBe(
      [
        ...['2023', '67%'].map(
          (number) =>
            `1.1/en.md:13 \`${number}\` has no source: ` +
            'name one under `figures` of lesson 1.1 in course.json, or list it under `story`',
        ),
        '1.1/nl.md:13 `2023` is not among the numbers of lesson 1.1 in course.json',
        '1.1/nl.md:13 `67%` is not among the numbers of lesson 1.1 in course.json',
      ].join('\n'),
    )
  })

  test('figures have sources, a story needs none, and a translation writes numbers in its own way', () => {
    expect(
      said(
        english('In 2023 it took 1,951 people 7.5 days; Sam, 29, came at 10:30 on the 12th.'),
        dutch('In 2023 hadden 1.951 mensen 7,5 dagen nodig; Sam, 29, kwam op de 12e om 10.30 uur.'),
        numbers(
          '"figures": { "In 2023": ["R1"], "1,951": ["R1"], "7.5 days": ["R1"] }, "story": ["29", "10:30", "12th"]',
        ),
      ),
    ).toBe('')
  })

  test.each([
    ['part of the number', '"70": ["R1"]', '`70%` has no source'],
    ['the number with other words', '"70% of men": ["R1"]', '`70%` has no source'],
    ['a longer number', '"170%": ["R1"]', '`70%` has no source'],
  ])('%s covers nothing', (_, entry, fault) => {
    expect(said(english('Of all women, 70% came.'), numbers(`"figures": { ${entry} }`))).toContain(fault)
  })

  test('a translation may leave a number out, and bring none of its own', () => {
    const told = numbers('"figures": { "70%": ["R1"] }')
    expect(said(english('Of all, 70% came.'), told)).toBe('')
    expect(said(english('Of all, 70% came.'), dutch('Van allen kwam 71%.'), told)).toBe(
      '1.1/nl.md:13 `71%` is not among the numbers of lesson 1.1 in course.json',
    )
  })

  test('an entry whose number has gone is named, with its line', () => {
    expect(said(numbers('"figures": { "70%": ["R1"] },\n"story": ["29"]'))).toBe(
      'course.json:15 `70%` is no number of 1.1/en.md\ncourse.json:16 `29` is no number of 1.1/en.md',
    )
  })

  test('a figure may not rest on a source that the lesson does not list', () => {
    expect(said(english('Of all, 70% came.'), numbers('"figures": { "70%": ["R1", "R2"] }'))).toBe(
      'course.json:15 `70%` rests on `R2`, which is not among the sources of lesson 1.1',
    )
  })

  test('the bank has numbers too; its sources are those of the lessons to reread', () => {
    const items = edit('check/en.md', 'What do you say first?', 'Of all, 70% waited 9 minutes.')
    expect(said(items)).toContain('check/en.md:5 `70%` has no source: name one under `figures` of the check')
    const told = (id: string) =>
      edit('course.json', '"draw"', `"figures": { "70%": ["${id}"] }, "story": ["9"], "draw"`)
    expect(said(items, told('R1'))).toBe('')
    expect(said(items, told('R2'))).toContain('`70%` rests on `R2`, which is not among the sources of the check')
  })
})

describe('length', () => {
  const said = (...changes: Change[]) => listFaults(lengthFaults(courseAfter(changes)))
  const longer = (file: string, minutes: number) =>
    edit(file, /(## .*\n\n?)/, `$1${`${'word '.repeat(90)}\n\n`.repeat(minutes * 2)}`)

  test('a lesson that takes too little or too much time is named, a draft is not', () => {
    const short = (locale: string) => `1.2/${locale}.md:1 takes 0.5 minutes; a lesson takes 3 to 8`
    expect(said()).toBe(`${short('en')}\n${short('nl')}`)
    expect(said(edit('1.2/nl.md', '\n\n', '\n\n::draft\n\n'))).toBe(short('en'))
    expect(said(longer('1.2/en.md', 3), longer('1.2/nl.md', 7))).toBe('')
    expect(said(longer('1.2/en.md', 3), longer('1.2/nl.md', 8))).toBe(
      '1.2/nl.md:1 takes 8.5 minutes; a lesson takes 3 to 8',
    )
  })

  test('a sentence of 29 words is listed with its line, one of 28 is not; titles are no sentences', () => {
    const long = (count: number) => `Short. ${'word '.repeat(count).trim()}. Short.`
    const listed = (change: Change) => listFaults(longSentences(courseAfter([change])))
    expect(listed(english(long(28)))).toBe('')
    expect(listed(english(long(29)))).toBe(`1.1/en.md:13 29 words: ${'word '.repeat(29).trim()}.`)
    expect(listed(edit('1.1/en.md', 'Every kind of block', 'word '.repeat(40).trim()))).toBe('')
  })
})

test('the editor sees both', () => {
  expect(listFaults(editorialFaults(courseAfter([english('In 2023.')])))).toMatch(/2023.*\n.*takes/)
})
