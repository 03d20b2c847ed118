import {
  assetsCache, isFit, isForReaders, keptPage, localeOf, namesParts, pagesCache, partsIn, plainFiles,
} from '../../lib/courses/offline.ts'

/**
 * A page and what it needs, kept together or not at all. Parts of a build carry a hash in their name and are added
 * before the page that needs them takes the place of the older one. So a kept page finds its own parts whatever the
 * server has become since, and the parts of two builds stand side by side until no kept page needs the older ones.
 */

/** After the quick exit nothing is written any more, not even by what was under way. */
let stopped = false

const pages = () => caches.open(pagesCache)
const assets = () => caches.open(assetsCache)

/** What is asked in the background tells nobody who asks. */
const ANONYMOUS = { credentials: 'omit', priority: 'low' }

export async function stop() {
  stopped = true
  await removeAll()
  // What had been let through just before may have opened a cache meanwhile.
  await new Promise((resolve) => { setTimeout(resolve, 300) })
  await removeAll()
}

const removeAll = async () => Promise.all((await caches.keys()).map((name) => caches.delete(name)))

export const mayKeep = () => !stopped

/** @param {string} path @returns {Promise<Response | undefined>} */
export const keptCopy = async (path) => stopped ? undefined : (await pages()).match(path, { ignoreVary: true })

/** @returns {Promise<string[]>} addresses of the pages that are kept, without host */
export async function keptPaths() {
  if (stopped) return []
  return (await (await pages()).keys()).map(({ url }) => new URL(url).pathname)
}

/**
 * Keeps what a page needs.
 * @param {string} path of the page
 * @param {Response} response which nobody else reads
 * @returns {Promise<boolean>} whether the page may be kept now
 */
export async function keepPartsOf(path, response) {
  if (stopped || !keptPage(path) || !isFit(response)) return false
  const locale = localeOf(path)
  const kept = await assets()
  const parts = await everyPart(partsIn(await response.text()), async (part) => isForReaders(part, locale) ? keepPart(kept, part) : [])
  return parts !== undefined && !stopped
}

/**
 * What pages need: the plain files, the parts that they name, the parts that these name, and so on.
 * @param {string[]} first the parts that the pages name
 * @param {(part: string) => Promise<string[] | undefined>} namedBy
 * @returns {Promise<Set<string> | undefined>} undefined as soon as namedBy does not know
 */
async function everyPart(first, namedBy) {
  const every = new Set()
  for (let next = new Set([...plainFiles, ...first]); next.size > 0;) {
    for (const part of next) every.add(part)
    const further = await Promise.all([...next].map(namedBy))
    if (further.includes(undefined)) return undefined
    next = new Set(further.flat().filter((part) => !every.has(part)))
  }
  return every
}

/** What each part names: never different under the same name, so it is read once. */
const named = new Map()

/** @returns {Promise<string[] | undefined>} the parts that it names; undefined: it cannot be had */
async function keepPart(kept, part) {
  const there = await kept.match(part, { ignoreVary: true })
  if (there && named.has(part)) return named.get(part)
  const response = there ?? await fetch(part, ANONYMOUS).catch(() => undefined)
  if (!response?.ok || stopped) return undefined
  if (!there) await kept.put(part, response.clone())
  named.set(part, namesParts(part) ? partsIn(await response.text()) : [])
  return named.get(part)
}

/**
 * Fetches anew the files whose names say nothing of what they hold.
 * @throws {TypeError} when there is no network
 */
export async function renewFiles() {
  for (const file of plainFiles) {
    const response = await fetch(file, ANONYMOUS)
    if (response.ok && !stopped) await (await assets()).put(file, response)
  }
}

/**
 * Keeps a page, or compares the kept one with the server.
 * @param {string} path
 * @returns {Promise<boolean>} whether the page is kept, as the server has it now
 * @throws {TypeError} when there is no network
 */
export async function renew(path) {
  if (stopped || !keptPage(path)) return false
  const kept = await keptCopy(path)
  const etag = kept?.headers.get('etag')
  const response = await fetch(path, { ...ANONYMOUS, cache: 'no-store', headers: etag ? { 'if-none-match': etag } : {} })
  if (response.status === 304) return keepPartsOf(path, kept)
  // What has been withdrawn is not kept any longer either.
  if (!stopped && (response.status === 404 || response.status === 410)) await (await pages()).delete(path, { ignoreVary: true })
  if (!await keepPartsOf(path, response.clone()) || stopped) return false
  if (kept && !await keptCopy(path)) return false // somebody has removed it meanwhile
  await (await pages()).put(path, response)
  return true
}

/** Removes the parts that no kept page needs. */
export async function sweep() {
  if (stopped) return
  const kept = await assets()
  const textOf = async (part) => (await kept.match(part, { ignoreVary: true }))?.text()
  const texts = await Promise.all((await (await pages()).matchAll()).map((page) => page.text()))
  const needed = await everyPart(texts.flatMap(partsIn), async (part) => namesParts(part) ? partsIn(await textOf(part) ?? '') : [])
  for (const request of await kept.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await kept.delete(request, { ignoreVary: true })
  }
}
