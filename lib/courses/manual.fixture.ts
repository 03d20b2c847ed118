import { courseFolders, readCourseFolder } from '@/scripts/content/read-folder'
import { checkPackage } from './check'
import { listFaults } from './fault'
import type { CoursePackage } from './package'

/** The languages in which the manual is whole, and reviewed. */
export const manualLanguages = ['en', 'nl'] as const

/** The course that ships with Haven, as its folder stands. For tests that judge the text itself. */
export async function readManual(): Promise<CoursePackage> {
  const folder = (await courseFolders(undefined)).find((path) => path.endsWith('safer-spaces')) ?? ''
  const { files, faults } = await readCourseFolder(folder)
  const checked = checkPackage(files)
  if (faults.length > 0) throw new Error(listFaults(faults))
  if (!checked.ok) throw new Error(listFaults(checked.faults))
  return checked.value
}
