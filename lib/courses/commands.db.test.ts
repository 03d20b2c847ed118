import pg from 'pg'
import { anonymous, personActor, systemActor } from '@/lib/access/actor'
import { Denied, NotFound } from '@/lib/access/errors'
import { db } from '@/lib/db'
import { blockMarksSchema, outdated } from './block-marks'
import { checkPackage } from './check'
import { contentChannel, importCourse } from './commands'
import { exportCourse } from './export'
import { listFaults } from './fault'
import type { CoursePackage } from './package'
import { getLesson } from './queries'
import { sampleCourse } from './sample-course.fixture'

const importer = systemActor('test import')

function checked(files: Map<string, string>): CoursePackage {
  const parsed = checkPackage(files)
  if (!parsed.ok) throw new Error(listFaults(parsed.faults))
  return parsed.value
}

/** The sample course after changes: file, what, by what. */
const sample = (...edits: [file: string, from: string, to: string][]): CoursePackage => {
  const files = sampleCourse()
  for (const [file, from, to] of edits) files.set(file, files.get(file)!.replace(from, to))
  return checked(files)
}

const counts = async () => ({
  courses: await db.course.count(),
  revisions: await db.courseRevision.count(),
  texts: await db.courseText.count(),
  lessons: await db.lesson.count(),
  lessonRevisions: await db.lessonRevision.count(),
  lessonTexts: await db.lessonText.count(),
})

const whole = { courses: 1, revisions: 1, texts: 8, lessons: 2, lessonRevisions: 2, lessonTexts: 4 }
const nothing = { courses: 0, revisions: 0, texts: 0, lessons: 0, lessonRevisions: 0, lessonTexts: 0 }

/** What an edit in the app leaves: a revision of its own. */
async function editInApp(lessonId: string, from: string, to: string): Promise<void> {
  const newest = await db.lessonRevision.findFirstOrThrow({
    where: { courseId: 'sample', lessonId },
    orderBy: { number: 'desc' },
    include: { texts: true },
  })
  await db.lessonRevision.create({
    data: {
      courseId: 'sample',
      lessonId,
      number: newest.number + 1,
      hash: `edit ${newest.number}`,
      origin: 'edit',
      texts: {
        create: newest.texts.map(({ locale, title, markdown, draft, blocks }) => ({
          locale,
          title,
          draft,
          blocks: blocks ?? [],
          markdown: markdown.replace(from, to),
        })),
      },
    },
  })
}

beforeEach(async () => {
  await db.$executeRaw`truncate "Course" cascade`
})

afterAll(() => db.$disconnect())

test('an import stores every language once', async () => {
  expect(await importCourse(importer, sample())).toEqual({
    id: 'sample',
    content: 'created',
    lessons: { created: ['1.1', '1.2'], unchanged: [], kept: [] },
  })
  expect(await counts()).toEqual(whole)
})

test('the same files again change nothing', async () => {
  await importCourse(importer, sample())
  const before = await db.lessonRevision.findMany({ include: { texts: true } })
  for (const _ of [1, 2])
    expect(await importCourse(importer, sample())).toEqual({
      id: 'sample',
      content: 'unchanged',
      lessons: { created: [], unchanged: ['1.1', '1.2'], kept: [] },
    })
  expect(await counts()).toEqual(whole)
  expect(await db.lessonRevision.findMany({ include: { texts: true } })).toEqual(before)
})

test('eight imports at the same time make one', async () => {
  const reports = await Promise.all(Array.from({ length: 8 }, () => importCourse(importer, sample())))
  expect(reports.filter(({ content }) => content === 'created')).toHaveLength(1)
  expect(reports.filter(({ lessons }) => lessons.created.length > 0)).toHaveLength(1)
  expect(await counts()).toEqual(whole)
})

test('a changed lesson gets a new revision; the old one stays as it was', async () => {
  await importCourse(importer, sample())
  const report = await importCourse(importer, sample(['1.2/en.md', 'A short lesson', 'A shorter lesson']))
  expect(report).toEqual({
    id: 'sample',
    content: 'unchanged',
    lessons: { created: ['1.2'], unchanged: ['1.1'], kept: [] },
  })
  const texts = await db.lessonText.findMany({
    where: { locale: 'en', revision: { lessonId: '1.2' } },
    orderBy: { revision: { number: 'asc' } },
    select: { title: true, revision: { select: { number: true } } },
  })
  expect(texts).toEqual([
    { title: 'A short lesson', revision: { number: 1 } },
    { title: 'A shorter lesson', revision: { number: 2 } },
  ])
})

test('a failure at the last lesson leaves nothing', async () => {
  const course = sample()
  // Postgres holds no NUL in text. The check refuses it too, so it is put in behind its back.
  const [last] = course.lessons.get('1.2')!
  last!.text = `${last!.text}\u0000`
  await expect(importCourse(importer, course)).rejects.toThrow('0x00')
  expect(await counts()).toEqual(nothing)
})

test('a lesson edited in the app is kept, and reported; the others go on', async () => {
  await importCourse(importer, sample())
  await editInApp('1.2', 'A short lesson', 'Edited by an author')
  const report = await importCourse(
    importer,
    sample(['1.2/en.md', 'A short lesson', 'From the file'], ['1.1/en.md', 'Every kind', 'Each kind']),
  )
  expect(report.lessons).toEqual({ created: ['1.1'], unchanged: [], kept: ['1.2'] })
  expect((await getLesson(anonymous, 'sample', '1.2', 'en')).document.title).toBe('Edited by an author')
})

test('course text edited in the app is kept, and reported', async () => {
  await importCourse(importer, sample())
  const { id: _, ...newest } = await db.courseRevision.findFirstOrThrow()
  await db.courseRevision.create({
    data: { ...newest, manifest: newest.manifest ?? {}, number: 2, hash: 'edit', origin: 'edit' },
  })
  expect((await importCourse(importer, sample(['en.md', 'Safer desks', 'Safest desks']))).content).toBe('kept')
  expect(await db.courseRevision.count()).toBe(2)
})

test('a translation is outdated from the change of its source until its own words change', async () => {
  const marks = async (locale: string) => {
    const [text] = await db.lessonText.findMany({
      where: { locale, revision: { lessonId: '1.2' } },
      orderBy: { revision: { number: 'desc' } },
      take: 1,
    })
    return blockMarksSchema.parse(text!.blocks)
  }
  const outdatedNow = async () => outdated(await marks('nl'), await marks('en'))
  const english = ['1.2/en.md', 'Stand at', 'Wait at'] as [string, string, string]

  await importCourse(importer, sample())
  expect(await outdatedNow()).toEqual([])
  await importCourse(importer, sample(english))
  expect(await outdatedNow()).toEqual(['intro'])
  await importCourse(importer, sample(english, ['1.2/nl.md', 'One chair', 'Eén stoel']))
  expect(await outdatedNow()).toEqual(['intro'])
  await importCourse(importer, sample(english, ['1.2/nl.md', 'Ga aan', 'Wacht aan']))
  expect(await outdatedNow()).toEqual([])
})

test('every process hears of it, once, after it is stored; and of nothing when nothing changed', async () => {
  const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await listener.connect()
  try {
    const heard: (string | undefined)[] = []
    listener.on('notification', ({ payload }) => heard.push(payload))
    await listener.query(`listen ${contentChannel}`)
    await importCourse(importer, sample())
    await importCourse(importer, sample())
    await listener.query('select 1')
    expect(heard).toEqual(['sample'])
  } finally {
    await listener.end()
  }
})

test('only a job or script of the installation imports', async () => {
  const person = personActor('01900000-0000-7000-8000-000000000000', '01900000-0000-7000-8000-000000000001')
  for (const actor of [anonymous, person]) await expect(importCourse(actor, sample())).rejects.toThrow(Denied)
  expect(await counts()).toEqual(nothing)
})

describe('export', () => {
  test('gives back the files byte for byte, and importing them changes nothing', async () => {
    const files = sampleCourse()
    await importCourse(importer, checked(files))
    const exported = await exportCourse(importer, 'sample')
    expect(Object.fromEntries(exported)).toEqual(Object.fromEntries(files))
    const report = await importCourse(importer, checked(exported))
    expect([report.content, report.lessons.created]).toEqual(['unchanged', []])
    expect(await counts()).toEqual(whole)
  })

  test('holds what was edited in the app, and importing that keeps it', async () => {
    await importCourse(importer, sample())
    await editInApp('1.2', 'A short lesson', 'Edited by an author')
    const exported = await exportCourse(importer, 'sample')
    expect(exported.get('1.2/en.md')).toContain('Edited by an author')
    await importCourse(importer, checked(exported))
    expect(await exportCourse(importer, 'sample')).toEqual(exported)
  })

  test('is for the installation itself, because the bank holds its keys', async () => {
    await importCourse(importer, sample())
    await expect(exportCourse(anonymous, 'sample')).rejects.toThrow(NotFound)
  })

  test('of a course that is not there is not found', async () => {
    await expect(exportCourse(importer, 'sample')).rejects.toThrow(NotFound)
  })
})
