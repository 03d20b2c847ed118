import { z } from 'zod'
import type { BlockBase } from '../block'
import { idSchema } from '../ids'
import { blockSchema, distinct, idsOf, idsUnder, type Kind, listOf, richSchema } from '../kind'
import type { Rich } from '../rich'
import type { Section } from '../section'

export interface ChecklistBlock extends BlockBase<'checklist'> {
  intro: Rich
  groups: { heading?: string; checks: { id: string; text: Rich }[] }[]
}

const check = z.strictObject({ id: idSchema, text: richSchema })
const group = z.strictObject({ heading: z.string().min(1).optional(), checks: listOf(check, 'checks', 1) })

/** The checks up to the next `###` heading, then those under each heading. */
function readGroups(section: Section) {
  const groups: { heading?: string; checks: object[] }[] = []
  for (;;) {
    const heading = section.heading(3)
    const checks = section.leaves('check', (leaf) => ({ id: leaf.id, text: leaf.rich() }))
    if (heading === undefined && checks.length === 0) return groups
    groups.push({ ...(heading !== undefined && { heading }), checks })
  }
}

export const checklist: Kind<ChecklistBlock> = {
  name: 'checklist',
  counts: true,
  needsNote: false,
  seconds: 30,
  schema: blockSchema('checklist', { intro: richSchema, groups: listOf(group, 'checks', 1) }).superRefine(
    distinct(({ groups }) => groups.flatMap(({ checks }, index) => idsUnder(checks, 'groups', index, 'checks'))),
  ),
  parse: (section) => ({ intro: section.rich(), groups: readGroups(section) }),
  structure: ({ groups }) => ({
    groups: groups.map(({ heading, checks }) => ({ heading: heading !== undefined, checks: idsOf(checks) })),
  }),
  example: `:::checklist{#my-desk}
## My own desk

Walk past it as a visitor would.

### Ears
::check[Can the queue hear a name?]{#queue}

### Eyes
::check[Can the person see who reads the screen?]{#screen}
:::
`,
}
