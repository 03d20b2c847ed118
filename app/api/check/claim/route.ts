import { route } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { own } from '@/lib/access/scope'
import { claimTries } from '@/lib/quizzes/commands'
import { claimSchema } from '@/lib/quizzes/schema'

/** Counted with the syncs of a person: a device claims once for each check. */
export const POST = route({
  permission: 'progress.record',
  input: claimSchema,
  admit: ({ actor }) => limit('progress.record', own(actor).personId),
  handle: ({ actor, input }) => claimTries(actor, input),
})
