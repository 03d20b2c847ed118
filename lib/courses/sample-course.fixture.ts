import { checkPackage } from './check'
import { listFaults } from './fault'
import { kinds } from './kinds'

/** A small course without a fault, with every kind of block, in two languages. For tests. */
export const sampleCourse = (): Map<string, string> =>
  new Map([
    ['course.json', `${JSON.stringify(sampleManifest, null, 2)}\n`],
    ['sources.json', '{\n  "R1": { "title": "A report", "year": 2024, "url": "https://example.org/report" }\n}\n'],
    ['en.md', about('Safer desks', 'Before you start')],
    ['nl.md', about('Veiligere loketten', 'Voor je begint')],
    ['glossary/en.md', glossary('desk', 'A table with two sides.')],
    ['glossary/nl.md', glossary('loket', 'Een tafel met twee kanten.')],
    ['check/en.md', check('What do you say first?')],
    ['check/nl.md', check('Wat zeg je eerst?')],
    ['cards/en.md', deck('Cards', ownCard('At the desk', 'Stand up at the :term[desk]{#desk}.'))],
    ['cards/nl.md', deck('Kaarten', ownCard('Aan het loket', 'Sta op aan het :term[loket]{#desk}.'))],
    ['1.1/en.md', everyKind('Every kind of block')],
    ['1.1/nl.md', everyKind('Elke soort blok')],
    [
      '1.2/en.md',
      shortLesson('A short lesson', 'Stand at the :term[desk]{#desk}, then read [the card](lesson:1.1#first-words).'),
    ],
    [
      '1.2/nl.md',
      shortLesson('Een korte les', 'Ga aan het :term[loket]{#desk} staan, en lees [de kaart](lesson:1.1#first-words).'),
    ],
  ])

const sampleManifest = {
  id: 'sample',
  edition: '1',
  source: 'en',
  modules: ['1'],
  lessons: [
    { id: '1.1', module: '1', minutes: 8, sources: ['R1'] },
    { id: '1.2', module: '1', minutes: 3, sources: [] as string[] },
  ],
  paths: [{ id: 'essentials', lessons: ['1.1', '1.2'] }],
  check: { draw: 1, critical: 1, pass: 0.8 },
  cards: ['1.1#first-words', 'at-the-desk'],
}

/** The faults of the sample course after a change to its files, one a line. */
export function faultsAfter(change: (files: Map<string, string>) => void): string {
  const files = sampleCourse()
  change(files)
  const checked = checkPackage(files)
  return checked.ok ? '' : listFaults(checked.faults)
}

/** Changes words in one file. */
export const edit = (file: string, from: string | RegExp, to: string) => (files: Map<string, string>) => {
  const text = files.get(file) ?? ''
  const edited = text.replace(from, to)
  if (edited === text) throw new Error(`nothing to change in ${file}`)
  files.set(file, edited)
}

/** Replaces fields of course.json. */
export const manifest = (change: object) => (files: Map<string, string>) =>
  void files.set('course.json', JSON.stringify({ ...sampleManifest, ...change }))

const about = (title: string, module: string): string => `# ${title}

:::summary
${title} in one sentence.
:::

:::module{#1}
## ${module}
:::

:::path{#essentials}
## ${title}
For everyone.
:::
`

const glossary = (term: string, meaning: string): string => `# ${term}

:::term{#desk}
## ${term}
${meaning}
:::
`

/** `cards/<locale>.md` with these cards. */
export const deck = (title: string, ...cards: string[]): string => `# ${title}\n\n${cards.join('\n')}`

const ownCard = (title: string, line: string): string => `:::card{#at-the-desk}
## ${title}
${title}, with someone who waits.

### Do
- ${line}
:::
`

const check = (question: string): string => `# Final check

${['first', 'second'].map((id) => checkItem(id, question)).join('\n')}`

const checkItem = (
  id: string,
  question: string,
): string => `::::item{#${id} kind=single family=words critical=K4 reread="1.1#first-words"}
### ${id}
${question}

:::option{#a right}
“Good morning.”

It asks for nothing.
:::

:::option{#b}
“Your number?”

The person becomes a file.
:::

:::option{#c}
Nothing.

Silence can feel cold.
:::
::::
`

/** The examples of all kinds in one lesson, `today` last. */
const everyKind = (title: string): string => `# ${title}

:::aim
${title}.
:::

${Object.values(kinds)
  .map(({ example }) => example)
  .join('\n')}`

const shortLesson = (title: string, text: string): string => `# ${title}

:::aim
${title}.
:::

:::text{#intro}
## ${title}
${text}
:::

${kinds.today.example}`
