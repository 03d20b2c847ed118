import { type Locale, locales } from '../i18n/locales'

// What this device keeps so that it can be read without a network. Decided here, done by scripts/worker (in the
// browser, between the pages and the network) and shown by components/courses/offline-*.

/** The two places in the browser's Cache Storage. Quick exit and erasing remove every cache, whatever its name. */
export const pagesCache = 'haven-pages'
export const assetsCache = 'haven-assets'

/** The worker's own address; the server in front answers it (scripts/front/built-scripts.mjs). */
export const workerPath = '/worker.js'

/** What a page says to the worker. `keep` is answered with `true` or `false` through the port that comes with it. */
export type WorkerMessage = { tend: string } | { keep: string } | { sweep: true } | { stop: true }

/** Files in public/ that every page needs. Their names carry no hash, so the network's version goes first. */
export const plainFiles: readonly string[] = ['/first.js', '/noscript.css', '/icon.svg', '/plain.css']

const lists = ['about', 'cards', 'courses', 'glossary', 'help', 'learn', 'offline', 'search', 'settings', 'verify']
const page = new RegExp(
  `^/(${locales.join('|')})(?:/(?:${lists.join('|')}|cards/\\d{1,3}|courses/([a-z0-9-]+)(?:/[A-Za-z0-9.-]+)?))?$`,
)

/**
 * Which page of ours stands at an address, if it is one that may be kept: the same for everyone, and about nobody.
 * A list of what may, not of what may not: a page that is added later is not kept by accident.
 * @param path without query
 */
export function keptPage(path: string): { locale: Locale; course?: string } | undefined {
  const found = page.exec(path)
  return found ? { locale: found[1] as Locale, ...(found[2] && { course: found[2] }) } : undefined
}

/** Whether a request for a page passes through the worker at all: pages only, never /leave, /api or a file. */
export const isPageAddress = (path: string): boolean => path === '/' || locales.some((locale) => path === `/${locale}` || path.startsWith(`/${locale}/`))

/** The language of an address; undefined when it names none of ours. */
export const localeOf = (path: string): Locale | undefined => locales.find((locale) => locale === path.split('/')[1])

/** What is asked of an answer before it is kept. `Set-Cookie` is hidden from scripts: the server says `no-store` with it. */
export function isFit({ status, type, redirected, headers }: Pick<Response, 'status' | 'type' | 'redirected'> & { headers: Pick<Headers, 'get'> }): boolean {
  const control = headers.get('cache-control') ?? ''
  return (
    status === 200 && type === 'basic' && !redirected &&
    (headers.get('content-type') ?? '').startsWith('text/html') &&
    /\bpublic\b/.test(control) && !/\b(?:no-store|private)\b/.test(control)
  )
}

/** Pages of a language that are there offline after the first visit, whatever it was. */
export const firstPages = (locale: Locale): string[] => ['', ...lists.map((name) => `/${name}`)].map((path) => `/${locale}${path}`)

/** The cards that a list of cards leads to: all of them, so that no request tells which one somebody needs. */
export const cardsIn = (html: string): string[] => [...new Set(Array.from(html.matchAll(/href="(\/[a-z]+\/cards\/\d{1,3})"/g), ([, path]) => path ?? ''))]

/** The pages of a course in one language: itself, its lessons, its check. */
export const coursePages = (locale: Locale, course: string, lessons: readonly string[]): string[] =>
  ['', ...lessons.map((id) => `/${id}`), '/check'].map((path) => `/${locale}/courses/${course}${path}`)

/**
 * The parts of the build that a page, a style or a script names: also the ones that are loaded only when somebody needs
 * them, which stand in scripts. Their names carry a hash of what they hold, so one address is one content for good.
 */
export const partsIn = (text: string): string[] => [
  ...new Set(
    Array.from(
      text.matchAll(/(?:static|\.\.)\/((?:chunks|media|css)\/(?:[\w~-][\w~.-]*\/)*[\w~-][\w~.-]*\.(?:js|css|woff2|svg|png|webp|wasm))\b/g),
      ([, path]) => `/_next/static/${path}`,
    ),
  ),
]

/** Whether a part is kept for readers of a language: fonts for other scripts weigh more than the rest together. */
export function isForReaders(part: string, locale: Locale): boolean {
  if (!part.endsWith('.woff2')) return true
  if (part.includes('arabic')) return locale === 'ar'
  return part.includes('ethiopic') ? locale === 'ti' : true
}

/** Whether a part names further ones. */
export const namesParts = (part: string): boolean => /\.(?:js|css)$/.test(part)

const hour = 3_600_000

/** Whether what is kept should be compared with the server again. Times in milliseconds; a clock may be set back. */
export const isDue = (last: number | undefined, now: number): boolean => last === undefined || now - last > hour || now < last

/** What is kept, in groups that a person can name: a course in a language, or the other pages in a language. */
export interface KeptGroup {
  locale: Locale
  course?: string
  paths: string[]
}

export function groupKept(paths: readonly string[]): KeptGroup[] {
  const groups = new Map<string, KeptGroup>()
  for (const path of paths) {
    const found = keptPage(path)
    if (!found) continue
    const key = `${locales.indexOf(found.locale)} ${found.course ?? ''}`
    const group = groups.get(key) ?? { ...found, paths: [] }
    group.paths.push(path)
    groups.set(key, group)
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other)).map(([, group]) => group)
}
