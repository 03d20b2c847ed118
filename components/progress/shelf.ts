import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb'
import type { ProgressEvent } from '@/lib/progress/event'

interface Shape extends DBSchema {
  events: { key: string; value: ProgressEvent }
  notes: { key: string; value: string }
}
const stores = ['events', 'notes'] as const
type Writing = IDBPTransaction<Shape, typeof stores, 'readwrite'>

/** Someone is leaving: what the browser is forgetting must not be written again. */
let left = false
if (typeof addEventListener === 'function') addEventListener('haven:leave', () => (left = true))

let opened: Promise<IDBPDatabase<Shape>> | undefined

/** Opened at first use, and again after the browser or a newer version of this site has closed it. */
const open = async (): Promise<IDBPDatabase<Shape>> =>
  (opened ??= openDB<Shape>('haven', 1, {
    upgrade(db) {
      db.createObjectStore('events', { keyPath: 'id' })
      db.createObjectStore('notes')
    },
    blocking(_current, _wanted, event) {
      opened = undefined
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => void (opened = undefined),
  }))

/**
 * Writes at once. `commit()` in the same task hands over the data together with its end, so that a tab killed right
 * afterwards has already sent both; without it the browser waits for one more word from the page.
 * `relaxed`: done when the system has it, which outlives the tab and the browser. Only a power cut can take the last
 * moment; forcing every keystroke of a note onto the disk would wear a phone for that.
 */
async function write(change: (stores: Writing) => Promise<unknown>, again = true): Promise<void> {
  if (left) return
  try {
    const writing = (await open()).transaction(stores, 'readwrite', { durability: 'relaxed' })
    const changed = change(writing)
    writing.commit()
    await Promise.all([changed, writing.done])
  } catch (error) {
    // The connection may have gone since (storage cleared, a newer version): one new one is worth a try.
    opened = undefined
    if (!again) throw error
    await write(change, false)
  }
}

/** What is kept on this device. Everything here rejects where the browser keeps nothing: private window, full disk. */
export const shelf = {
  read: async () => {
    const reading = (await open()).transaction(stores)
    const [events, notes] = [reading.objectStore('events'), reading.objectStore('notes')]
    const [log, keys, texts] = await Promise.all([events.getAll(), notes.getAllKeys(), notes.getAll()])
    return { events: log, notes: keys.map((key, n) => [key, texts[n] ?? ''] as const) }
  },
  keepEvent: (event: ProgressEvent) => write((to) => to.objectStore('events').put(event)),
  keepNote: (key: string, text: string) =>
    write((to) => (text ? to.objectStore('notes').put(text, key) : to.objectStore('notes').delete(key))),
  clear: () => write((to) => Promise.all(stores.map((store) => to.objectStore(store).clear()))),
}
