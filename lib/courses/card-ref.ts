import { z } from 'zod'
import { idSchema, lessonIdSchema } from './ids'

/** Where a card for the counter is written: a card block of a lesson, or else an entry of `cards/<locale>.md`. */
export interface CardRef {
  id: string
  lesson?: string
}

/** Reads an entry of `cards` in course.json: `6.3#ten-minutes` or `interpreter`. */
export function readCardRef(text: string): CardRef {
  const at = text.indexOf('#')
  return at === -1 ? { id: text } : { id: text.slice(at + 1), lesson: text.slice(0, at) }
}

const parts = z.strictObject({ id: idSchema, lesson: lessonIdSchema.optional() })

export const cardRefSchema = z.string().refine((text) => parts.safeParse(readCardRef(text)).success, {
  error: ({ input }) => `a card is named \`lesson#block\` or \`id\`, not \`${String(input).slice(0, 60)}\``,
})
