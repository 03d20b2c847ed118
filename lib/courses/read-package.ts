import { parseAbout } from './about'
import { parseCardDeck } from './card-deck'
import type { Fault } from './fault'
import { parseFinalCheck } from './final-check'
import { parseGlossary } from './glossary'
import { limits } from './limits'
import { parseManifest, parseSources } from './manifest'
import type { CourseFiles, CoursePackage, Editions } from './package'
import { parseLesson } from './parse'
import { type FilePlace, readFilePlace } from './file-place'
import type { Parsed } from './read-file'

/**
 * Reads every file of a course folder by itself. What they say about each other is for check.ts.
 * A file that nothing in the manifest refers to is a fault, so that none is forgotten or smuggled in.
 */
export function readPackage(files: CourseFiles): Parsed<CoursePackage> {
  if (files.size > limits.files) return refuse('course.json', `the folder holds more than ${limits.files} files`)
  const manifestText = files.get('course.json')
  if (manifestText === undefined) return refuse('course.json', 'the file is missing')
  const faults: Fault[] = []
  const keep = <T>(parsed: Parsed<T>): T | undefined => {
    if (parsed.ok) return parsed.value
    faults.push(...parsed.faults)
    return undefined
  }
  const manifest = keep(parseManifest(manifestText))
  const sources = keep(parseSources(files.get('sources.json') ?? '{}'))
  const known = manifest && new Set(manifest.document.lessons.map(({ id }) => id))
  const placed: { file: string; text: string; place: FilePlace }[] = []
  for (const [file, text] of files) {
    const place = readFilePlace(file)
    if (place && !(place.part === 'lesson' && known && !known.has(place.lesson))) placed.push({ file, text, place })
    else faults.push({ file, line: 1, message: 'nothing refers to this file' })
  }
  const editions = <T>(
    belongs: (place: FilePlace) => boolean,
    parse: (text: string, options: { file: string }) => Parsed<T>,
  ) =>
    placed.flatMap(({ file, text, place }): Editions<T> => {
      if (!('locale' in place) || !belongs(place)) return []
      const read = keep(parse(text, { file }))
      return read ? [{ file, locale: place.locale, text, read }] : []
    })
  const about = editions(({ part }) => part === 'about', parseAbout)
  const glossary = editions(({ part }) => part === 'glossary', parseGlossary)
  const check = editions(({ part }) => part === 'check', parseFinalCheck)
  const cards = editions(({ part }) => part === 'cards', parseCardDeck)
  const ids = known ?? new Set(placed.flatMap(({ place }) => (place.part === 'lesson' ? [place.lesson] : [])))
  const lessons = new Map(
    [...ids].map(
      (id) => [id, editions((place) => place.part === 'lesson' && place.lesson === id, parseLesson)] as const,
    ),
  )
  if (!manifest || !sources || faults.length > 0) return { ok: false, faults }
  return { ok: true, value: { manifest, sources, files, about, glossary, check, cards, lessons } }
}

const refuse = (file: string, message: string): Parsed<never> => ({ ok: false, faults: [{ file, line: 1, message }] })
