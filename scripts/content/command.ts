import { relative } from 'node:path'
import { checkPackage } from '@/lib/courses/check'
import { listFaults } from '@/lib/courses/fault'
import type { CoursePackage } from '@/lib/courses/package'
import { endWith, Refusal } from '../refusal.mjs'
import { courseFolders, readCourseFolder } from './read-folder'
import { report } from './report'

const usage = 'Usage: npm run content:check [-- folder], or npm run content:import [-- folder]. A folder is one course.'

/**
 * `check [folder]` reads one course, or all in prisma/content, and prints its faults or its table.
 * `import [folder]` does the same and then stores what has no fault, one transaction per course.
 * Ends with exit code 1 after the faults of all courses are named.
 */
export async function contentCommand([verb, folder, ...rest]: string[]): Promise<void> {
  try {
    if ((verb !== 'check' && verb !== 'import') || rest.length > 0) throw new Refusal(usage)
    const courses = (await courseFolders(folder)).map(readCourse)
    const read = (await Promise.all(courses)).filter((course) => course !== undefined)
    if (read.length < courses.length) process.exitCode = 1
    else if (verb === 'check') for (const course of read) console.log(report(course))
    else await importAll(read)
  } catch (error) {
    // The one place where a failure becomes a sentence and an exit code.
    endWith(error)
  }
}

async function readCourse(folder: string): Promise<CoursePackage | undefined> {
  const { files, faults } = await readCourseFolder(folder)
  const checked = faults.length > 0 ? { ok: false as const, faults } : checkPackage(files)
  if (checked.ok) return checked.value
  const shown = relative(process.cwd(), folder)
  console.error(
    listFaults(checked.faults.map((fault) => ({ ...fault, file: shown ? `${shown}/${fault.file}` : fault.file }))),
  )
  return undefined
}

/** Loaded only here: checking needs no database. */
async function importAll(courses: CoursePackage[]): Promise<void> {
  const [{ startDatabase }, { migrate }] = await Promise.all([import('../database.mjs'), import('../migrate.mjs')])
  const database = await startDatabase()
  process.env.DATABASE_URL = database.url
  await migrate(database.url)
  const [{ importCourse }, { systemActor }, { db }] = await Promise.all([
    import('@/lib/courses/commands'),
    import('@/lib/access/actor'),
    import('@/lib/db'),
  ])
  try {
    for (const course of courses) {
      const { id, content, lessons } = await importCourse(systemActor('content import'), course)
      const told = Object.entries(lessons)
        .filter(([, ids]) => ids.length > 0)
        .map(([state, ids]) => `${state} ${ids.join(', ')}`)
      console.log(`▸ ${id}: course ${content}; lessons: ${told.join('; ')}`)
    }
  } finally {
    await db.$disconnect()
    await database.stop()
  }
}
