import { route } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { own } from '@/lib/access/scope'
import { recordEvents } from '@/lib/progress/commands'
import { batchSchema } from '@/lib/progress/schema'

export const POST = route({
  permission: 'progress.record',
  input: batchSchema,
  handle: async ({ actor, input }) => {
    await limit('progress.record', own(actor).personId)
    return recordEvents(actor, input)
  },
})
