import { z } from 'zod'
import type { BlockBase } from '../block'
import { blockSchema, type Kind, richSchema } from '../kind'
import { limits } from '../limits'
import { countWords } from '../reading'
import type { Rich } from '../rich'

/** A composite voice: written for the course, labelled so wherever it is shown. */
export interface TestimonyBlock extends BlockBase<'testimony'> {
  /** The number of the voice in the curriculum, `T1`. */
  ref?: string
  body: Rich
  /** What helped, in a few words. */
  helped?: Rich
}

export const testimony: Kind<TestimonyBlock> = {
  name: 'testimony',
  counts: false,
  needsNote: true,
  seconds: 0,
  schema: blockSchema('testimony', {
    ref: z
      .string()
      .regex(/^T\d{1,2}$/, '`ref` is T and a number')
      .optional(),
    body: richSchema.refine(
      (body) => countWords(body) <= limits.testimonyWords,
      `a testimony has ${limits.testimonyWords} words at most`,
    ),
    helped: richSchema.optional(),
  }),
  parse: (section) => ({
    ref: section.attribute('ref'),
    body: section.rich(),
    helped: section.leaf('helped', (leaf) => leaf.rich()),
  }),
  structure: ({ ref, helped }) => ({ ref, helped: helped !== undefined }),
  example: `:::testimony{#between-two ref=T1}
## Between two questions

::note[Someone tells about being asked too much.]

At work they ask about my husband. In the bar they ask where I am really from.

With Mira I am just the one who is always late.

::helped[A colleague who asked about my weekend, and listened.]
:::
`,
}
