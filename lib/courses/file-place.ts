import { type Locale, locales } from '@/lib/i18n/locales'

/** What a file of a course folder is, told by its path alone. */
export type FilePlace<Language extends string = Locale> =
  | { part: 'manifest' }
  | { part: 'sources' }
  | { part: 'about'; locale: Language }
  | { part: 'glossary' | 'check' | 'cards'; locale: Language }
  | { part: 'lesson'; lesson: string; locale: Language }

const names = { 'course.json': 'manifest', 'sources.json': 'sources' } as const

/**
 * Reads the path of a file inside a course folder. Only the paths of prisma/content/README.md exist:
 * what is absolute, climbs with `..`, or is anything else is undefined.
 */
export function readFilePlace(path: string): FilePlace | undefined {
  if (path === 'course.json' || path === 'sources.json') return { part: names[path] }
  const [, folder, name] = /^(?:([a-z0-9]+(?:[.-][a-z0-9]+)*)\/)?([a-z]{2})\.md$/.exec(path) ?? []
  const locale = locales.find((known) => known === name)
  if (!locale) return undefined
  if (folder === undefined) return { part: 'about', locale }
  return folder === 'cards' || folder === 'check' || folder === 'glossary'
    ? { part: folder, locale }
    : { part: 'lesson', lesson: folder, locale }
}

/** The path of a file of a course folder: the reverse of readFilePlace. */
export function filePath(place: FilePlace<string>): string {
  if (place.part === 'manifest') return 'course.json'
  if (place.part === 'sources') return 'sources.json'
  if (place.part === 'about') return `${place.locale}.md`
  if (place.part === 'lesson') return `${place.lesson}/${place.locale}.md`
  return `${place.part}/${place.locale}.md`
}
