import '../no-eval'
import { z } from 'zod'
import { locales } from '@/lib/i18n/locales'

/** Longest question, in UTF-16 units, as the field of a form counts them. */
export const longestQuery = 100

/** What is asked, and the language of the page. It travels in the body of a POST only, and is never stored. */
export const searchSchema = z.strictObject({
  query: z.string().trim().min(1, 'search.errors.empty').max(longestQuery, 'search.errors.long'),
  locale: z.enum(locales),
})

export type SearchInput = z.infer<typeof searchSchema>
