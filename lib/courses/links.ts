import { urlFrom } from '@/lib/url-from'
import { lessonIdSchema } from './ids'

/** Where a link of a lesson may lead. */
export type Target = { to: 'web'; url: string } | { to: 'lesson'; lesson: string; block?: string } | { to: 'help' }

/**
 * Reads the address of a link: `https://…`, `lesson:6.3#block-id`, `help:`.
 * @returns undefined for everything else: other schemes, relative addresses, addresses with a password
 */
export function readTarget(url: string): Target | undefined {
  if (url === 'help:') return { to: 'help' }
  const [, lesson, block] = /^lesson:([^#]+)(?:#([a-z0-9-]+))?$/.exec(url) ?? []
  if (lesson) return lessonIdSchema.safeParse(lesson).success ? { to: 'lesson', lesson, block } : undefined
  const parts = /^https?:\/\/[^\s\\]+$/.test(url) ? urlFrom(url) : undefined
  return !parts?.hostname || parts.username || parts.password ? undefined : { to: 'web', url }
}
