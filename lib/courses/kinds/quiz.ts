import type { BlockBase } from '../block'
import type { Item } from '../item'
import { blockSchema, distinct, idsUnder, type Kind, listOf } from '../kind'
import { itemSchema, itemStructure, readItem } from '../read-items'

/** Practice: keys and feedback travel with the lesson and work offline. */
export interface QuizBlock extends BlockBase<'quiz'> {
  items: Item[]
}

export const quiz: Kind<QuizBlock> = {
  name: 'quiz',
  counts: true,
  needsNote: false,
  seconds: 30,
  schema: blockSchema('quiz', { items: listOf(itemSchema, 'items', 1, 20) }).superRefine(
    distinct(({ items }) => idsUnder(items, 'items')),
  ),
  parse: (section) => ({ items: section.sections('item', readItem) }),
  structure: ({ items }) => ({ items: items.map(itemStructure) }),
  example: `:::::quiz{#practice}
## Try it

::::item{#first-line kind=single}
### The first line
A visitor says nothing. What do you say?

:::option{#greet right}
“Good morning. Take your time.”

The person feels that there is no hurry. A greeting asks for nothing.
:::

:::option{#number}
“What is your number?”

The person becomes a file first. Ask for the number a little later.
:::

:::option{#wait}
Nothing. You wait too.

Silence can be kind, and it can feel cold. Look up at least.
:::
::::
:::::
`,
}
