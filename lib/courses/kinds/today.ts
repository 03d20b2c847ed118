import { z } from 'zod'
import type { BlockBase } from '../block'
import { blockSchema, type Kind, richSchema } from '../kind'
import type { Rich } from '../rich'

/** The last block of every lesson: one thing to do today. */
export interface TodayBlock extends BlockBase<'today'> {
  body: Rich
  /** Label of the tick box. */
  done: string
}

export const today: Kind<TodayBlock> = {
  name: 'today',
  counts: false,
  needsNote: false,
  seconds: 20,
  schema: blockSchema('today', { body: richSchema, done: z.string().min(1) }),
  parse: (section) => ({ body: section.rich(), done: section.leaf('done', (leaf) => leaf.plain()) }),
  structure: () => ({}),
  example: `:::today{#today}
## One chair

Sit in the visitor’s chair for a minute. What can you read from there?

::done[I have sat there]
:::
`,
}
