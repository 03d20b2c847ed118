import { relative } from 'node:path'
import { checkPackage } from '@/lib/courses/check'
import { editorialFaults } from '@/lib/courses/editorial'
import { type Fault, listFaults } from '@/lib/courses/fault'
import type { CoursePackage } from '@/lib/courses/package'
import { endWith, Refusal } from '../refusal.mjs'
import { fingerprint } from './fingerprint'
import { courseFolders, readCourseFolder } from './read-folder'
import { report } from './report'

const usage =
  'Usage: npm run content:check [-- folder], or npm run content:import [-- folder]. A folder is one course. ' +
  'Or: node scripts/content.mjs index, which makes anew what the search finds, where the content has changed. ' +
  'Or: node scripts/content.mjs fingerprint folder…, the folders of texts that no lesson may repeat.'

/**
 * `check [folder]` reads one course, or all in prisma/content, and prints its faults, or its table and what an editor
 * would send back. `import [folder]` stores what has no fault, one transaction per course, and lets the search find it;
 * `index` does the latter alone, for every course that is stored.
 * Ends with exit code 1 after the faults of all courses are named. `fingerprint folder…` is told in fingerprint.ts.
 */
export async function contentCommand([verb, folder, ...rest]: string[]): Promise<void> {
  try {
    if (verb === 'fingerprint' && folder !== undefined) return console.log(await fingerprint([folder, ...rest]))
    if (verb === 'index' && folder === undefined) return await withDatabase(indexAll)
    if ((verb !== 'check' && verb !== 'import') || rest.length > 0) throw new Refusal(usage)
    const folders = await courseFolders(folder)
    const courses = await Promise.all(folders.map(readCourse))
    const read = courses.filter((course) => course !== undefined)
    if (read.length < courses.length) process.exitCode = 1
    else if (verb === 'import') await withDatabase(() => importAll(read))
    else for (const [index, course] of read.entries()) edit(course, folders[index] ?? '')
  } catch (error) {
    // The one place where a failure becomes a sentence and an exit code.
    endWith(error)
  }
}

async function readCourse(folder: string): Promise<CoursePackage | undefined> {
  const { files, faults } = await readCourseFolder(folder)
  const checked = faults.length > 0 ? { ok: false as const, faults } : checkPackage(files)
  if (checked.ok) return checked.value
  name(checked.faults, folder)
  return undefined
}

function edit(course: CoursePackage, folder: string): void {
  console.log(report(course))
  const faults = editorialFaults(course)
  if (faults.length > 0) {
    name(faults, folder)
    process.exitCode = 1
  } else console.log(`\n${course.manifest.document.id}: no faults`)
}

function name(faults: readonly Fault[], folder: string): void {
  const shown = relative(process.cwd(), folder)
  console.error(listFaults(faults.map((fault) => ({ ...fault, file: shown ? `${shown}/${fault.file}` : fault.file }))))
}

/** Checking needs no database: only what is done in here may load what connects to one. */
async function withDatabase(work: () => Promise<void>): Promise<void> {
  const [{ startDatabase }, { migrate }] = await Promise.all([import('../database.mjs'), import('../migrate.mjs')])
  const database = await startDatabase()
  process.env.DATABASE_URL = database.url
  await migrate(database.url)
  const { db } = await import('@/lib/db')
  try {
    await work()
  } finally {
    await db.$disconnect()
    await database.stop()
  }
}

async function importAll(courses: CoursePackage[]): Promise<void> {
  const [{ importCourse }, { systemActor }] = await Promise.all([import('@/lib/courses/commands'), import('@/lib/access/actor')])
  for (const course of courses) {
    const { id, content, lessons } = await importCourse(systemActor('content import'), course)
    const told = Object.entries(lessons)
      .filter(([, ids]) => ids.length > 0)
      .map(([state, ids]) => `${state} ${ids.join(', ')}`)
    console.log(`▸ ${id}: course ${content}; lessons: ${told.join('; ')}`)
  }
  await indexAll()
}

async function indexAll(): Promise<void> {
  const [{ indexCourses }, { systemActor }] = await Promise.all([import('@/lib/search/commands'), import('@/lib/access/actor')])
  for (const id of await indexCourses(systemActor('search index'))) console.log(`▸ ${id}: made ready for the search`)
}
