import { type KeptGroup, groupKept, pagesCache, type WorkerMessage, workerPath } from '@/lib/courses/offline'
import { isShared } from '../progress/is-shared'
import { who } from '../progress/who'

// What a page can do with the pages kept on this device. The keeping itself is the worker's (scripts/worker).

/** `none`: the browser offers no worker here, also over plain http. `shared`: signed in on a shared computer. */
export type Keeping = 'possible' | 'none' | 'shared'

export function keeping(): Keeping {
  if (!('serviceWorker' in navigator) || typeof caches === 'undefined') return 'none'
  const person = who()
  // public/first.js keeps to the same.
  return person && isShared(person) ? 'shared' : 'possible'
}

/** Addresses of the pages that are kept, without host. Empty where the browser keeps nothing. */
export async function keptPaths(): Promise<string[]> {
  if (keeping() !== 'possible' || !(await caches.has(pagesCache))) return []
  const requests = await (await caches.open(pagesCache)).keys()
  return requests.map(({ url }) => new URL(url).pathname)
}

const patience = 10_000

const late = (milliseconds: number) => new Promise<undefined>((resolve) => void setTimeout(resolve, milliseconds))

/** The worker; undefined when the browser refuses it (private window, storage forbidden). */
async function worker(): Promise<ServiceWorker | undefined> {
  if (keeping() !== 'possible') return undefined
  const registered = await navigator.serviceWorker.register(workerPath).catch(() => undefined)
  if (!registered) return undefined
  return (await Promise.race([navigator.serviceWorker.ready, late(patience)]))?.active ?? undefined
}

const say = (to: ServiceWorker, message: WorkerMessage, ports: MessagePort[] = []) => to.postMessage(message, ports)

/** A page on a slow line takes its time; a worker that the browser has ended never answers. */
const longestPage = 60_000

/**
 * Keeps pages with all they need, one after the other, so that it can be cut at any moment and gone on with later.
 * @param onKept called after each page, with how many are kept by now
 * @returns how many are kept; `none` when the browser refuses; stops at the first page that cannot be kept
 */
export async function keepPages(paths: readonly string[], onKept: (count: number) => void): Promise<number | 'none'> {
  const to = await worker()
  if (!to) return 'none'
  let count = 0
  for (const path of paths) {
    if (!(await keepPage(to, path))) break
    onKept(++count)
  }
  return count
}

async function keepPage(to: ServiceWorker, path: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  const answered = new Promise<boolean>((resolve) => {
    port1.addEventListener('message', ({ data }) => resolve(data === true))
  })
  port1.start()
  say(to, { keep: path }, [port2])
  const kept = await Promise.race([answered, late(longestPage)])
  port1.close()
  return kept === true
}

/** What is kept, in groups that a person can name, and the room that all of this site takes here, in bytes. */
export async function keptNow(): Promise<{ groups: KeptGroup[]; bytes?: number }> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined)
  return { groups: groupKept(await keptPaths()), bytes: estimate?.usage }
}

/** Removes some kept pages, and then the parts that none of the others needs. */
export async function removePages(paths: readonly string[]): Promise<void> {
  const pages = await caches.open(pagesCache)
  await Promise.all(paths.map((path) => pages.delete(path, { ignoreVary: true })))
  const to = (await navigator.serviceWorker.getRegistration())?.active
  if (to) say(to, { sweep: true })
}

/**
 * Removes all that is kept for use without a network, and who keeps it: at once, so nothing is kept again before the
 * next page. Progress and notes are not touched. Never rejects.
 */
export async function removeOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || typeof caches === 'undefined') return
  // public/first.js may be about to ask for the worker.
  dispatchEvent(new Event('haven:still'))
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
  if (registration?.active) say(registration.active, { stop: true })
  await registration?.unregister().catch(() => false)
  const names = await caches.keys().catch(() => [])
  await Promise.all(names.map((name) => caches.delete(name).catch(() => false)))
}
