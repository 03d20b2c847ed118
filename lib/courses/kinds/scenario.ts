import { z } from 'zod'
import type { BlockBase, Fit } from '../block'
import { idSchema } from '../ids'
import { blockSchema, distinct, fitSchema, idsUnder, type Kind, listOf, richSchema } from '../kind'
import { routeFaults } from '../routes'
import type { Rich } from '../rich'
import type { Section } from '../section'

export interface ScenarioChoice {
  id: string
  fit: Fit
  /** Id of the node that follows. */
  to: string
  text: Rich
  /** What happens, seen from the person. */
  consequence: Rich
  why: Rich
}

export interface ScenarioNode {
  id: string
  setting: Rich
  /** What the person says. */
  line?: Rich
  question?: Rich
  /** Set on an ending, which has no choices. */
  ending?: Fit
  choices: ScenarioChoice[]
}

export interface ScenarioBlock extends BlockBase<'scenario'> {
  place?: string
  start: string
  nodes: ScenarioNode[]
}

const choice = z.strictObject({
  id: idSchema,
  fit: fitSchema,
  to: idSchema,
  text: richSchema,
  consequence: richSchema,
  why: richSchema,
})

const node = z.strictObject({
  id: idSchema,
  setting: richSchema,
  line: richSchema.optional(),
  question: richSchema.optional(),
  ending: fitSchema.optional(),
  choices: z.array(choice).max(4, '2–4 choices are allowed'),
})

/** What happens, what the person says, the question: the last paragraph before the choices. An ending asks nothing. */
function readNode(section: Section) {
  const id = section.id
  const ending = section.attribute('ending')
  if (ending !== undefined) return { id, ending, setting: section.rich(), choices: readChoices(section) }
  const before = section.paragraphs()
  const line = section.quote()
  const after = line ? section.paragraphs() : before.splice(-1)
  if (after.length > 1)
    section.reader.fault(section.node, 'after what the person says, one paragraph holds the question')
  return {
    id,
    setting: { rich: before.flatMap(({ rich }) => rich) },
    line,
    question: after[0] ?? { rich: [] },
    choices: readChoices(section),
  }
}

const readChoices = (section: Section) =>
  section.sections('choice', (choice) => ({
    id: choice.id,
    fit: choice.attribute('fit'),
    to: choice.attribute('to'),
    text: choice.paragraph(),
    consequence: choice.paragraph(),
    why: choice.rich(),
  }))

export const scenario: Kind<ScenarioBlock> = {
  name: 'scenario',
  counts: true,
  needsNote: true,
  seconds: 45,
  schema: blockSchema('scenario', {
    place: z.string().min(1).optional(),
    start: idSchema,
    nodes: listOf(node, 'nodes', 2),
  })
    .superRefine(
      distinct(({ nodes }) => [
        ...idsUnder(nodes, 'nodes'),
        ...nodes.flatMap(({ choices }, index) => idsUnder(choices, 'nodes', index, 'choices')),
      ]),
    )
    .superRefine((block, context) => {
      for (const { path, message } of routeFaults(block)) context.addIssue({ code: 'custom', path, message })
    }),
  parse: (section) => ({
    start: section.attribute('start'),
    place: section.leaf('place', (leaf) => leaf.plain()),
    nodes: section.sections('node', readNode),
  }),
  structure: ({ place, start, nodes }) => ({
    start,
    place: place !== undefined,
    nodes: nodes.map(({ id, ending, line, choices }) => ({
      id,
      ending,
      line: line !== undefined,
      choices: choices.map(({ id, fit, to }) => ({ id, fit, to })),
    })),
  }),
  example: `:::::scenario{#full-room start=wrong-name}
## A full waiting room

::note[Someone is called by a name that is not theirs.]

::place[Waiting room, a quarter past nine]

::::node{#wrong-name}
You read a name from the screen. Nobody stands up at first.

> “I think you mean me.”

The room is listening. What do you say?

:::choice{#come-along fit=best to=thanks}
“Please come with me.”

They stand up, and nobody learns anything about them.

A short sentence keeps it between you two. Ask for the right name behind the door.
:::

:::choice{#check-aloud fit=harmful to=gone}
“So this is not your name?”

Six people look up from their phones.

The question is fair, the place is not. Ask it where only one person hears it.
:::
::::

::::node{#thanks ending=best}
Behind the door they tell you which name to use.
::::

::::node{#gone ending=costly}
They pick up their coat and leave. The door is still open tomorrow.
::::
:::::
`,
}
