import type access from '@/messages/en/access.json'
import type certificates from '@/messages/en/certificates.json'
import type courses from '@/messages/en/courses.json'
import type help from '@/messages/en/help.json'
import type people from '@/messages/en/people.json'
import type progress from '@/messages/en/progress.json'
import type quizzes from '@/messages/en/quizzes.json'
import type search from '@/messages/en/search.json'
import type site from '@/messages/en/site.json'
import type { Locale } from './locales'

/** Every sentence of the interface, one file per noun; English fixes the shape. */
export interface Messages {
  access: typeof access
  certificates: typeof certificates
  courses: typeof courses
  help: typeof help
  people: typeof people
  progress: typeof progress
  quizzes: typeof quizzes
  search: typeof search
  site: typeof site
}

const nouns = [
  'access', 'certificates', 'courses', 'help', 'people', 'progress', 'quizzes', 'search', 'site',
] as const

/** The messages of one noun in one language. */
export const loadMessagesOf = async <Noun extends keyof Messages>(locale: Locale, noun: Noun): Promise<Messages[Noun]> =>
  (await import(`../../messages/${locale}/${noun}.json`)).default

/** Loads the messages of one language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const files = await Promise.all(nouns.map(async (noun) => [noun, await loadMessagesOf(locale, noun)] as const))
  return Object.fromEntries(files) as unknown as Messages
}
