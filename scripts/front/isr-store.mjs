import { createRequire } from 'node:module'
import { Lru } from './lru.mjs'

const LIMITS = { entries: 2000, bytes: 64 * 1024 * 1024 }

/**
 * Next remembers the lifetime of every address it has rendered, for good: a flood of stray addresses would fill the
 * memory in the end. The lifetimes also stand in our entries, from which Next takes them first, so its own list can go.
 */
const { SharedCacheControls } = createRequire(import.meta.url)(
  'next/dist/server/lib/incremental-cache/shared-cache-controls.external.js',
)

/** One store for the process, however often this file is loaded: by the server, and by Next. */
const store = (globalThis[Symbol.for('haven.isr-store')] ??= {
  entries: new Lru(LIMITS), emptied: 0, remembered: 0, watchers: new Set(),
})

/** Forgets every page that Next has rendered, and the ones that it is rendering. */
export function emptyIsrStore() {
  store.emptied += 1
  store.entries.clear()
}

/** @param {() => void} watcher called when Next itself declares something out of date */
export function onRevalidation(watcher) {
  store.watchers.add(watcher)
}

/**
 * Where Next keeps the pages it has rendered (`cacheHandler` in next.config.js): in memory and bounded, so that stray
 * addresses fill neither memory nor disk, and emptied when something is published.
 *
 * Next makes one of these for each request. So what it was made before is the age of what it stores: a page that was
 * begun before the last emptying is not kept.
 */
export default class IsrStore {
  #emptied = store.emptied

  async get(key) {
    return store.entries.get(key) ?? null
  }

  async set(key, value, { cacheControl, tags } = {}) {
    if (++store.remembered > LIMITS.entries) {
      store.remembered = 0
      new SharedCacheControls().clear()
    }
    if (this.#emptied !== store.emptied) return
    store.entries.set(key, { value, cacheControl, tags, lastModified: Date.now() }, weight(key, value))
  }

  /** Which page used what is not worth knowing: rendering again is cheap, and publishing is rare. */
  async revalidateTag() {
    emptyIsrStore()
    for (const watcher of store.watchers) watcher()
  }

  resetRequestCache() {}
}

/** Bytes, roughly. @param {unknown} value */
function weight(key, value) {
  const segments = value?.segmentData ? [...value.segmentData.values()] : []
  const parts = [key, value?.html, value?.rscData, value?.body, value?.data?.body, ...segments]
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 1024)
}
