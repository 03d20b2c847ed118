import { systemActor } from '@/lib/access/actor'
import { checkPackage } from '@/lib/courses/check'
import { importCourse } from '@/lib/courses/commands'
import { listFaults } from '@/lib/courses/fault'
import { parseFinalCheck } from '@/lib/courses/final-check'
import { type ItemKind, itemKinds } from '@/lib/courses/item'
import { trusted } from '@/lib/courses/revision'

// A published course with a bank of every kind, for tests on Postgres.

/** Ids are in nothing that is shown. */
const spoken = (id: string) => id.replaceAll('-', ' ')

const option = (id: string, key: string) =>
  `:::option{#${id}${key}}\nWords of ${spoken(id)}.\n\nFeedback on ${spoken(id)}.\n:::`

const parts: Record<ItemKind, string> = {
  single: [option('wrong-a', ''), option('the-key', ' right'), option('wrong-b', '')].join('\n\n'),
  multiple: [option('yes-a', ' right'), option('no-a', ''), option('yes-b', ' right'), option('no-b', '')].join('\n\n'),
  node: [option('poor-one', ' fit=costly'), option('top-one', ' fit=best'), option('fine-one', ' fit=good')].join(
    '\n\n',
  ),
  order: ['one', 'two', 'three']
    .map((id) => `:::step{#step-${id}}\nWords of ${id}.\n\nFeedback on ${id}.\n:::`)
    .join('\n\n'),
  match: ['one', 'two', 'three']
    .map((id) => `:::pair{#pair-${id}}\nWords of ${id}.\n\nOther words of ${id}.\n\nFeedback on ${id}.\n:::`)
    .join('\n\n'),
}

const item = (kind: ItemKind, family: string, number: number, critical: boolean) =>
  `::::item{#${family}-${number} kind=${kind} family=${family} reread="6.3#talk"${critical ? ' critical=K3' : ''}}
### About ${family}
Question ${number} of ${family}.

${parts[kind]}
::::`

/** Twelve families, of which four about safety; two items in each; every kind. */
const bank = (title: string) =>
  [
    `# ${title}`,
    ...Array.from({ length: 12 }, (_, index) => {
      const kind = itemKinds[index % itemKinds.length]!
      const family = `${index < 4 ? 'safety' : 'other'}-${kind}-${index}`
      return [item(kind, family, 1, index < 4), item(kind, family, 2, index < 4)]
    }).flat(),
  ].join('\n\n')

const sourceBank = bank('Final check')

/** The items of the bank, keys included. */
export const bankItems = () => trusted(parseFinalCheck(sourceBank, { file: 'check/en.md' })).document.items

const lesson = (title: string) => `# ${title}

:::aim
You can answer.
:::

:::text{#talk}
## Talk
Words.
:::

:::today{#today}
## Today
Look around.

::done[Done]
:::
`

const about = (title: string) => `# ${title}

:::summary
A course.
:::

:::module{#6}
## Talk
:::

:::path{#all}
## All
For everyone.
:::
`

const manifest = (id: string) => ({
  id,
  edition: '1',
  source: 'en',
  modules: ['6'],
  lessons: [{ id: '6.3', module: '6', minutes: 3, sources: [] }],
  paths: [{ id: 'all', lessons: ['6.3'] }],
  check: { draw: 12, critical: 4, pass: 0.8 },
})

const courseId = 'a-course'

/** Publishes the course in English and Dutch; under another title it is another revision. */
export async function publishCourse(title = 'A course'): Promise<string> {
  const checked = checkPackage(
    new Map([
      ['course.json', JSON.stringify(manifest(courseId))],
      ['sources.json', '{}'],
      ['en.md', about(title)],
      ['nl.md', about(title)],
      ['6.3/en.md', lesson('If someone tells you')],
      ['6.3/nl.md', lesson('Als iemand het vertelt')],
      ['check/en.md', sourceBank],
      ['check/nl.md', bank('Eindtoets').replaceAll('Words', 'Woorden')],
    ]),
  )
  if (!checked.ok) throw new Error(listFaults(checked.faults))
  await importCourse(systemActor('test'), checked.value)
  return courseId
}
