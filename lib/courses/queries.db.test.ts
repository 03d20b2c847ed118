import { anonymous, systemActor } from '@/lib/access/actor'
import { NotFound } from '@/lib/access/errors'
import { db } from '@/lib/db'
import { checkPackage } from './check'
import { importCourse } from './commands'
import {
  getCard, getCourse, getCoursePlan, getFirstCourse, getFirstCourseId, getGlossary, getLesson, listCards, listCourses,
} from './queries'
import { sampleCourse } from './sample-course.fixture'

/** The sample has one word; these stand behind it, in no order. */
const addTerms = (files: Map<string, string>, locale: string, terms: string[]) => {
  const added = terms.map((term, n) => `\n:::term{#added-${n}}\n## ${term}\nA part of a house.\n:::\n`)
  files.set(`glossary/${locale}.md`, files.get(`glossary/${locale}.md`)! + added.join(''))
}

beforeAll(async () => {
  const files = sampleCourse()
  files.delete('1.2/nl.md')
  addTerms(files, 'en', ['door', 'arch'])
  addTerms(files, 'nl', ['zijdeur', 'étage'])
  const checked = checkPackage(files)
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  await importCourse(systemActor('test import'), checked.value)
})

afterAll(() => db.$disconnect())

test('a course comes in its language, and each title that is not translated in that of the source', async () => {
  expect(await getCourse(anonymous, 'sample', 'nl')).toMatchObject({
    id: 'sample',
    lang: 'nl',
    title: 'Veiligere loketten',
    summary: 'Veiligere loketten in one sentence.',
    modules: [{ id: '1', title: 'Voor je begint' }],
    paths: [{ id: 'essentials', title: 'Veiligere loketten', text: 'For everyone.', lessons: ['1.1', '1.2'] }],
    lessons: [
      { id: '1.1', moduleId: '1', minutes: 8, title: 'Elke soort blok', lang: 'nl' },
      { id: '1.2', moduleId: '1', minutes: 3, title: 'A short lesson', lang: 'en' },
    ],
    languages: ['en', 'nl'],
  })
})

test('in a language without any text the course is that of the source', async () => {
  expect(await getFirstCourse(anonymous, 'ti')).toEqual({ ...(await getCourse(anonymous, 'sample', 'en')) })
  expect((await listCourses(anonymous, 'ar')).map(({ id, lang }) => [id, lang])).toEqual([['sample', 'en']])
})

test('a lesson knows its place, its sources and its revision', async () => {
  const lesson = await getLesson(anonymous, 'sample', '1.1', 'nl')
  expect(lesson).toMatchObject({
    id: '1.1',
    course: { id: 'sample', title: 'Veiligere loketten' },
    module: { id: '1', title: 'Voor je begint' },
    lang: 'nl',
    draft: false,
    outdated: [],
    revision: 1,
    minutes: 8,
    number: 1,
    total: 2,
    previous: undefined,
    next: { id: '1.2', title: 'A short lesson', lang: 'en', minutes: 3 },
    sources: [{ id: 'R1', title: 'A report', year: 2024, url: 'https://example.org/report' }],
    terms: [],
  })
  expect(lesson.blocks).toEqual(
    lesson.document.blocks.map(({ id, kind }) => ({ id, kind, counts: expect.any(Boolean) })),
  )
  expect(lesson.blocks.filter(({ counts }) => counts).map(({ kind }) => kind)).toEqual([
    'reflect',
    'sort',
    'words',
    'checklist',
    'scenario',
    'order',
    'match',
    'quiz',
  ])
})

test('a lesson brings the terms it uses, with their words in the other languages', async () => {
  const lesson = await getLesson(anonymous, 'sample', '1.2', 'nl')
  expect(lesson.lang).toBe('en')
  expect(lesson.terms).toEqual([
    {
      id: 'desk',
      term: 'desk',
      lang: 'en',
      draft: false,
      meaning: { rich: [{ type: 'paragraph', children: [{ type: 'text', value: 'A table with two sides.' }] }] },
      others: [{ lang: 'nl', term: 'loket', draft: false }],
    },
  ])
})

test('the glossary shows no words to avoid', async () => {
  const [term] = await getGlossary(anonymous, 'sample', 'nl')
  expect(Object.keys(term!).sort()).toEqual(['draft', 'id', 'lang', 'meaning', 'others', 'term'])
})

test('the glossary stands in the order of its own alphabet, and has the same ids in every language', async () => {
  const words = async (locale: 'en' | 'nl') => (await getGlossary(anonymous, 'sample', locale)).map(({ id, term }) => [term, id])
  expect(await words('en')).toEqual([['arch', 'added-1'], ['desk', 'desk'], ['door', 'added-0']])
  expect(await words('nl')).toEqual([['étage', 'added-1'], ['loket', 'desk'], ['zijdeur', 'added-0']])
})

test('the cards of a course come in their order, each in the language that it has', async () => {
  expect(await getFirstCourseId(anonymous)).toBe('sample')
  expect(await listCards(anonymous, 'sample', 'nl')).toMatchObject([
    { number: 1, id: 'first-words', title: 'First words', lang: 'nl', lesson: { id: '1.1', title: 'Elke soort blok', lang: 'nl' } },
    { number: 2, id: 'at-the-desk', title: 'Aan het loket', lang: 'nl', lead: 'Aan het loket, with someone who waits.' },
  ])
  expect((await listCards(anonymous, 'sample', 'ar')).map(({ lang }) => lang)).toEqual(['en', 'en'])
})

test('a card knows the cards around it and brings the terms it uses', async () => {
  expect(await getCard(anonymous, 'sample', 1, 'nl')).toMatchObject({ courseId: 'sample', previous: undefined, next: 2, terms: [] })
  const card = await getCard(anonymous, 'sample', 2, 'nl')
  expect(card).toMatchObject({ previous: 1, next: undefined, draft: false, terms: [{ id: 'desk', term: 'loket', lang: 'nl' }] })
  expect(card.lesson).toBeUndefined()
})

test('the plan has every block in order, and what counts', async () => {
  const plan = await getCoursePlan(anonymous, 'sample')
  const { blocks } = await getLesson(anonymous, 'sample', '1.1', 'en')
  expect(plan.paths).toEqual([{ id: 'essentials', lessons: ['1.1', '1.2'] }])
  expect(plan.lessons.map(({ id }) => id)).toEqual(['1.1', '1.2'])
  expect(plan.lessons[0]!.blocks.map(({ id, counts }) => ({ id, counts }))).toEqual(
    blocks.map(({ id, counts }) => ({ id, counts })),
  )
})

test('what is not there is not found', async () => {
  await expect(getCourse(anonymous, 'other', 'en')).rejects.toThrow(NotFound)
  await expect(getCoursePlan(anonymous, 'other')).rejects.toThrow(NotFound)
  await expect(listCards(anonymous, 'other', 'en')).rejects.toThrow(NotFound)
  for (const number of [0, 3]) await expect(getCard(anonymous, 'sample', number, 'en')).rejects.toThrow(NotFound)
  for (const [course, lesson] of [
    ['other', '1.1'],
    ['sample', '9.9'],
    ['sample', 'constructor'],
  ] as const)
    await expect(getLesson(anonymous, course, lesson, 'en')).rejects.toThrow(NotFound)
})
