import { isShared } from '../progress/is-shared'
import { who } from '../progress/who'

/** Where storage is refused, and on a shared computer, which keeps nothing of anybody: as long as the page stays. */
const kept = new Map<string, string>()

/**
 * The key under which something is asked for, the same until the answer has come: asking again after a lost answer, or
 * after the page was loaded again, brings what was made the first time, and not a second one.
 * @param what is asked for: `claim/<course>/<path>`
 */
export function requestIdFor(what: string): string {
  const key = keyOf(what)
  const found = kept.get(key) ?? attempt(() => sessionStorage.getItem(key))
  if (found) return found
  const id = crypto.randomUUID()
  kept.set(key, id)
  if (!isShared(who() ?? '')) attempt(() => sessionStorage.setItem(key, id))
  return id
}

/** The answer is there: the next one is another request. */
export function answered(what: string): void {
  kept.delete(keyOf(what))
  attempt(() => sessionStorage.removeItem(keyOf(what)))
}

const keyOf = (what: string) => `haven.request.${who() ?? ''}.${what}`

/** Storage can be refused; then the map has it. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access()
  } catch {
    return undefined
  }
}
