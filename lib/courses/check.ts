import { aboutStructure } from './about'
import type { Fault } from './fault'
import { drawFaults, finalCheckStructure } from './final-check'
import { glossaryStructure } from './glossary'
import { cardFaults } from './check-cards'
import { referenceFaults } from './check-references'
import { type CourseFiles, type CoursePackage, type Editions, inLocale } from './package'
import type { FileRead, Parsed } from './read-file'
import { readPackage } from './read-package'
import { firstDifference, lessonStructure } from './structure'

/**
 * Checks a whole course folder: every file by itself, translations against their source, and all that points
 * from one file to another. Pure; it never throws, whatever the files hold.
 * @param files path inside the folder → text
 */
export function checkPackage(files: CourseFiles): Parsed<CoursePackage> {
  const read = readPackage(files)
  if (!read.ok) return read
  const course = read.value
  const source = course.manifest.document.source
  const translations = <T>(editions: Editions<FileRead<T>>, structure: (document: T) => unknown) =>
    translationFaults(editions, source, structure)
  const faults = [
    ...missingFaults(course),
    ...translations(course.about, aboutStructure),
    ...translations(course.glossary, glossaryStructure),
    ...translations(course.check, finalCheckStructure),
    ...[...course.lessons.values()].flatMap((editions) => translations(editions, lessonStructure)),
    ...orderFaults(course),
    ...bankFaults(course),
    ...referenceFaults(course),
    ...cardFaults(course),
  ]
  return faults.length > 0 ? { ok: false, faults } : read
}

/** The source language has everything; the others have what they have. */
function missingFaults({ manifest, about, check, lessons }: CoursePackage): Fault[] {
  const { source } = manifest.document
  const missing = (line: number, file: string) => ({ file: 'course.json', line, message: `\`${file}\` is missing` })
  return [
    ...(inLocale(about, source) ? [] : [missing(1, `${source}.md`)]),
    ...(inLocale(check, source) ? [] : [missing(manifest.lineOf(['check']), `check/${source}.md`)]),
    ...[...lessons].flatMap(([id, editions], index) =>
      inLocale(editions, source) ? [] : [missing(manifest.lineOf(['lessons', index]), `${id}/${source}.md`)],
    ),
  ]
}

function translationFaults<T>(
  editions: Editions<FileRead<T>>,
  source: string,
  structure: (document: T) => unknown,
): Fault[] {
  const original = inLocale(editions, source)
  if (!original) return []
  return editions.flatMap(({ file, read }) => {
    const found = firstDifference(structure(original.read.document), structure(read.document))
    return found ? [{ file, line: read.lineOf(found.path), message: found.message }] : []
  })
}

/** Modules and paths stand in the course text in the order of the manifest. */
function orderFaults({ manifest, about }: CoursePackage): Fault[] {
  const { source, modules, paths } = manifest.document
  const text = inLocale(about, source)
  if (!text) return []
  const wanted = { modules: modules.map((id) => ({ id })), paths: paths.map(({ id }) => ({ id })) }
  const { document, lineOf } = text.read
  const found = firstDifference(wanted, {
    modules: document.modules.map(({ id }) => ({ id })),
    paths: document.paths.map(({ id }) => ({ id })),
  })
  return found
    ? [
        {
          file: text.file,
          line: lineOf(found.path),
          message: found.message.replace('the source language', 'course.json'),
        },
      ]
    : []
}

function bankFaults({ manifest, check }: CoursePackage): Fault[] {
  const bank = inLocale(check, manifest.document.source)
  if (!bank) return []
  const { document, lineOf } = bank.read
  return drawFaults(document.items, manifest.document.check).map(({ index, message }) => ({
    file: bank.file,
    line: lineOf(['items', index]),
    message,
  }))
}
