import type { Locale } from './locales'

/** Address of a page in a language: `href('nl', '/courses')` → `/nl/courses`. Links are plain anchors: every page is one small, kept answer. */
export const href = (locale: Locale, path = ''): string => `/${locale}${path}`

export const cardPath = (number: number): string => `/cards/${number}`

export const lessonPath = (course: string, lesson: string, block?: string): string =>
  `/courses/${course}/${lesson}${block ? `#${block}` : ''}`
