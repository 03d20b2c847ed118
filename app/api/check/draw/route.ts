import { route } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { drawAttempt } from '@/lib/quizzes/commands'
import { drawSchema } from '@/lib/quizzes/schema'

export const POST = route({
  permission: 'public',
  input: drawSchema,
  admit: ({ network }) => limit('check.draw', network),
  handle: ({ actor, input }) => drawAttempt(actor, input),
})
