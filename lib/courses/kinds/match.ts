import type { BlockBase } from '../block'
import type { Part } from '../item'
import { blockSchema, distinct, idsOf, idsUnder, type Kind, listOf, richSchema } from '../kind'
import { partSchema, readPair } from '../read-items'
import type { Rich } from '../rich'

/** Each pair: `text` on the left, `other` on the right. */
export interface MatchBlock extends BlockBase<'match'> {
  intro: Rich
  pairs: Part[]
}

const pair = partSchema.refine(({ other }) => (other?.rich.length ?? 0) > 0, 'the right side of the pair is missing')

export const match: Kind<MatchBlock> = {
  name: 'match',
  counts: true,
  needsNote: false,
  seconds: 30,
  schema: blockSchema('match', { intro: richSchema, pairs: listOf(pair, 'pairs', 2, 8) }).superRefine(
    distinct(({ pairs }) => idsUnder(pairs, 'pairs')),
  ),
  parse: (section) => ({ intro: section.rich(), pairs: section.sections('pair', readPair) }),
  structure: ({ pairs }) => ({ pairs: idsOf(pairs) }),
  example: `::::match{#what-helps}
## What helps whom?

Match each moment with what you can do.

:::pair{#loud-hall}
The hall is loud.

Offer a quieter place.

A person who does not have to shout says more.
:::

:::pair{#long-form}
The form is long.

Say which lines may stay empty.

Nobody has to guess what you will do with the answer.
:::
::::
`,
}
