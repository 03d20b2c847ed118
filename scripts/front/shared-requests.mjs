import { readdirSync } from 'node:fs'
import { LOCALES } from './languages.mjs'

/**
 * What stands behind the locale in the addresses of pages that differ from person to person, or of which there is no
 * end: they are not even tried.
 */
const PERSONAL = ['admin', 'outbox', 'verify/.+']

// Plain characters only, so that each page has one address and the cache cannot be flooded with spellings of it.
const PAGE = new RegExp(`^/(?:${LOCALES.join('|')})(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*$`)
const PERSONAL_PAGE = new RegExp(`^/[a-z]+/(?:${PERSONAL.join('|')})(?:/|$)`)
const ASSET = /^\/_next\/static(?:\/[\w~-][\w.~-]*)+$/

/** A visitor with this cookie sees drafts. */
const DRAFT = '__prerender_bypass='

/**
 * What an answer may vary by and still be kept. Next names its own headers on every page; what they bring about, also
 * without `rsc`, is page data (text/x-component), which is never kept.
 */
const KNOWN_VARY = new Set(['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch',
  'accept-encoding'])

/** @param {string} path without query. Whether it has the form of a page's address, shared or personal. */
export const isPage = (path) => PAGE.test(path)

const isSharedPage = (path) => PAGE.test(path) && !PERSONAL_PAGE.test(path)

/**
 * Whether a request asks for nothing but what stands at its address, as everybody would. Pages link by plain anchors,
 * so a request for page data (`rsc`) is not one of ours: Next answers it, and nothing of it is kept.
 * @param {import('node:http').IncomingMessage} request
 */
export function isPlain({ method, headers }) {
  return (method === 'GET' || method === 'HEAD')
    && headers.rsc === undefined && headers.range === undefined && headers['next-action'] === undefined
    && (headers.cookie === undefined || !headers.cookie.includes(DRAFT))
}

/**
 * @param {string} folder with the files that are served as they are
 * @returns {(url: string) => boolean} whether everybody may be given the same answer to a plain request for an address
 */
export function sharing(folder) {
  const files = new Set(publicFiles(folder))
  return (url) => isSharedPage(url) || ASSET.test(url) || files.has(url)
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
  if (String(headers['content-type']).startsWith('text/x-component')) return 0
  const shared = /\bs-maxage=(\d+)/.exec(control)
  return shared ? Number(shared[1]) : 365 * 24 * 3600
}

function publicFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(folder.length).replaceAll('\\', '/'))
}
