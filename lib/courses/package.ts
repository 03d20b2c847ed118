import type { Locale } from '@/lib/i18n/locales'
import type { About } from './about'
import type { CardDeck } from './card-deck'
import type { FinalCheck } from './final-check'
import type { Glossary } from './glossary'
import type { Manifest, Sources } from './manifest'
import type { ParsedLesson } from './parse'
import type { FileRead } from './read-file'

/** The files of one course folder: path inside the folder, and text. */
export type CourseFiles = ReadonlyMap<string, string>

/** Something in one language, with the path of its file. */
export interface Edition<T> {
  file: string
  locale: Locale
  text: string
  read: T
}

/** All languages of one thing. */
export type Editions<T> = Edition<T>[]

/** A course folder that was read; whole and without a fault once check.ts has let it pass. */
export interface CoursePackage {
  manifest: FileRead<Manifest>
  sources: FileRead<Sources>
  files: CourseFiles
  about: Editions<FileRead<About>>
  glossary: Editions<FileRead<Glossary>>
  check: Editions<FileRead<FinalCheck>>
  cards: Editions<FileRead<CardDeck>>
  /** In the order of the manifest. */
  lessons: ReadonlyMap<string, Editions<ParsedLesson>>
}

/** The edition in one language. */
export const inLocale = <T>(editions: Editions<T>, locale: string): Edition<T> | undefined =>
  editions.find((edition) => edition.locale === locale)
