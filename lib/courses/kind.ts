import { z } from 'zod'
import { type BlockBase, fits } from './block'
import { idSchema } from './ids'
import { limits } from './limits'
import type { Rich } from './rich'
import type { Section } from './section'

/** What there is to know about a kind of block, except how it looks. Methods, so that a kind of any block is a Kind. */
export interface Kind<B extends BlockBase<string> = BlockBase<string>> {
  name: B['kind']
  /** Whether a learner has to try, skip or replace it to complete the lesson. */
  counts: boolean
  /** Whether a content note is required. */
  needsNote: boolean
  /** Seconds that it takes besides reading. */
  seconds: number
  /** The rules of a block of this kind, with the sentences a writer sees. */
  schema: z.ZodType<B>
  /** Reads what stands after heading and note, in the shape of the block; the schema judges it. */
  parse(section: Section): Record<string, unknown>
  /** What a translation must share, in the shape of the block with the words left out. */
  structure(block: B): Record<string, unknown>
  /** One block as a writer would write it. */
  example: string
}

/** A strict schema of a block: what every block has, and what this kind adds. */
export const blockSchema = <Name extends string, Shape extends z.ZodRawShape>(kind: Name, shape: Shape) =>
  z.strictObject({
    id: idSchema,
    kind: z.literal(kind),
    heading: z.string().min(1),
    note: z.string().min(1).optional(),
    instead: idSchema.optional(),
    ...shape,
  })

/** A fragment of text that is not empty. Its inside was checked when it was read (read-rich.ts). */
export const richSchema: z.ZodType<Rich> = z.strictObject({
  rich: z.array(z.custom<Rich['rich'][number]>((node) => typeof node === 'object' && node !== null)).min(1),
})

export const fitSchema = z.enum(fits)

/** A list that holds between `min` and `max` of something, told in words: `an item of this kind has 3–4 options`. */
export const listOf = <Member extends z.ZodType>(
  member: Member,
  what: string,
  min: number,
  max: number = limits.items,
) =>
  z
    .array(member)
    .min(min, `${range(min, max)} ${what} are needed`)
    .max(max, `${range(min, max)} ${what} are allowed`)

const range = (min: number, max: number): string =>
  max === limits.items ? (min === 1 ? 'one or more' : `${min} or more`) : min === max ? String(min) : `${min}–${max}`

/** Something with an id. While a file is read, the id can still be missing. */
interface Named {
  id?: string
}

/**
 * A rule for lists whose members have ids: no id twice. `ids` walks the value and says where each id stands.
 */
export const distinct =
  <T>(ids: (value: T) => Iterable<readonly [path: PropertyKey[], id: string | undefined]>) =>
  (value: T, context: z.RefinementCtx<T>): void => {
    const seen = new Set<string>()
    for (const [path, id] of ids(value)) {
      if (id === undefined) continue
      if (seen.has(id)) context.addIssue({ code: 'custom', path, message: `the id \`${id}\` is used twice` })
      seen.add(id)
    }
  }

/** The ids of a list that stands under a key, with their paths. */
export const idsUnder = (members: readonly Named[], ...path: PropertyKey[]) =>
  members.map((member, index): readonly [PropertyKey[], string | undefined] => [[...path, index], member.id])

/** The ids of a list, in order: what most structures consist of. */
export const idsOf = (members: readonly { id: string }[]): { id: string }[] => members.map(({ id }) => ({ id }))
