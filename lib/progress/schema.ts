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

/** Whose it is, as the device has read it in the cookie for scripts. A page of an older build does not say it. */
export const ownerSchema = z
  .string()
  .regex(/^[\w-]{22}$/)
  .optional()

/**
 * One sync: what the device has not yet handed over, and the cursor of the last answer.
 * An empty batch only asks what is new. An event that this build cannot read is left out: it must not hold up the others.
 */
export const batchSchema = z.strictObject({
  owner: ownerSchema,
  events: z
    .array(z.unknown())
    .max(200)
    .transform((events) => events.flatMap((event) => eventSchema.safeParse(event).data ?? [])),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})

export type Batch = z.infer<typeof batchSchema>
