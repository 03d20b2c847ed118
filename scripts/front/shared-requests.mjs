import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'

/** As in lib/i18n/locales.ts, which only the compiler can read; a test compares them. */
export const LOCALES = ['en', 'fr', 'nl', 'pt', 'ar', 'ti']

/** What stands behind the locale in the addresses of pages that differ from person to person. */
const PERSONAL = ['admin', 'outbox']

// Plain characters only, so that each page has one address and the cache cannot be flooded with spellings of it.
const PAGE = new RegExp(`^/(?:${LOCALES.join('|')})(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*$`)
const PERSONAL_PAGE = new RegExp(`^/[a-z]+/(?:${PERSONAL.join('|')})(?:/|$)`)
const ASSET = /^\/_next\/static(?:\/[\w~-][\w.~-]*)+$/

/** A visitor with this cookie sees drafts. */
const DRAFT = '__prerender_bypass='

/** Headers by which Next answers an address with page data instead of a page. */
const TREE = 'next-router-state-tree'
const PREFETCH = 'next-router-prefetch'
const SEGMENT = 'next-router-segment-prefetch'
const NEXT_URL = 'next-url'

/** What an answer may vary by and still be kept: all of these stand in the key, or do not matter to static pages. */
const KNOWN_VARY = new Set(['rsc', TREE, PREFETCH, SEGMENT, 'accept-encoding'])

/** @param {string} path without query. Whether it has the form of a page's address, shared or personal. */
export const isPage = (path) => PAGE.test(path)

const isSharedPage = (path) => PAGE.test(path) && !PERSONAL_PAGE.test(path)

/**
 * @param {string} folder with the files that are served as they are
 * @returns {(request: import('node:http').IncomingMessage) => string | undefined} the key under which the answer to a
 *   request can be shared by everyone; undefined: it must be asked from Next
 */
export function sharing(folder) {
  const files = new Set(publicFiles(folder))
  return (request) => {
    const { method, headers, url } = request
    if (method !== 'GET' && method !== 'HEAD') return undefined
    if (headers.range || headers.cookie?.includes(DRAFT)) return undefined
    const query = url.indexOf('?')
    const path = query < 0 ? url : url.slice(0, query)
    if (headers.rsc !== undefined) return flightKey(path, url.slice(query + 1), headers)
    if (query >= 0 || headers[PREFETCH] || headers[SEGMENT] || headers[TREE] || headers['next-action']) return undefined
    return isSharedPage(path) || ASSET.test(path) || files.has(path) ? path : undefined
  }
}

/**
 * Page data: `?_rsc=` carries a hash of the headers that ask for it. Without it, a cache on the way that ignores Vary
 * could be made to hand data to those who want the page. Next redirects if it is wrong, and so gets what does not fit.
 */
function flightKey(path, query, headers) {
  if (!isSharedPage(path)) return undefined
  const prefetch = headers[PREFETCH]
  const segment = headers[SEGMENT]
  if (prefetch !== undefined && prefetch !== '1') return undefined
  if (query !== `_rsc=${flightHash(prefetch, segment, headers[TREE], headers[NEXT_URL])}`) return undefined
  // Where a static page's data was asked from (the tree, the address) makes no difference to it: Next drops both.
  return `${path} ${prefetch ? `prefetch ${segment ?? ''}` : 'navigate'}`
}

/** As Next computes it (shared/lib/router/utils/cache-busting-search-param.js); a test compares them. */
export function flightHash(prefetch, segment, tree, nextUrl) {
  const text = [prefetch, segment, tree, nextUrl].map((value) => value ?? '0').join()
  return createHash('sha256').update(text).digest().subarray(0, 12).toString('base64url')
}

/**
 * @param {{ status: number, headers: import('node:http').OutgoingHttpHeaders }} answer of Next
 * @returns {number} for how many seconds it may be shared; 0: not at all
 */
export function secondsToShare({ status, headers }) {
  const control = String(headers['cache-control'] ?? '')
  if (status !== 200 || headers['set-cookie'] || !control || /\b(?:private|no-store)\b/.test(control)) return 0
  const vary = String(headers.vary ?? '').toLowerCase().split(/\s*,\s*/).filter(Boolean)
  if (!vary.every((name) => KNOWN_VARY.has(name))) return 0
  if (String(headers['content-type']).startsWith('text/x-component') && headers['x-nextjs-prerender'] !== '1') return 0
  const shared = /\bs-maxage=(\d+)/.exec(control)
  return shared ? Number(shared[1]) : 365 * 24 * 3600
}

function publicFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(folder.length).replaceAll('\\', '/'))
}
