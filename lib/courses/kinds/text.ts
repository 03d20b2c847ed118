import type { BlockBase } from '../block'
import { blockSchema, type Kind, richSchema } from '../kind'
import type { Rich } from '../rich'

export interface TextBlock extends BlockBase<'text'> {
  body: Rich
}

export const text: Kind<TextBlock> = {
  name: 'text',
  counts: false,
  needsNote: false,
  seconds: 0,
  schema: blockSchema('text', { body: richSchema }),
  parse: (section) => ({ body: section.chapters() }),
  structure: () => ({}),
  example: `:::text{#door}
## A door that opens

A visitor looks at your desk before they speak.

1. **Look up** Greet the person before the screen.
2. **Wait** Give the first sentence time.
:::
`,
}
