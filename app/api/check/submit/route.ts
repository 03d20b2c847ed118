import { route } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { submitAttempt } from '@/lib/quizzes/commands'
import { submitSchema } from '@/lib/quizzes/schema'

export const POST = route({
  permission: 'public',
  input: submitSchema,
  admit: ({ network }) => limit('check.submit', network),
  handle: ({ actor, input }) => submitAttempt(actor, input),
})
