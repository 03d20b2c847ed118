import { editorialFaults } from './editorial'
import { listFaults } from './fault'
import { itemKinds } from './item'
import { manualLanguages, readManual } from './manual.fixture'
import type { Editions } from './package'
import { countWords, fragments } from './reading'
import { isRich } from './rich'

// What the course that ships promises as a whole; each file is judged by `npm run content:check`.

const manual = readManual()
// The whole manual is read, on a machine that may be doing other things.
jest.setTimeout(60_000)
const languagesOf = (editions: Editions<unknown>) => editions.map(({ locale }) => locale)

/** Every value under a key, however deep. */
function valuesOf(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null || isRich(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => [...(name === key ? [inner] : []), ...valuesOf(inner, key)])
}

test('an editor sends nothing back', async () => {
  expect(listFaults(editorialFaults(await manual))).toBe('')
})

test('course text, lessons, glossary and check stand in every language of the manual', async () => {
  const { about, glossary, check, lessons } = await manual
  expect(lessons.size).toBeGreaterThanOrEqual(16)
  for (const editions of [about, glossary, check, ...lessons.values()])
    expect(languagesOf(editions)).toEqual(expect.arrayContaining([...manualLanguages]))
  const drafts = [...lessons.values()].flat().filter(({ read }) => read.document.draft)
  for (const { locale } of drafts) expect(manualLanguages).not.toContain(locale)
})

describe('testimonies', () => {
  test.each(manualLanguages)('in %s each has a number of its own and 250 words at most', async (language) => {
    const { lessons } = await manual
    const testimonies = [...lessons.values()]
      .flatMap((editions) => editions.filter(({ locale }) => locale === language))
      .flatMap(({ read }) => read.document.blocks.filter((block) => block.kind === 'testimony'))
    const numbers = testimonies.map(({ ref }) => ref)
    expect(numbers.length).toBeGreaterThan(0)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const testimony of testimonies) {
      expect(testimony.ref).toMatch(/^T[1-8]$/)
      const words = fragments(testimony).reduce((sum, fragment) => sum + countWords(fragment), 0)
      expect({ number: testimony.ref, long: words > 250 }).toEqual({ number: testimony.ref, long: false })
    }
  })
})

describe('the bank of the final check', () => {
  const items = async () => (await manual).check.find(({ locale }) => locale === 'en')?.read.document.items ?? []

  test('has 36 items or more, of every kind', async () => {
    const bank = await items()
    expect(bank.length).toBeGreaterThanOrEqual(36)
    expect(new Set(bank.map(({ kind }) => kind))).toEqual(new Set(itemKinds))
  })

  test('has a family for each of the ten safety rules', async () => {
    const bank = await items()
    const rules = Array.from({ length: 10 }, (_, index) => `K${index + 1}`)
    const families = rules.map((rule) => [
      rule,
      new Set(bank.filter(({ critical }) => critical === rule).map(({ family }) => family)).size,
    ])
    expect(families).toEqual(rules.map((rule) => [rule, 1]))
  })
})

test('whatever a learner chooses, words come back', async () => {
  const { lessons, check } = await manual
  const texts = [...[...lessons.values()].flat(), ...check]
  for (const { file, read } of texts) {
    const answers = ['feedback', 'consequence', 'why'].flatMap((key) => valuesOf(read.document, key))
    const empty = answers.filter((answer) => !isRich(answer) || countWords(answer) < 4)
    expect({ file, empty }).toEqual({ file, empty: [] })
    const parts = valuesOf(read.document, 'parts').flat()
    expect(parts.filter((part) => valuesOf({ part }, 'feedback').length !== 1)).toEqual([])
  }
})
