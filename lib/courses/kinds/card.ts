import type { BlockBase } from '../block'
import { cardShape } from '../card-shape'
import { blockSchema, type Kind, richSchema } from '../kind'
import type { Rich } from '../rich'

/** A quick reference, to print or to read instead of another block. */
export interface CardBlock extends BlockBase<'card'> {
  body: Rich
}

export const card: Kind<CardBlock> = {
  name: 'card',
  counts: false,
  needsNote: false,
  seconds: 0,
  schema: blockSchema('card', { body: richSchema }),
  parse: (section) => ({ body: section.chapters() }),
  structure: ({ body }) => ({ body: cardShape(body) }),
  example: `:::card{#first-words}
## First words

### Say
- “Thank you for telling me.”

### Avoid
- questions that only serve the form
:::
`,
}
