import { z } from 'zod'

/**
 * Ids are permanent, part of addresses and keys of stored JSON. `constructor` is the one word
 * in kebab-case that every JavaScript object already answers to.
 */
const notReserved = (id: string): boolean => id !== 'constructor'

/** The id of a block, an item, an option, a term: `kebab-case`. */
export const idSchema = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: ({ input }) => `the id \`${String(input)}\` is not kebab-case` })
  .refine(notReserved, 'the id `constructor` is reserved')

/** Folders of a course that hold something else than a lesson. */
const folders = ['cards', 'check', 'glossary']

/** The id of a lesson or module: `6.3`, `b2.1`, `8`. It names a folder, so it never holds a slash or two dots. */
export const lessonIdSchema = z
  .string()
  .max(20)
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, { error: ({ input }) => `\`${String(input)}\` is not the id of a lesson` })
  .refine((id) => notReserved(id) && !folders.includes(id), 'this id is reserved')

/** The id of a source: `SD1`, `R36`, `P`. */
export const sourceIdSchema = z
  .string()
  .regex(/^[A-Z]{1,4}\d{0,4}[a-z]?$/, { error: ({ input }) => `\`${String(input)}\` is not the id of a source` })
