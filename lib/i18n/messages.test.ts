import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { MessageFormatElement, parse as Parse } from '@formatjs/icu-messageformat-parser'
import { locales } from './locales'
import { loadMessages } from './messages'

const root = resolve(__dirname, '../..')

// The very parser that next-intl ends up with: more than one version of it may be installed.
const parser = ['next-intl', 'use-intl', 'intl-messageformat', '@formatjs/icu-messageformat-parser'].reduce(
  (from, name) => createRequire(from).resolve(name),
  join(root, 'package.json'),
)
const { parse, TYPE } = jest.requireActual<{ parse: typeof Parse; TYPE: Record<string, number> }>(parser)

type Tree = { [key: string]: string | Tree }
const flat = (tree: Tree, path: string[] = []): [key: string, message: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as [string, string]] : flat(value, [...path, key]),
  )
const messagesOf = async (locale: (typeof locales)[number]) =>
  new Map(flat((await loadMessages(locale)) as unknown as Tree))

/** Every part of a message, those within its plurals and tags too. */
const parts = (message: MessageFormatElement[]): MessageFormatElement[] =>
  message.flatMap((part) => [
    part,
    ...('options' in part ? Object.values(part.options).flatMap(({ value }) => parts(value)) : []),
    ...('children' in part ? parts(part.children) : []),
  ])
const written = (message: string) => parts(parse(message))

/** What the code has to fill in: `{count}`, whether or not a plural asks for it too, and `<title>`. */
const gaps = (message: string) => {
  const asked = written(message).filter(({ type }) => type !== TYPE.literal && type !== TYPE.pound)
  const names = asked.map((part) => {
    const name = 'value' in part ? part.value : ''
    return part.type === TYPE.tag ? `<${name}>` : `{${name}}`
  })
  return [...new Set(names)].sort()
}

describe.each(locales)('the messages in %s', (locale) => {
  let english: Map<string, string>
  let own: Map<string, string>
  beforeAll(async () => {
    english = await messagesOf('en')
    own = await messagesOf(locale)
  })

  it('are those of English, no more and no fewer', () => {
    expect(own.size).toBeGreaterThan(200)
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('parse, say something, and leave the same gaps as English', () => {
    const wrong = [...own].filter(([, message]) => message.trim() === '' || written(message).length === 0)
    expect(wrong).toEqual([])
    expect(Object.fromEntries([...own].map(([key, message]) => [key, gaps(message)]))).toEqual(
      Object.fromEntries([...english].map(([key, message]) => [key, gaps(message)])),
    )
  })

  it('have a form for every number that the language tells apart, and for no other', () => {
    const plurals = [...own].flatMap(([key, message]) =>
      written(message).flatMap((part) =>
        'pluralType' in part ? [{ key, kind: part.pluralType, forms: Object.keys(part.options) }] : [],
      ),
    )
    expect(plurals.length).toBeGreaterThan(3)
    for (const { key, kind, forms } of plurals) {
      const wanted = new Intl.PluralRules(locale, { type: kind }).resolvedOptions().pluralCategories
      expect([key, ...forms.filter((form) => form !== '=0').sort()]).toEqual([key, ...[...wanted].sort()])
    }
  })
})

/** Keys that no code spells out, each with its reason. None today. */
const spelledNowhere: string[] = []

it('no message is left over: the last part of every key stands in the code', async () => {
  const read = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return read(path)
      return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(path, 'utf8')] : []
    })
  const code = ['app', 'components', 'lib'].flatMap((room) => read(join(root, room))).join('\n')
  const words = new Set(code.replace(/(?<=^|\s|\{)\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '').match(/\w+/g))
  const keys = [...(await messagesOf('en')).keys()]
  expect(keys.filter((key) => !words.has(key.split('.').at(-1) ?? '')).sort()).toEqual([...spelledNowhere].sort())
})
