import { cardLengthFaults } from './check-card-length'
import { checkPackage } from './check'
import { listFaults } from './fault'
import { deck, edit, faultsAfter, manifest, sampleCourse } from './sample-course.fixture'

/** The words of a lesson's card for a language that does not have the lesson. */
const firstWords = (id = 'first-words', lines = '- “Bedankt.”') => `:::card{#${id} draft}
## Eerste woorden

### Zeg
${lines}

### Vermijd
- vragen voor het formulier
:::
`

/** Dutch without lesson 1.1, and with this card instead. */
const instead = (card: string) => (files: Map<string, string>) => {
  files.delete('1.1/nl.md')
  files.set('cards/nl.md', deck('Kaarten', card))
}

describe('the cards that course.json lists', () => {
  test.each([
    ['a block that is not there', ['1.1#last-words'], 'course.json:1 lesson 1.1 has no card `last-words`'],
    ['a block that is no card', ['1.2#intro'], 'course.json:1 lesson 1.2 has no card `intro`'],
    ['a lesson that is not there', ['9.9#first-words'], 'course.json:1 lesson 9.9 has no card `first-words`'],
    ['a card that is not there', ['on-the-phone'], 'course.json:1 `cards/en.md` has no card `on-the-phone`'],
    ['two cards of one name', ['1.1#first-words', '1.2#first-words'], 'the id `first-words` is used twice'],
    ['a name that climbs', ['../1.1#first-words'], 'course.json:1 a card is named `lesson#block` or `id`, not `../1.1#'],
    ['nothing', [''], 'course.json:1 a card is named `lesson#block` or `id`, not ``'],
  ])('%s', (_, cards, fault) => {
    expect(faultsAfter(manifest({ cards }))).toContain(fault)
  })

  test('a card with a content note is opened first, so it is not for the counter', () => {
    const noted = (file: string, heading: string) => edit(file, `## ${heading}\n`, `## ${heading}\n::note[About this.]\n`)
    expect(
      faultsAfter((files) => {
        for (const locale of ['en', 'nl']) noted(`1.1/${locale}.md`, 'First words')(files)
      }),
    ).toBe('course.json:39 the card `first-words` has a content note, so it cannot be read at the counter')
  })
})

describe('cards/<locale>.md', () => {
  test('may hold the card of a lesson that is not yet there in this language', () => {
    expect(faultsAfter(instead(firstWords()))).toBe('')
  })

  test.each([
    ['a line more', firstWords('first-words', '- “Bedankt.”\n- “Ga zitten.”'), 'lines: `1` in the source language, `2` here'],
    ['a heading less', firstWords().replace('### Vermijd', 'Vermijd'), 'type: `heading` in the source language, `paragraph` here'],
    ['a card nobody lists', firstWords('last-words'), 'course.json lists no card `last-words`'],
    ['a card twice', `${firstWords()}\n${firstWords()}`, 'the id `first-words` is used twice'],
    ['a note', firstWords().replace('\n\n', '\n::note[Iets.]\n\n'), 'cards/nl.md:5 `note` cannot stand here'],
    ['a script', firstWords('first-words', '- <script>x</script>'), 'cards/nl.md:7 raw HTML is refused'],
    ['a dead link', firstWords('first-words', '- [x](lesson:9.9)'), 'cards/nl.md:7 there is no lesson `9.9`'],
    ['an unknown term', firstWords('first-words', '- :term[x]{#chair}'), 'cards/nl.md:7 the glossary has no term `chair`'],
  ])('%s', (_, card, fault) => {
    expect(faultsAfter(instead(card))).toContain(fault)
  })

  test('holds no second text of a card that its lesson has', () => {
    const twice = (locale: string) => (files: Map<string, string>) => {
      files.set(`cards/${locale}.md`, `${files.get(`cards/${locale}.md`)}\n${firstWords()}`)
    }
    expect(faultsAfter(twice('nl'))).toBe('cards/nl.md:11 the card `first-words` stands in 1.1/nl.md already')
    expect(faultsAfter(twice('en'))).toBe('cards/en.md:11 the card `first-words` stands in 1.1/en.md already')
  })

  test('may be missing, but not in the source language', () => {
    expect(faultsAfter((files) => files.delete('cards/nl.md'))).toBe('')
    expect(faultsAfter((files) => files.delete('cards/en.md'))).toBe(
      'course.json:40 `cards/en.md` has no card `at-the-desk`',
    )
  })

  test('a lesson may not take its folder', () => {
    expect(faultsAfter(edit('course.json', '"id": "1.2"', '"id": "cards"'))).toContain('this id is reserved')
  })
})

test('the card of a translated lesson has the lines of its source', () => {
  expect(faultsAfter(edit('1.1/nl.md', '- questions that only serve the form\n', '- one\n- two\n'))).toContain(
    'lines: `1` in the source language, `2` here',
  )
})

test('a card that takes more than ten seconds is sent back, in whatever file it stands', () => {
  const said = (change: (files: Map<string, string>) => void) => {
    const files = sampleCourse()
    change(files)
    const checked = checkPackage(files)
    if (!checked.ok) throw new Error(listFaults(checked.faults))
    return listFaults(cardLengthFaults(checked.value))
  }
  const both = (lesson: string, from: string, to: string) => (files: Map<string, string>) => {
    for (const locale of ['en', 'nl']) edit(`${lesson}/${locale}.md`, from, to)(files)
  }
  expect(said(() => {})).toBe('')
  expect(said(both('1.1', '- questions that', `- ${'word '.repeat(81)}\n- questions that`))).toContain('1.1/en.md:')
  expect(said(both('1.1', '- questions that', `${'- word\n'.repeat(12)}- questions that`))).toContain(
    'the card `first-words` has 14 lines',
  )
  expect(said(edit('cards/nl.md', 'Sta op', 'woord '.repeat(90)))).toMatch(/^cards\/nl.md:3 the card `at-the-desk` has 2 lines/)
})
