import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { violations } from './rules'

const root = resolve(__dirname, '../..')

function read(folder: string, into = new Map<string, string>()): Map<string, string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) read(path, into)
    else if (/\.(tsx?|css)$/.test(name)) into.set(relative(root, path), readFileSync(path, 'utf8'))
  }
  return into
}

test('nothing stands where the house does not want it', () => {
  const files = new Map(['app', 'components', 'lib', 'e2e'].flatMap((room) => [...read(join(root, room))]))
  expect(files.size).toBeGreaterThan(50)
  expect(violations(files).map(({ file, rule, what }) => `${file} ${what} (${rule})`)).toEqual([])
})

const actions = 'server functions stand in actions.ts, each built by a door that names its permission'

// Each rule is shown to bite.
const planted: [rule: string, path: string, text: string][] = [
  ['app opens doors, components show, lib decides', 'lib/courses/x.ts', "import { A } from '@/components/ui/a'"],
  ['app opens doors, components show, lib decides', 'components/ui/x.tsx', "import a from '../../app/globals'"],
  ['components take only schemas, types, pure files and actions from lib', 'components/courses/x.tsx', "import { getLesson } from '@/lib/courses/queries'"],
  ['areas import only leftwards', 'lib/courses/x.ts', "import { grade } from '../quizzes/grade'"],
  ['areas import only leftwards', 'lib/access/x.ts', "import type { P } from '@/lib/people/p'"],
  ['only queries, commands and report kinds touch the database', 'lib/courses/x.ts', "import { db } from '../db'"],
  ['only queries, commands and report kinds touch the database', 'app/[locale]/x/page.tsx', "import pg from 'pg'\nexport default page({ permission: 'public' })"],
  ['app holds only doors', 'app/[locale]/x/list.tsx', ''],
  ['every page and route is built by a door that names its permission', 'app/[locale]/x/page.tsx', 'export default function Page() {}'],
  ['every page and route is built by a door that names its permission', 'app/api/x/route.ts', 'export async function POST() {}'],
  ['every query and command takes the actor first', 'lib/courses/queries.ts', 'export async function getX(id: string) {}'],
  [actions, 'lib/courses/commands.ts', "'use server'"],
  [actions, 'lib/courses/actions.ts', "'use server'\nexport async function enrol(form: FormData) {}"],
  [actions, 'lib/courses/actions.ts', "'use server'\nexport const enrol = action({ schema })"],
  [actions, 'lib/courses/actions.ts', "export const enrol = action({ permission: 'public' })"],
  ['a name says what a file decides', 'lib/courses/index.ts', ''],
  ['a name says what a file decides', 'lib/courses/course-helpers.ts', ''],
  ['a name says what a file decides', 'lib/courses/courseView.ts', ''],
  ['a file of more than 250 lines hides two nouns', 'lib/courses/x.ts', '\n'.repeat(251)],
  ['every sentence is a message', 'components/courses/x.tsx', '<p>Nothing was lost.</p>'],
  ['every sentence is a message', 'components/courses/x.tsx', '<a aria-label="close it">{t}</a>'],
  ['no markup escapes the policy', 'components/courses/x.tsx', '<p style={{ color }}>{t}</p>'],
  ['directions are logical', 'components/ui/styles/x.css', '.a {\n  margin-left: 1rem;\n}'],
  ['directions are logical', 'components/ui/styles/x.css', '.a { margin-left: 1rem }'],
  ['directions are logical', 'components/ui/styles/x.css', '.a { color: red; text-align: right }'],
  ['directions are logical', 'components/ui/styles/x.css', '/* why */ .a { /* so */ border-top-left-radius: 0; }'],
  ['every query and command takes the actor first', 'lib/courses/queries.ts', 'export const getX = (id: string) => 1'],
  ['every query and command takes the actor first', 'lib/courses/commands.ts', 'export const setX = async ({ id }: X, actor: Actor) => 1'],
  ['every query and command takes the actor first', 'lib/courses/queries.ts', 'export const getX = cache(async (id: string) => 1)'],
  ['an area of lib is one of the nouns', 'lib/readiness/x.ts', ''],
  ['nothing that runs in the app comes from scripts', 'lib/courses/x.ts', "import { read } from '@/scripts/content/read-folder'"],
  ['components take only schemas, types, pure files and actions from lib', 'components/courses/x.tsx', "import { sessionCookie } from '@/lib/access/session'"],
  ['components show what they are given', 'components/courses/x.tsx', "const x = await fetch('/api/x')"],
  ['components/ui knows no noun', 'components/ui/x.tsx', "import { Block } from '../courses/block'"],
  ['components/ui knows no noun', 'components/ui/x.tsx', "import type { Lesson } from '@/lib/courses/lesson'"],
  ['only queries and commands touch the disk', 'lib/courses/x.ts', "import { readFileSync } from 'node:fs'"],
  ['only queries and commands touch the disk', 'components/courses/x.tsx', "import { readFile } from 'node:fs/promises'"],
  ['every page and route is built by a door that names its permission', 'app/api/x/route.ts', "export { POST } from '@/lib/courses/x'"],
  ['every page and route is built by a door that names its permission', 'app/api/x/route.ts', 'const h = () => 1\nexport { h as POST }'],
  ['every page and route is built by a door that names its permission', 'app/api/x/route.ts', "export * from '@/lib/courses/x'"],
  ['every page and route is built by a door that names its permission', 'app/api/x/route.ts', 'export const { GET, POST } = handlers'],
  ['every page and route is built by a door that names its permission', 'app/[locale]/x/page.tsx', "// export default page({ permission: 'public' })\nexport default () => 1"],
]

test.each(planted)('%s: a planted violation in %s is found', (rule, path, text) => {
  expect(violations(new Map([[path, text]])).map((found) => found.rule)).toContain(rule)
})

test('what is allowed stays allowed', () => {
  const fine = new Map([
    ['lib/courses/queries.ts', "import { db } from '../db'\nexport async function getX(actor: Actor, id: string) {}"],
    ['components/courses/x.tsx', "import type { getX } from '@/lib/courses/queries'\nimport { s } from '@/lib/courses/schema'"],
    ['app/api/x/route.ts', "export const GET = route({ permission: 'public', handle: () => 1 })"],
    ['lib/quizzes/x.ts', "import type { Item } from '@/lib/courses/item'"],
    ['lib/quizzes/queries.ts', "import { readFile } from 'node:fs/promises'\nexport const size = 5\nexport const getX = async (_actor: Actor) => 1"],
    ['lib/people/actions.ts', "'use server'\nexport const enrol = action({ permission: 'public', handle })\nexport const leave = action({\n  permission: 'public' })"],
    ['lib/clock.ts', ''],
    ['lib/i18n/x.ts', ''],
    ['lib/courses/x.test.ts', "import { read } from '@/scripts/content/read-folder'"],
    ['components/ui/post.ts', "const x = await fetch('/api/check')"],
    ['components/ui/x.tsx', "import { href } from '@/lib/i18n/href'"],
    ['components/ui/styles/x.css', '/* left: so */ .left { margin-inline-start: 1rem; text-align: start; inset-inline: 0 }'],
  ])
  expect(violations(fine)).toEqual([])
})
