import { z } from 'zod'
import { idSchema, lessonIdSchema } from './ids'

/** The parts of an address that name a course, and a lesson in it. */
export const courseParams = { course: idSchema }
export const lessonParams = { lesson: lessonIdSchema }

/** The address of a card says only its place in the course, from 1: no topic. */
export const cardParams = { card: z.string().regex(/^[1-9]\d{0,2}$/).transform(Number) }
