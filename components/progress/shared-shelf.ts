import { isRecord } from '../ui/is-record'
import type { KeptEvent, Shelf } from './shelf'

/**
 * The shelf of a person at a shared computer: the memory of this tab, which ends with it. Nothing goes onto the disk.
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
    clear: () => {
      held.events = []
      held.notes = {}
      return keep()
    },
  }
}

function readHeld(owner: string): Held {
  const held = parse()
  if (isRecord(held) && held.owner === owner && Array.isArray(held.events) && isRecord(held.notes)) return held as unknown as Held
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
