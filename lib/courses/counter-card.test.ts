import { chapters, counterCards, type StoredCards } from './counter-card'
import { parseManifest } from './manifest'
import { trusted } from './revision'
import { deck, sampleCourse } from './sample-course.fixture'

const course = sampleCourse()
const text = (locale: string, file: string, draft = false) => ({
  locale,
  title: `title ${locale}`,
  draft,
  markdown: course.get(file) ?? '',
})

const stored = (change: Partial<StoredCards> = {}): StoredCards => ({
  manifest: trusted(parseManifest(course.get('course.json') ?? '')).document,
  decks: [text('en', 'cards/en.md'), text('nl', 'cards/nl.md')],
  lessons: new Map([['1.1', [text('en', '1.1/en.md'), text('nl', '1.1/nl.md', true)]]]),
  ...change,
})

const seen = (cards: ReturnType<typeof counterCards>) => cards.map(({ number, title, lang, draft }) => [number, title, lang, draft])

test('cards stand in the order of the course; a card of a draft is a draft', () => {
  const cards = counterCards(stored(), 'nl')
  expect(seen(cards)).toEqual([
    [1, 'First words', 'nl', true],
    [2, 'Aan het loket', 'nl', false],
  ])
  expect(cards.map(({ lesson }) => lesson)).toEqual([{ id: '1.1', title: 'title nl', lang: 'nl' }, undefined])
})

test('a card that is not translated comes in the language of the source', () => {
  expect(seen(counterCards(stored(), 'ti'))).toEqual([
    [1, 'First words', 'en', false],
    [2, 'At the desk', 'en', false],
  ])
})

test('where a language does not have the lesson, its card comes from the deck, and leads to the lesson of the source', () => {
  const card = (draft: string) => `:::card{#first-words${draft}}\n## ቀዳሞት ቃላት\n### በሉ\n- «ቃል»\n### ኣይፋል\n- ሕቶ\n:::\n`
  const tigrinya = (markdown: string) => [text('en', 'cards/en.md'), { ...text('ti', ''), markdown }]
  for (const [markdown, draft] of [
    [deck('ካርድታት', card(' draft')), true],
    [deck('ካርድታት\n\n::draft', card('')), true],
    [deck('ካርድታት', card('')), false],
  ] as const) {
    const [first, second] = counterCards(stored({ decks: tigrinya(markdown) }), 'ti')
    expect(first).toMatchObject({ title: 'ቀዳሞት ቃላት', lang: 'ti', draft, lesson: { id: '1.1', lang: 'en' } })
    expect(second).toMatchObject({ number: 2, lang: 'en' })
  }
})

test('a card that was taken out of its lesson leaves the numbers of the others', () => {
  const without = { ...text('en', '1.1/en.md'), markdown: (course.get('1.1/en.md') ?? '').replace('{#first-words}', '{#gone}') }
  expect(seen(counterCards(stored({ lessons: new Map([['1.1', [without]]]) }), 'en'))).toEqual([[2, 'At the desk', 'en', false]])
})

test('the words before the first heading say when, the rest is parted by its headings', () => {
  const [card, own] = counterCards(stored(), 'en')
  expect(card?.lead).toBe('')
  expect(own?.lead).toBe('At the desk, with someone who waits.')
  expect(chapters(card!.body).map(({ heading, text: { rich } }) => [heading, rich.length])).toEqual([
    ['Say', 1],
    ['Avoid', 1],
  ])
  const [, ...rest] = card!.body.rich
  expect(chapters({ rich: rest }).map(({ heading }) => heading)).toEqual([undefined, 'Avoid'])
})
