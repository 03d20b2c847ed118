import type { ProgressEvent } from '@/lib/progress/event'

/** An event as a device keeps it. */
export type KeptEvent = ProgressEvent & {
  /** The account has it. */
  sent?: true
}

/** Where events and notes are kept. Everything here rejects where the browser keeps nothing: private window, full disk. */
export interface Shelf {
  read: () => Promise<{ events: KeptEvent[]; notes: (readonly [key: string, text: string])[] }>
  keepEvents: (events: readonly KeptEvent[]) => Promise<void>
  /** An empty text removes the note. */
  keepNote: (key: string, text: string) => Promise<void>
  clear: () => Promise<void>
}

const stores = ['events', 'notes']

/** Someone is leaving: what the browser is forgetting must not be written again. */
let left = false
if (typeof addEventListener === 'function') addEventListener('haven:leave', () => (left = true))

// The browser's own interface, in few words and without a library: every lesson carries this.
/* oxlint-disable unicorn/prefer-add-event-listener */

/** A database of this device: `haven` without an account, else one for each person. */
export function shelf(name: string): Shelf {
  let opened: Promise<IDBDatabase> | undefined
  const closed = () => (opened = undefined)

  /** Opened at first use, and again after the browser or a newer version of this site has closed it. */
  const open = () =>
    (opened ??= new Promise((resolve, reject) => {
      const opening = indexedDB.open(name, 1)
      opening.onupgradeneeded = () => {
        opening.result.createObjectStore('events', { keyPath: 'id' })
        opening.result.createObjectStore('notes')
      }
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const db = opening.result
        db.onclose = closed
        db.onversionchange = () => {
          closed()
          db.close()
        }
        resolve(db)
      }
    }))

  /**
   * Writes at once. `commit()` in the same task hands over the data together with its end, so that a tab killed right
   * afterwards has already sent both; without it the browser waits for one more word from the page.
   * `relaxed`: done when the system has it, which outlives the tab and the browser. Only a power cut can take the last
   * moment; forcing every keystroke of a note onto the disk would wear a phone for that.
   */
  async function write(change: (events: IDBObjectStore, notes: IDBObjectStore) => void, again = true): Promise<void> {
    if (left) return
    try {
      const writing = (await open()).transaction(stores, 'readwrite', { durability: 'relaxed' })
      change(writing.objectStore('events'), writing.objectStore('notes'))
      writing.commit()
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve
        writing.onabort = () => reject(writing.error)
      })
    } catch (error) {
      // The connection may have gone since (storage cleared, a newer version): one new one is worth a try.
      closed()
      if (!again) throw error
      await write(change, false)
    }
  }

  return {
    read: async () => {
      const reading = (await open()).transaction(stores)
      const [events, notes] = [reading.objectStore('events'), reading.objectStore('notes')]
      const asked = [answerTo(events.getAll()), answerTo(notes.getAllKeys()), answerTo(notes.getAll())] as const
      const [log, keys, texts] = await Promise.all(asked)
      return { events: log, notes: keys.map((key, n) => [key as string, texts[n]]) }
    },
    keepEvents: (kept) => write((events) => kept.forEach((event) => events.put(event))),
    keepNote: (key, text) => write((_, notes) => (text ? notes.put(text, key) : notes.delete(key))),
    clear: () =>
      write((events, notes) => {
        events.clear()
        notes.clear()
      }),
  }
}

const answerTo = <Found>(request: IDBRequest<Found>) =>
  new Promise<Found>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
