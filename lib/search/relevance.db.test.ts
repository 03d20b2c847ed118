import { anonymous, systemActor } from '@/lib/access/actor'
import { importCourse } from '@/lib/courses/commands'
import { readManual } from '@/lib/courses/manual.fixture'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { indexCourse } from './commands'
import { searchPlaces } from './queries'

// What people at a counter may type, and the place that should stand first: in the manual that ships with Haven.

beforeAll(async () => {
  await importCourse(systemActor('test import'), await readManual())
  await indexCourse(systemActor('test index'), 'safer-spaces')
}, 120_000)
afterAll(() => db.$disconnect())

const find = async (locale: Locale, query: string) => {
  const { groups } = await searchPlaces(anonymous, { query, locale })
  return groups.flatMap(({ kind, places }) =>
    places.map(({ href, heading, lang }) => ({ kind, href, lang, heading: heading.map(({ text }) => text).join('') })),
  )
}

const lesson = '/courses/safer-spaces'

test.each<[locale: Locale, query: string, first: string]>([
  // A whole word, a word begun, a slip of the finger.
  ['en', 'interpreter', '/cards/3'],
  ['en', 'interp', '/cards/3'],
  ['en', 'interpretor', '/cards/3'],
  ['en', 'intrepreters', '/cards/3'],
  ['en', 'asylum', 'asylum seeker'],
  ['en', 'asylem', 'asylum seeker'],
  ['en', 'refuge', 'refugee'],
  ['en', 'pronoms', '/cards/4'],
  ['en', 'nonbinary', 'non-binary'],
  ['en', 'non binary', 'non-binary'],
  ['en', 'belong', 'belonging'],
  ['en', 'micro-aggression', 'microaggression'],
  ['en', 'LGBT', 'LGBTQI+ people'],
  // Several words, a sentence.
  ['en', 'wrong name', '/cards/2'],
  ['en', 'relative as interpreter', '/cards/3'],
  ['en', 'what do I say when someone tells me about violence', '/cards/1'],
  ['en', '72 hours', `${lesson}/7.1#care-with-a-clock`],
  ['en', 'shared calender', `${lesson}/5.3#shared-calendar`],
  ['en', 'police', `${lesson}/7.3`],
  ['en', 'school', `${lesson}/7.4`],
  // The word to avoid leads to the better one.
  ['en', 'hermaphrodite', 'intersex person'],
  ['en', 'victim', 'survivor'],
  ['nl', 'tolk', '/cards/3'],
  ['nl', 'tolken', '/cards/3'],
  ['nl', 'voornaamwoord', '/cards/4'],
  ['nl', 'asielzoker', 'asielzoeker'],
  ['nl', 'opvangcentrum', 'opvangcentrum'],
  ['nl', 'tien minuten', '/cards/1'],
  ['nl', 'excuses', '/cards/2'],
  ['nl', 'politie', `${lesson}/7.3`],
  ['nl', 'gekozen naam', 'gekozen naam, roepnaam'],
  ['fr', 'réfugié', 'personne réfugiée'],
  ['fr', 'REFUGIE', 'personne réfugiée'],
  ['fr', 'pronom', 'pronoms, accords'],
  ['pt', 'requerente asilo', 'requerente de asilo'],
  // With and without the article, hamza, or in the other spelling of a sound.
  ['ar', 'ترجمة', '/cards/1'],
  ['ar', 'والترجمه', '/cards/1'],
  ['ar', 'عشر دقائق', '/cards/1'],
  ['ar', 'لاجئ', 'اللاجئات واللاجئون'],
  ['ti', 'ተርጓሚ', '/cards/1'],
  ['ti', 'ንተርጓሚ', '/cards/1'],
  ['ti', 'ዓሰርተ፡ደቒቕ', '/cards/1'],
  ['ti', 'አሠርተ ደቒቕ', '/cards/1'],
  ['ti', 'ስደተኛ', 'ስደተኛታት'],
])('%s: %s → %s', async (locale, query, first) => {
  const [best] = await find(locale, query)
  const [path] = first.startsWith('/') ? [`/${locale}${first}`] : []
  expect(path ? best?.href : best?.heading).toBe(path ?? first)
})

test('what a language does not have is found in that of the source, and says so', async () => {
  expect(await find('fr', 'interpreter')).toContainEqual({ kind: 'card', href: '/fr/cards/3', lang: 'en', heading: 'Interpreter briefing' })
  expect(await find('fr', 'interpreter')).toContainEqual(expect.objectContaining({ kind: 'lesson', lang: 'en' }))
})

test('what a language has is found in no other', async () => {
  expect(await find('nl', 'interpreter')).toEqual([])
  expect((await find('nl', 'belonging')).map(({ lang }) => lang)).not.toContain('en')
  expect(await find('fr', 'belonging')).not.toContainEqual(expect.objectContaining({ kind: 'term', lang: 'en' }))
})

test('cards stand before words, and words before lessons', async () => {
  const kinds = (await find('en', 'pronouns')).map(({ kind }) => kind)
  expect([...new Set(kinds)]).toEqual(['card', 'term', 'lesson'])
  expect(kinds).toEqual(kinds.toSorted((a, b) => ['card', 'term', 'lesson'].indexOf(a) - ['card', 'term', 'lesson'].indexOf(b)))
})

test('no more than twenty places, and three of one lesson', async () => {
  const places = await find('en', 'person name form say ask people')
  expect(places.length).toBeGreaterThan(5)
  expect(places.length).toBeLessThanOrEqual(20)
  const lessons = places.filter(({ kind }) => kind === 'lesson').map(({ href }) => href?.split('#')[0])
  for (const one of lessons) expect(lessons.filter((each) => each === one).length).toBeLessThanOrEqual(3)
})

test('a word that nobody wrote finds nothing', async () => {
  for (const query of ['xylophone quartz', '!?', '🙂', 'zzzz', '་']) expect(await find('en', query)).toEqual([])
})
