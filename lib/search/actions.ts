'use server'

import { action } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { searchPlaces } from './queries'
import { searchSchema } from './schema'

/** Looks for places. What was asked comes back with the answer, and is kept nowhere else. */
export const search = action({
  permission: 'public',
  input: searchSchema,
  handle: async ({ actor, input, network }) => {
    await limit('search', network)
    return { query: input.query, ...(await searchPlaces(actor, input)) }
  },
})
