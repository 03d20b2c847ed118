import { cardsIn, firstPages, isDue, keptPage } from '../../lib/courses/offline.ts'
import { keptCopy, keptPaths, mayKeep, renew, renewFiles, sweep } from './shelves.mjs'

/** A cache of its own, which holds nothing but when a language was last compared with the server. */
const TIMES = 'haven-times'

const timeAt = (locale) => `/times/${locale}`

async function lastTime(locale) {
  const noted = await (await caches.open(TIMES)).match(timeAt(locale))
  return noted ? Number(await noted.text()) : undefined
}

/** Has everything compared again at the next occasion: the server has something new. */
export async function distrust() {
  if (mayKeep()) await caches.delete(TIMES)
}

let tending

/**
 * Keeps the page that somebody has opened and the first pages of its language, and compares what is kept with the
 * server, one page after the other and at most once an hour.
 * @param {string} path of the open page
 */
export function tend(path) {
  // The one under way would miss the page: it is looked at when that is done.
  tending = (tending ?? Promise.resolve()).then(() => look(path)).catch(() => {}) // no network: at the next page
  return tending
}

async function look(path) {
  const locale = keptPage(path)?.locale
  if (!locale || !mayKeep()) return
  if (!await keptCopy(path)) await renew(path)
  const last = await lastTime(locale)
  if (!isDue(last, Date.now())) return
  const began = Date.now()
  await renewFiles()
  const done = new Set()
  for (const list of [async () => firstPages(locale), () => cardsOf(locale)]) {
    for (const each of await list()) {
      if (!done.has(each)) await renew(each)
      done.add(each)
    }
  }
  // What somebody has removed since the list was made does not come back.
  for (const each of await keptPaths()) if (!done.has(each) && await keptCopy(each)) await renew(each)
  if (!mayKeep()) return
  await (await caches.open(TIMES)).put(timeAt(locale), new Response(String(began)))
  await sweepWhenAlone()
}

async function cardsOf(locale) {
  const list = await keptCopy(`/${locale}/cards`)
  return list ? cardsIn(await list.text()) : []
}

/** A page that is open in another tab may still ask for parts of the build it was made by. */
export async function sweepWhenAlone() {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open.length <= 1) await sweep()
}
