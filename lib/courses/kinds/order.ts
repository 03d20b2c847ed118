import type { BlockBase } from '../block'
import type { Part } from '../item'
import { blockSchema, distinct, idsOf, idsUnder, type Kind, listOf, richSchema } from '../kind'
import { partSchema, readStep } from '../read-items'
import type { Rich } from '../rich'

/** The steps stand in their right order; the learner meets them mixed. */
export interface OrderBlock extends BlockBase<'order'> {
  intro: Rich
  steps: Part[]
}

export const order: Kind<OrderBlock> = {
  name: 'order',
  counts: true,
  needsNote: false,
  seconds: 30,
  schema: blockSchema('order', { intro: richSchema, steps: listOf(partSchema, 'steps', 3, 8) }).superRefine(
    distinct(({ steps }) => idsUnder(steps, 'steps')),
  ),
  parse: (section) => ({ intro: section.rich(), steps: section.sections('step', readStep) }),
  structure: ({ steps }) => ({ steps: idsOf(steps) }),
  example: `::::order{#mend}
## Mend it in three steps

Put the steps in the order in which you would take them.

:::step{#stop}
Stop.

The person hears at once that you have noticed.
:::

:::step{#say-sorry}
Say sorry, once.

Short, so that nobody has to comfort you.
:::

:::step{#go-on}
Go on with the right word.

Now the talk is about them again.
:::
::::
`,
}
