/** One thing that stands where the house does not want it (README, "The house"). */
export interface Violation {
  rule: string
  file: string
  what: string
}

/** The areas of lib in the one order in which they may import each other: only leftwards. */
export const areas = [
  'access', 'mail', 'people', 'courses', 'search', 'progress', 'quizzes', 'certificates', 'cohorts',
  'meetings', 'testimonies', 'help', 'reports', 'authoring', 'translation',
]

/** What lib holds besides the areas. */
const besides = ['i18n']

interface SourceFile {
  path: string
  text: string
  /** The text without its comments. */
  code: string
  imports: { from: string; typeOnly: boolean }[]
}

type Rule = (file: SourceFile) => string[]

const withoutComments = (text: string) => text.replace(/(?<=^|\s|\{)\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** `import … from '…'`, `export … from '…'` and `import('…')`. */
function importsOf(path: string, code: string): SourceFile['imports'] {
  const found = [...code.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?[^'"`;]*?from\s+['"]([^'"]+)['"]/g)].map((m) => ({
    typeOnly: Boolean(m[2]),
    from: resolve(path, m[3] ?? ''),
  }))
  const bare = [...code.matchAll(/(?:^|\n)\s*import\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g)].map((m) => ({
    typeOnly: false,
    from: resolve(path, m[1] ?? m[2] ?? ''),
  }))
  return [...found, ...bare]
}

/** Turns `@/lib/x` and `../x` into a path from the project's root; a package keeps its name. */
function resolve(path: string, from: string): string {
  if (from.startsWith('@/')) return from.slice(2)
  if (!from.startsWith('.')) return from
  const parts = path.split('/').slice(0, -1)
  for (const step of from.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

const room = (path: string) => path.split('/')[0]
const area = (path: string) => (room(path) === 'lib' ? path.split('/')[1] : undefined)
const base = (path: string) => path.split('/').at(-1) ?? ''
const isTest = (path: string) => /\.test\.tsx?$|\.(arbitrary|fixture)\.tsx?$/.test(path)
const touchesDatabase = (path: string) => /^lib\/[^/]+\/(queries|commands)\.ts$/.test(path) || /^lib\/reports\/kinds\//.test(path)

/** The one place where the browser asks the server. */
const fetches = ['components/ui/post.ts']
const method = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/
/** A declaration that knows left from right, at the start of a line or of a block, or after another one. */
const physical =
  /(?<=^|[{;])\s*((?:[\w-]+-)?(?:left|right)(?:-(?:width|style|color|radius))?\s*:[^;}]*|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)/gm

const rules: Record<string, Rule> = {
  'app opens doors, components show, lib decides': (file) =>
    file.imports
      .filter(({ from }) => (room(file.path) === 'lib' && /^(app|components)\//.test(from)) || (room(file.path) === 'components' && from.startsWith('app/')))
      .map(({ from }) => `imports ${from}`),

  'nothing that runs in the app comes from scripts': (file) =>
    !['app', 'components', 'lib'].includes(room(file.path) ?? '') || isTest(file.path)
      ? []
      : file.imports.filter(({ from }) => from.startsWith('scripts/')).map(({ from }) => `imports ${from}`),

  'an area of lib is one of the nouns': (file) => {
    const own = area(file.path) ?? ''
    return !file.path.startsWith('lib/') || base(file.path) === own || [...areas, ...besides].includes(own)
      ? []
      : [`stands in lib/${own}`]
  },

  'components take only schemas, types, pure files and actions from lib': (file) =>
    room(file.path) !== 'components' || file.path.endsWith('.db.test.ts')
      ? []
      : file.imports
          .filter(({ from, typeOnly }) => !typeOnly && /^lib\/(db|env|access\/(session|door)|[^/]+\/(queries|commands))$/.test(from))
          .map(({ from }) => `imports ${from}`),

  'components show what they are given': (file) =>
    room(file.path) !== 'components' || isTest(file.path) || fetches.includes(file.path)
      ? []
      : [...file.code.matchAll(/\b(fetch|sendBeacon|XMLHttpRequest|EventSource|WebSocket)\(/g)].map((m) => `calls ${m[1]}`),

  'components/ui knows no noun': (file) =>
    !file.path.startsWith('components/ui/')
      ? []
      : file.imports
          .filter(({ from }) => /^(lib|components)\//.test(from) && areas.includes(from.split('/')[1] ?? ''))
          .map(({ from }) => `imports ${from}`),

  'only queries and commands touch the disk': (file) =>
    !['components', 'lib'].includes(room(file.path) ?? '') || isTest(file.path) || touchesDatabase(file.path)
      ? []
      : file.imports.filter(({ from }) => /^(node:)?fs(\/promises)?$/.test(from)).map(({ from }) => `imports ${from}`),

  'areas import only leftwards': (file) => {
    const own = areas.indexOf(area(file.path) ?? '')
    if (own < 0 || isTest(file.path)) return []
    return file.imports.filter(({ from }) => areas.indexOf(area(from) ?? '') > own).map(({ from }) => `imports ${from}`)
  },

  'only queries, commands and report kinds touch the database': (file) =>
    touchesDatabase(file.path) || isTest(file.path) || file.path === 'lib/db.ts' || !['app', 'components', 'lib'].includes(room(file.path) ?? '')
      ? []
      : file.imports
          .filter(({ from, typeOnly }) => !typeOnly && (from === 'lib/db' || from === 'pg' || from.startsWith('prisma/client')))
          .map(({ from }) => `imports ${from}`),

  'app holds only doors': (file) =>
    room(file.path) !== 'app' || /^(page|layout|loading|error|not-found|route)\.tsx?$|^globals\.css$/.test(base(file.path))
      ? []
      : [`is not a page, layout, loading, error, not-found or route`],

  'every page and route is built by a door that names its permission': (file) => {
    if (room(file.path) !== 'app') return []
    if (base(file.path) === 'page.tsx')
      return /export default page\(\{\s*permission: '/.test(file.code) ? [] : ['has no door']
    if (base(file.path) !== 'route.ts') return []
    const declared = [...file.code.matchAll(/export (?:const|let|var|async function|function)\*? (\w+)([^\n]*)/g)]
      .filter((m) => method.test(m[1] ?? '') && !/^ = route\(/.test(m[2] ?? ''))
      .map((m) => m[1])
    // A method may also leave under another name, or from another file, and its door would be out of sight.
    const passedOn = [...file.code.matchAll(/export\s+(?:const\s+)?(?:\{([^}]*)\}|\*)/g)].flatMap(([, names]) =>
      names === undefined ? ['everything'] : (names.match(/\w+/g) ?? []).filter((name) => method.test(name)),
    )
    return [...declared, ...passedOn].map((name) => `${name} has no door`)
  },

  'every query and command takes the actor first': (file) => {
    if (!touchesDatabase(file.path) || area(file.path) === 'access') return []
    const functions = file.code.matchAll(/export (?:async )?function\*? (\w+)\s*(?:<[^(]*>)?\(\s*(\w*)\s*:?\s*(\w*)/g)
    // The arrow may stand within a call: `export const getX = cache(async (actor: Actor) => …)`.
    const arrows = file.code.matchAll(
      /export const (\w+)(?:\s*:[^=\n]*)?\s*=\s*(?:\w+\(\s*)?(?:async\s*)?(?:function\s*\w*\s*)?(?:<[^(]*>\s*)?\(\s*(\w*)\s*:?\s*(\w*)/g,
    )
    return [...functions, ...arrows].filter((m) => m[3] !== 'Actor').map((m) => `${m[1]} does not`)
  },

  'server functions stand in actions.ts, each built by a door that names its permission': (file) => {
    const isServer = /^\s*['"]use server['"]/m.test(file.text)
    if (base(file.path) !== 'actions.ts') return isServer ? ["says 'use server'"] : []
    const open = [...file.code.matchAll(/export (?:const|let|var|async function|function)\*? (\w+)([^\n]*)/g)]
      .filter((m) => !/^ = action\(\{\s*(?:permission: '|$)/.test(m[2] ?? ''))
      .map((m) => `${m[1]} has no door`)
    return isServer ? open : [...open, "does not say 'use server'"]
  },

  'a name says what a file decides': (file) => {
    const name = base(file.path)
    if (/^index\.tsx?$/.test(name)) return ['is a barrel']
    if (/(^|[-.])(utils?|helpers?|common|services?|managers?|misc)([-.]|$)/.test(name)) return ['says nothing']
    return /^[a-z0-9]+([-.][a-z0-9]+)*\.(tsx?|css|mjs)$/.test(name) ? [] : ['is not in kebab case']
  },

  'a file of more than 250 lines hides two nouns': (file) => {
    const lines = file.text.split('\n').length
    return lines > 250 && !isTest(file.path) && !file.path.endsWith('.css') ? [`has ${lines} lines`] : []
  },

  'every sentence is a message': (file) => {
    if (!/^(app|components)\/.*\.tsx$/.test(file.path) || isTest(file.path)) return []
    const spoken = [...file.text.matchAll(/<[a-zA-Z][^<>]*>\s*([A-Z][a-z]+(?: [a-zA-Z’']+)+[.!?…]?)\s*</g)]
    const attributes = [...file.text.matchAll(/\b(?:aria-label|title|placeholder|alt)="([^"]*[a-z]{2}[^"]*)"/g)]
    return [...spoken, ...attributes].map((m) => `says “${m[1]}”`)
  },

  'no markup escapes the policy': (file) =>
    /\.tsx$/.test(file.path) && !isTest(file.path) && /dangerouslySetInnerHTML|\sstyle=\{/.test(file.text)
      ? ['sets HTML or a style attribute']
      : [],

  'directions are logical': (file) =>
    file.path.endsWith('.css') ? [...file.code.matchAll(physical)].map((m) => `says ${m[1]}`) : [],
}

/** Everything in these files that breaks a rule of the house. @param files path from the project's root → text */
export function violations(files: ReadonlyMap<string, string>): Violation[] {
  return [...files].flatMap(([path, text]) => {
    const code = withoutComments(text)
    const file: SourceFile = { path, text, code, imports: importsOf(path, code) }
    return Object.entries(rules).flatMap(([rule, judge]) => judge(file).map((what) => ({ rule, file: path, what })))
  })
}
