import { z } from 'zod'
import { idSchema, lessonIdSchema } from '@/lib/courses/ids'
import { blockKinds, lessonKinds } from './event'

// Only ids of content, times and numbers: there is no field in which a sentence could travel. And only what a device
// makes: that a check was passed is known to the server, and never believed.
const stamp = {
  id: z.uuidv7().toLowerCase(),
  at: z.iso.datetime({ precision: 3 }),
  course: idSchema,
}
const inLesson = { ...stamp, lesson: lessonIdSchema, revision: z.int().positive().max(1_000_000).optional() }

const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...inLesson, kind: z.enum(lessonKinds) }),
  z.strictObject({ ...inLesson, kind: z.enum(blockKinds), block: idSchema }),
  z.strictObject({ ...stamp, kind: z.literal('commitment.written') }),
])

/**
 * One sync: what the device has not yet handed over, and the cursor of the last answer.
 * An empty batch only asks what is new.
 */
export const batchSchema = z.strictObject({
  events: z.array(eventSchema).max(200),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})

export type Batch = z.infer<typeof batchSchema>
