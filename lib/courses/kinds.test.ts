import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales } from '@/lib/i18n/locales'
import { explain } from './explain'
import { isKindName, kindOf, kinds, type KindName } from './kinds'
import type { Block } from './lesson'
import { parseLesson } from './parse'
import { isRich } from './rich'
import { firstDifference, lessonStructure } from './structure'

const names = Object.keys(kinds).filter(isKindName)
const messages = (locale: string) => join(__dirname, '../../messages', locale, 'courses.json')
const translated = locales.filter((locale) => existsSync(messages(locale)))

/** A lesson around one example, with `today` at the end. */
const lessonWith = (example: string): string =>
  [
    '# A lesson\n\n:::aim\nYou can look up.\n:::',
    example,
    ...(/^:::today/m.test(example) ? [] : [kinds.today.example]),
  ].join('\n\n')

function read(text: string) {
  const parsed = parseLesson(text, { file: '1.1/en.md' })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.value.document
}

const firstBlock = (name: KindName): Block => read(lessonWith(kindOf(name).example)).blocks[0]!

/** Every word of a text replaced, ids and attributes kept: what a translator does. */
const translate = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line.startsWith(':::')
        ? line
        : line
            .replace(/^(::[a-z]+\[).*(\].*)$/, '$1Woorden$2')
            .replace(/^((?:#+|>|-|\d\.) )?[^:#>\d-].*$/, '$1Woorden.'),
    )
    .join('\n')

describe.each(names)('%s', (name) => {
  const kind = kindOf(name)

  test('is registered under its own name', () => {
    expect(kind.name).toBe(name)
  })

  test('reads its own example, as its schema describes it', () => {
    const block = firstBlock(name)
    expect(block.kind).toBe(name)
    expect(kind.schema.safeParse(block, { error: explain }).error?.issues).toBeUndefined()
    expect(kind.schema.safeParse({ ...block, extra: 1 }).success).toBe(false)
  })

  test('is plain JSON: it comes back from the database as it went', () => {
    const block = firstBlock(name)
    expect(JSON.parse(JSON.stringify(block))).toStrictEqual(block)
  })

  test('needs an id and a heading', () => {
    for (const [from, to] of [
      [/\{#[a-z-]+/, '{'],
      [/^## .*\n/m, ''],
    ] as const)
      expect(parseLesson(lessonWith(kind.example.replace(from, to)), { file: 'f' }).ok).toBe(false)
  })

  test('a content note is kept; where the kind needs one, its absence is a fault', () => {
    const bare = kind.example.replace(/^::note.*\n\n?/m, '')
    const noted = bare.replace(/^(## .*)$/m, '$1\n\n::note[A factual line.]\n')
    expect(read(lessonWith(noted)).blocks[0]?.note).toBe('A factual line.')
    expect(parseLesson(lessonWith(bare), { file: 'f' }).ok).toBe(!kind.needsNote)
  })

  test('may name a card to read instead', () => {
    const withInstead = kind.example.replace(/^(:+[a-z]+\{#[a-z-]+)/, '$1 instead=spare-card')
    const card = kinds.card.example.replace('#first-words', '#spare-card')
    expect(read(lessonWith(`${card}\n${withInstead}`)).blocks[1]?.instead).toBe('spare-card')
  })

  test('its structure is without words and survives a translation', () => {
    const source = read(lessonWith(kind.example))
    const translation = read(translate(lessonWith(kind.example)))
    expect(firstDifference(lessonStructure(source), lessonStructure(translation))).toBeUndefined()
    expect(JSON.stringify(translation)).not.toBe(JSON.stringify(source))
    expect(hasRich(kind.structure(firstBlock(name)))).toBe(false)
  })

  test.each(translated)('has a name in %s', (locale) => {
    const labels = JSON.parse(readFileSync(messages(locale), 'utf8')).kinds?.[name]
    expect(labels?.name).toEqual(expect.stringMatching(/\S/))
  })
})

test('English has labels for every kind and for no other', () => {
  expect(Object.keys(JSON.parse(readFileSync(messages('en'), 'utf8')).kinds).sort()).toEqual([...names].sort())
})

const hasRich = (value: unknown): boolean =>
  isRich(value) || (typeof value === 'object' && value !== null && Object.values(value).some(hasRich))
