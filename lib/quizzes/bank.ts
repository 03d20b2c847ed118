import type { Item } from '@/lib/courses/item'
import type { Manifest } from '@/lib/courses/manifest'
import type { Locale } from '@/lib/i18n/locales'

/** The items of the final check in one language, as one revision of the course has them. With keys: server only. */
export interface Bank {
  revisionId: string
  /** The language of the items: the one asked for, or that of the source. */
  locale: Locale
  /** The translation still needs a reviewer. */
  draft: boolean
  items: Item[]
  /** How many families are drawn, how many of them about safety, and the share of points to reach. */
  settings: Manifest['check']
  /** Titles of lessons, for the places to reread. */
  titles: Readonly<Record<string, string>>
}

/** Parallel items, of which a learner meets one at a time. An item without a family is its own. */
export interface Family {
  id: string
  items: Item[]
  critical: boolean
}

export function families(items: readonly Item[]): Family[] {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const id = item.family ?? item.id
    found.set(id, [...(found.get(id) ?? []), item])
  }
  return [...found].map(([id, members]) => ({ id, items: members, critical: members.some(({ critical }) => critical) }))
}
