import type { Actor } from '@/lib/access/actor'
import { filePath } from './file-place'
import { getCourseSources } from './queries'
import { readStoredManifest, storedManifestSchema } from './revision'

/**
 * A course as the files it was imported from, byte for byte, with what was edited in the app since.
 * @returns path inside the folder → text
 * @throws NotFound when there is no such course
 */
export async function exportCourse(actor: Actor, courseId: string): Promise<Map<string, string>> {
  const { revision, lessons } = await getCourseSources(actor, courseId)
  const stored = storedManifestSchema.parse(revision.manifest)
  const { manifest } = readStoredManifest(stored)
  const files = new Map([[filePath({ part: 'manifest' }), stored.course]])
  if (stored.sources !== null) files.set(filePath({ part: 'sources' }), stored.sources)
  for (const { part, locale, markdown } of revision.texts) files.set(filePath({ part, locale: locale }), markdown)
  for (const { id } of manifest.lessons)
    for (const { locale, markdown } of lessons.find((lesson) => lesson.id === id)?.texts ?? [])
      files.set(filePath({ part: 'lesson', lesson: id, locale: locale }), markdown)
  return files
}
