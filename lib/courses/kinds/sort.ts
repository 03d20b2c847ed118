import { z } from 'zod'
import type { BlockBase } from '../block'
import { idSchema } from '../ids'
import { blockSchema, distinct, idsOf, idsUnder, type Kind, listOf, richSchema } from '../kind'
import type { Rich } from '../rich'

export interface SortBlock extends BlockBase<'sort'> {
  intro: Rich
  bins: { id: string; label: string }[]
  entries: { id: string; bin: string; text: Rich; feedback: Rich }[]
}

const bin = z.strictObject({ id: idSchema, label: z.string().min(1) })
const entry = z.strictObject({ id: idSchema, bin: idSchema, text: richSchema, feedback: richSchema })

export const sort: Kind<SortBlock> = {
  name: 'sort',
  counts: true,
  needsNote: false,
  seconds: 30,
  schema: blockSchema('sort', {
    intro: richSchema,
    bins: listOf(bin, 'bins', 2, 4),
    entries: listOf(entry, 'entries', 2),
  })
    .superRefine(distinct(({ bins, entries }) => [...idsUnder(bins, 'bins'), ...idsUnder(entries, 'entries')]))
    .superRefine(({ bins, entries }, context) => {
      for (const [index, entry] of entries.entries())
        if (!bins.some(({ id }) => id === entry.bin))
          context.addIssue({ code: 'custom', path: ['entries', index], message: `there is no bin \`${entry.bin}\`` })
    }),
  parse: (section) => ({
    intro: section.rich(),
    bins: section.leaves('bin', (leaf) => ({ id: leaf.id, label: leaf.plain() })),
    entries: section.sections('entry', (entry) => ({
      id: entry.id,
      bin: entry.attribute('bin'),
      text: entry.paragraph(),
      feedback: entry.rich(),
    })),
  }),
  structure: ({ bins, entries }) => ({ bins: idsOf(bins), entries: entries.map(({ id, bin }) => ({ id, bin })) }),
  example: `::::sort{#habit-or-wish}
## Habit or wish?

Which of these does a visitor notice?

::bin[A habit]{#habit}
::bin[A wish]{#wish}

:::entry{#screen bin=habit}
The screen faces the wall.

Nobody in the queue can read along. Check it once from the other chair.
:::

:::entry{#poster bin=wish}
“We mean well” stands on a poster.

It is kind, and it changes nothing at the desk. Add one thing that you do.
:::
::::
`,
}
