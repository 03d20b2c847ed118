import { z } from 'zod'
import { type Manifest, parseManifest, parseSources, type Sources } from './manifest'
import type { Parsed } from './read-file'

/** What `CourseRevision.manifest` holds: the two JSON files letter by letter, so that an export gives them back. */
export const storedManifestSchema = z.strictObject({ course: z.string(), sources: z.string().nullable() })
export type StoredManifest = z.infer<typeof storedManifestSchema>

/** Reads what was checked before it was stored. @throws when it no longer passes: the database is not what we wrote */
export function readStoredManifest(stored: unknown): { manifest: Manifest; sources: Sources } {
  const { course, sources } = storedManifestSchema.parse(stored)
  return { manifest: trusted(parseManifest(course)).document, sources: trusted(parseSources(sources ?? '{}')).document }
}

/** The value of something that was read before without a fault. @throws when it now has one */
export function trusted<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  const [fault] = parsed.faults
  throw new Error(`stored content does not parse: ${fault?.file}:${fault?.line} ${fault?.message}`)
}
