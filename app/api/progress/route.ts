import { route } from '@/lib/access/door'
import { limit } from '@/lib/access/limit'
import { own } from '@/lib/access/scope'
import { syncDevice } from '@/lib/progress/commands'
import { batchSchema } from '@/lib/progress/schema'

export const POST = route({
  permission: 'progress.record',
  input: batchSchema,
  admit: ({ actor }) => limit('progress.record', own(actor).personId),
  handle: async ({ actor, input }) => {
    await limit('progress.record', own(actor).personId, input.events.length)
    return syncDevice(actor, input)
  },
})
