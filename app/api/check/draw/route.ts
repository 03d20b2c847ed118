import { addressPrefix } from '@/lib/access/address'
import { route } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { drawAttempt } from '@/lib/quizzes/commands'
import { drawSchema } from '@/lib/quizzes/schema'

export const POST = route({
  permission: 'public',
  input: drawSchema,
  admit: ({ request }) => limit('check.draw', addressPrefix(request.headers.get('x-forwarded-for'))),
  handle: ({ actor, input }) => drawAttempt(actor, input),
})
