import { isRecord } from '../ui/is-record'
import type { KeptEvent, Shelf } from './shelf'

/**
 * The shelf of a person at a shared computer: the memory of this tab, sessionStorage. This site writes nothing to the
 * disk; a browser may, to open the tab again after a crash. It must outlive going from page to page, and with it the
 * person's own words, which nothing else holds. Signing out, leaving and quiet.ts remove it, and so does first.js when
 * the tab is opened again without this person.
 * There is one place for it, so that what one person left is gone when the next one begins.
 */
export const place = 'haven.shared'

interface Held {
  owner: string
  events: KeptEvent[]
  notes: Record<string, string>
}

/** Someone is leaving: what was just thrown away must not be written again. */
let left = false
addEventListener('haven:leave', () => (left = true))

/** @param owner whose it is; what somebody else left here is thrown away, never read */
export function sharedShelf(owner: string): Shelf {
  const held = readHeld(owner)
  const keep = async () => {
    if (!left) sessionStorage.setItem(place, JSON.stringify(held))
  }
  const clear = async () => {
    held.events = []
    held.notes = {}
    sessionStorage.removeItem(place)
  }
  onErased(owner, clear)
  return {
    read: async () => ({ events: held.events, notes: Object.entries(held.notes) }),
    keepEvents: (events) => {
      const changed = new Set(events.map(({ id }) => id))
      held.events = [...held.events.filter(({ id }) => !changed.has(id)), ...events]
      return keep()
    },
    keepNote: (key, text) => {
      if (text) held.notes[key] = text
      else delete held.notes[key]
      return keep()
    },
    clear,
  }
}

/** Each tab has a memory of its own: what one of them erases (device.ts) every other must throw away too. */
function onErased(owner: string, clear: () => Promise<void>) {
  if (typeof BroadcastChannel === 'undefined') return
  new BroadcastChannel(`haven-${owner.split('.')[1]}`).addEventListener('message', ({ data }) => {
    if ('erased' in data) void clear()
  })
}

function readHeld(owner: string): Held {
  const held = parse()
  if (isRecord(held) && held.owner === owner && Array.isArray(held.events) && isRecord(held.notes)) return held as unknown as Held
  // Now, not when this person first writes.
  if (held) sessionStorage.removeItem(place)
  return { owner, events: [], notes: {} }
}

function parse(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '')
  } catch {
    // Nothing there, torn, or refused by the browser: keeping will say so.
    return undefined
  }
}
