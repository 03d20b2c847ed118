/**
 * The service worker: what stands between the pages and the network in the browser, as scripts/front stands between
 * them on the server. Built by scripts/build-scripts.mjs, registered by public/first.js.
 *
 * It knows nothing of any build (see shelves.mjs), so a newer worker may take over at once: both read the same shelves.
 */
import { CacheFirst, NetworkFirst } from 'serwist'
import { assetsCache, firstPages, isPageAddress, keptPage, localeOf, pagesCache, plainFiles } from '../../lib/courses/offline.ts'
import { keepPartsOf, keptCopy, keptPaths, mayKeep, renew, stop } from './shelves.mjs'
import { distrust, sweepWhenAlone, tend } from './tend.mjs'

// Of serwist only its strategies: its router brings along code for an analytics service, and ours is four lines.

/** A network that says nothing for so long is as good as none. */
const PATIENCE_SECONDS = 3

const pathOf = ({ url }) => new URL(url).pathname

/** The last page came from the shelf because the network did not answer: what it needs must not wait as well. */
let slowUntil = 0

const pages = new NetworkFirst({
  cacheName: pagesCache,
  networkTimeoutSeconds: PATIENCE_SECONDS,
  matchOptions: { ignoreVary: true, ignoreSearch: true },
  plugins: [{
    async cacheWillUpdate({ request, response }) {
      if (new URL(request.url).search !== '' || !await keepPartsOf(pathOf(request), response.clone())) return null
      const before = (await keptCopy(pathOf(request)))?.headers.get('etag')
      if (before && before !== response.headers.get('etag')) await distrust()
      return mayKeep() ? response : null
    },
    async cachedResponseWillBeUsed({ cachedResponse }) {
      if (cachedResponse) slowUntil = Date.now() + 10_000
      return mayKeep() ? cachedResponse : null
    },
    handlerDidError: ({ request }) => instead(pathOf(request)),
  }],
})

/** For a page that is not here: the way to the pages that are. */
async function instead(path) {
  slowUntil = Date.now() + 10_000
  const kept = await keptPaths()
  const language = localeOf(path) ?? keptPage(kept.at(-1) ?? '')?.locale
  const offline = [language && `/${language}/offline`, ...kept].find((each) => each?.endsWith('/offline') && kept.includes(each))
  if (!offline) return undefined
  return path === '/' ? Response.redirect(firstPages(localeOf(offline))[0]) : keptCopy(offline)
}

const parts = new CacheFirst({
  cacheName: assetsCache,
  matchOptions: { ignoreVary: true },
  plugins: [{ cacheWillUpdate: async ({ response }) => response.status === 200 && mayKeep() ? response : null }],
})

const files = new NetworkFirst({
  cacheName: assetsCache,
  networkTimeoutSeconds: PATIENCE_SECONDS,
  matchOptions: { ignoreVary: true },
  plugins: parts.plugins,
})

/** @returns {import('serwist').Strategy | undefined} undefined: the browser asks as if there were no worker */
function strategyFor({ method, mode, url, headers }) {
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== self.location.origin || headers.has('range') || !mayKeep()) return undefined
  if (mode === 'navigate') return isPageAddress(pathname) ? pages : undefined
  if (pathname.startsWith('/_next/static/')) return parts
  if (plainFiles.includes(pathname)) return Date.now() < slowUntil ? parts : files
  return undefined
}

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const strategy = strategyFor(request)
  if (strategy) event.respondWith(strategy.handle({ event, request }))
})

self.addEventListener('message', (event) => {
  const { tend: open, keep, sweep, stop: end } = event.data ?? {}
  if (typeof open === 'string') event.waitUntil(tend(open))
  if (typeof keep === 'string') event.waitUntil(renew(keep).catch(() => false).then((kept) => event.ports[0]?.postMessage(kept)))
  if (sweep) event.waitUntil(sweepWhenAlone())
  if (end) event.waitUntil(stop())
})
