import { emptyIsrStore, onRevalidation } from './isr-store.mjs'

/** A page that takes longer is not waited for. */
const LONGEST_RENDER = 30_000

/**
 * Empties what was kept of the content, in front of Next and inside it.
 *
 * Once is not enough. Next hands a page that it is rendering to everyone who asks for it meanwhile: so a request that
 * comes after the change can be given a page begun before it. What was begun before may be stored as fresh until it
 * has ended; hence everything is emptied again then.
 * @param {import('./page-cache.mjs').PageCache} cache
 * @returns {{ empty: () => void, watch: <T>(rendering: Promise<T>) => Promise<T> }} watch: tells of each rendering
 */
export function freshness(cache) {
  const renderings = new Set()

  function emptyBoth() {
    cache.empty()
    emptyIsrStore()
  }

  function empty() {
    emptyBoth()
    if (renderings.size === 0) return
    const patience = new Promise((resolve) => setTimeout(resolve, LONGEST_RENDER).unref())
    void Promise.race([Promise.allSettled(renderings), patience]).then(emptyBoth)
  }

  function watch(rendering) {
    const ended = () => renderings.delete(rendering)
    renderings.add(rendering)
    rendering.then(ended, ended)
    return rendering
  }

  onRevalidation(() => cache.empty())
  return { empty, watch }
}
