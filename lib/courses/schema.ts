import { idSchema, lessonIdSchema } from './ids'

/** The parts of an address that name a course, and a lesson in it. */
export const courseParams = { course: idSchema }
export const lessonParams = { lesson: lessonIdSchema }
