import pg from 'pg'
import { anonymous, personActor, systemActor } from '@/lib/access/actor'
import { Denied, NotFound } from '@/lib/access/errors'
import { checkPackage } from '@/lib/courses/check'
import { importCourse } from '@/lib/courses/commands'
import { listFaults } from '@/lib/courses/fault'
import { fragments } from '@/lib/courses/reading'
import { readManual } from '@/lib/courses/manual.fixture'
import { sampleCourse } from '@/lib/courses/sample-course.fixture'
import { termPath } from '@/lib/courses/term-path'
import { toString } from 'mdast-util-to-string'
import { db } from '@/lib/db'
import { isSearchReady } from '@/scripts/search-index.mjs'
import { indexCourse, indexCourses } from './commands'
import { wordsOf } from './fold'
import { searchPlaces } from './queries'

const indexer = systemActor('test index')

const importSample = async (change: (files: Map<string, string>) => void = () => {}) => {
  const files = sampleCourse()
  change(files)
  const checked = checkPackage(files)
  if (!checked.ok) throw new Error(listFaults(checked.faults))
  await importCourse(systemActor('test import'), checked.value)
}
const rows = () => db.searchEntry.findMany({ orderBy: { id: 'asc' } })
const ready = () => isSearchReady(process.env.DATABASE_URL!)

afterEach(() => db.$executeRaw`TRUNCATE "Course", "SearchIndex", "SearchEntry", "SearchWord" CASCADE`)
afterAll(() => db.$disconnect())

test('only the installation itself indexes, and only a course that is there', async () => {
  await importSample()
  for (const actor of [anonymous, personActor('p', 's')]) await expect(indexCourse(actor, 'sample')).rejects.toThrow(Denied)
  await expect(indexCourse(indexer, 'other')).rejects.toThrow(NotFound)
  expect(await rows()).toEqual([])
})

test('a course is indexed once, and again when its content has changed', async () => {
  expect(await ready()).toBe(true) // without a course there is nothing to find
  await importSample()
  expect(await ready()).toBe(false)
  expect(await indexCourses(indexer)).toEqual(['sample'])
  const before = await rows()
  expect(await ready()).toBe(true)
  expect(await indexCourse(indexer, 'sample')).toBe('unchanged')
  expect(await rows()).toEqual(before)

  await importSample((files) => files.set('1.2/en.md', files.get('1.2/en.md')!.replace('A short lesson', 'A lesson about lanterns')))
  expect(await ready()).toBe(false)
  expect(await searchPlaces(anonymous, { query: 'lanterns', locale: 'en' })).toMatchObject({ count: 0 })
  expect(await indexCourse(indexer, 'sample')).toBe('made')
  expect(await ready()).toBe(true)
  const { groups } = await searchPlaces(anonymous, { query: 'lanterns', locale: 'en' })
  expect(groups[0]?.places[0]).toMatchObject({ href: '/en/courses/sample/1.2', lang: 'en' })
})

test('an index made by other rules is made again', async () => {
  await importSample()
  await indexCourse(indexer, 'sample')
  await db.searchIndex.updateMany({ data: { version: 0 } })
  expect(await ready()).toBe(false)
  expect(await indexCourse(indexer, 'sample')).toBe('made')
})

test('five that index at once leave every entry once', async () => {
  await importSample()
  await indexCourse(indexer, 'sample')
  const once = await rows()
  await db.searchIndex.deleteMany()
  await Promise.all(Array.from({ length: 5 }, () => indexCourse(indexer, 'sample')))
  const plain = (all: typeof once) => all.map(({ id: _id, ...row }) => row)
  expect(plain(await rows())).toEqual(plain(once))
})

test('an entry names the exact block, and only what may be quoted is stored', async () => {
  await importSample()
  await indexCourse(indexer, 'sample')
  const all = await rows()
  expect(all.filter(({ lesson, kind, lang }) => lesson === '1.2' && kind === 'lesson' && lang === 'nl').map(({ block }) => block)[0]).toBeNull()
  for (const { noted, text } of all) if (noted) expect(text).toBe('')
  expect(all.filter(({ noted }) => noted).length).toBeGreaterThan(0)
})

test('a term leads to the place where it is explained, whether a lesson uses it or not', async () => {
  await importSample((files) => {
    for (const locale of ['en', 'nl'])
      files.set(`glossary/${locale}.md`, `${files.get(`glossary/${locale}.md`)}\n:::term{#lantern}\n## lantern\nA light to carry.\n:::\n`)
  })
  await indexCourse(indexer, 'sample')
  for (const [query, id] of [['desk', 'desk'], ['lantern', 'lantern']] as const) {
    const { groups } = await searchPlaces(anonymous, { query, locale: 'en' })
    const terms = groups.filter(({ kind }) => kind === 'term').flatMap(({ places }) => places)
    expect(terms).toEqual([expect.objectContaining({ href: `/en${termPath(id)}`, lang: 'en' })])
  }
})

test('nothing of the final check is found, and nothing behind a note or in a practice is quoted', async () => {
  const manual = await readManual()
  await importCourse(systemActor('test import'), manual)
  await indexCourse(indexer, 'safer-spaces')
  const all = await rows()
  const plain = (value: unknown) => fragments(value).flatMap(({ rich }) => rich.map((node) => toString(node)))
  const hidden = [...manual.lessons.values()].flat().flatMap(({ read: { document } }) =>
    document.blocks.filter((block) => block.note !== undefined || (document.note !== undefined && block.kind !== 'card')
      || ['scenario', 'words', 'quiz', 'sort', 'order', 'match'].includes(block.kind)).flatMap(plain))
  const quoted = all.map(({ text }) => text).join('\n')
  expect(hidden.length).toBeGreaterThan(500)
  // Short lines (“Yes.”) may stand elsewhere too.
  for (const line of hidden.filter((each) => each.length > 60)) expect(quoted).not.toContain(line)

  const bank = manual.check.flatMap(({ locale, read }) => read.document.items.map((item) => ({ locale, stem: plain(item.stem).join(' ') })))
  expect(bank.length).toBeGreaterThan(50)
  const known = await db.$queryRaw<{ lang: string; words: string[] }[]>`SELECT lang, tsvector_to_array(words) AS words FROM "SearchEntry"`
  for (const { locale, stem } of bank) {
    const words = wordsOf(stem)
    expect(known.filter(({ lang, words: has }) => lang === locale && words.every((word) => has.includes(word)))).toEqual([])
  }
}, 120_000)

test('a snippet is whole sentences, with the heading they stand under', async () => {
  await importCourse(systemActor('test import'), await readManual())
  await indexCourse(indexer, 'safer-spaces')
  const { groups } = await searchPlaces(anonymous, { query: 'relative as interpreter', locale: 'en' })
  expect(groups[0]?.places[0]).toMatchObject({
    href: '/en/cards/3',
    snippet: { under: 'Avoid', parts: expect.arrayContaining([{ text: 'relative', hit: true }, { text: 'interpreter', hit: true }]) },
  })
  expect(groups[0]?.places[0]?.snippet?.parts.map(({ text }) => text).join('')).toBe('A relative, partner, child or resident as interpreter.')
}, 120_000)

const hostile = [
  "'", "''; DROP TABLE \"SearchEntry\"; --", '\\', '\\\\\'', 'a & b | !c <-> d:*A', ':*', '(((', '!!', 'word:ABCD', '%', '_', '\u0000', 'a\u0000b', '\ud800', 'a\udfffb', '\u202e\u2066',
  '🙂🙂🙂', 'ا'.repeat(100), 'a'.repeat(100), 'ß'.repeat(100), '\u0300'.repeat(100), 'a '.repeat(50), '👩‍👩‍👧‍👦', '$1', '${1}', '{}', '[]', 'null', '__proto__', 'constructor', '\uffff', '\u{10ffff}', '½⅓', 'x'.repeat(100_000), '\'"\\ '.repeat(25_000),
]
test.each(hostile.map((query) => [query.slice(0, 20), query] as const))('%j is just not found', async (_, query) => {
  await importSample()
  await indexCourse(indexer, 'sample')
  const places = await searchPlaces(anonymous, { query, locale: 'en' })
  expect(places.count).toBe(places.groups.flatMap((group) => group.places).length)
  expect(await db.searchEntry.count()).toBeGreaterThan(10)
})

test('our folding is that of unaccent, for every letter of Latin', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query('create extension unaccent')
  const letters = Array.from({ length: 0x24f - 0xbf }, (_, n) => String.fromCharCode(0xc0 + n)).filter((letter) => /\p{L}/u.test(letter))
  const { rows: plain } = await client.query<{ letter: string; bare: string }>('select letter, unaccent(letter) as bare from unnest($1::text[]) as letter', [letters])
  await client.end()
  const other = plain.filter(({ letter, bare }) => bare !== letter && wordsOf(letter).join('') !== wordsOf(bare).join('')).map(({ letter }) => letter)
  // Signs of phonetics and of languages far from ours: unaccent knows a likeness that we do not.
  expect(other.join('')).toMatchInlineSnapshot(`"ŉƀƁƂƃƇƈƉƊƋƌƐƑƒƓƕƖƗƘƙƚƝƞƢƣƤƥƫƬƭƮƲƳƴƵƶǤǥȡȤȥȴȵȶȷȸȹȺȻȼȽȾȿɀɃɄɆɇɈɉɌɍɎɏ"`)
})

test('a server that may not add the extension is refused with a sentence that says what to do', async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const { readFileSync } = await import('node:fs')
  const sql = readFileSync('prisma/migrations/20261121170000_search/migration.sql', 'utf8').split('-- CreateEnum')[0]!
  await client.query('begin')
  await client.query('drop extension pg_trgm cascade')
  await client.query('create role guest_of_search')
  await client.query('set local role guest_of_search')
  await expect(client.query(sql)).rejects.toThrow(/the search needs the extension pg_trgm.*CREATE EXTENSION pg_trgm/s)
  await client.query('rollback')
  await client.end()
})
