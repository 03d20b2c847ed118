const prefix = 'haven.request.'
/** Where a browser refuses storage: as long as the page stays. */
const kept = new Map<string, string>()

/**
 * The key under which something is asked for, the same until the answer has come: asking again after a lost answer, or
 * after the page was loaded again, brings what was made the first time, and not a second one.
 * @param what is asked for: `claim/<course>/<path>`
 */
export function requestIdFor(what: string): string {
  const found = read(what)
  if (found) return found
  const id = crypto.randomUUID()
  kept.set(what, id)
  try {
    sessionStorage.setItem(prefix + what, id)
  } catch {
    // Refused: the map has it.
  }
  return id
}

/** The answer is there: the next one is another request. */
export function answered(what: string): void {
  kept.delete(what)
  try {
    sessionStorage.removeItem(prefix + what)
  } catch {
    // Refused: nothing was kept there.
  }
}

function read(what: string): string | undefined {
  try {
    return sessionStorage.getItem(prefix + what) ?? kept.get(what)
  } catch {
    return kept.get(what)
  }
}
