import type { BlockBase } from '../block'
import { blockSchema, type Kind, richSchema } from '../kind'
import type { Rich } from '../rich'

/** A question for oneself. What is written stays on the device. */
export interface ReflectBlock extends BlockBase<'reflect'> {
  prompt: Rich
}

export const reflect: Kind<ReflectBlock> = {
  name: 'reflect',
  counts: true,
  needsNote: false,
  seconds: 45,
  schema: blockSchema('reflect', { prompt: richSchema }),
  parse: (section) => ({ prompt: section.rich() }),
  structure: () => ({}),
  example: `:::reflect{#next-week}
## Next week

Which first sentence do you want to change?
:::
`,
}
