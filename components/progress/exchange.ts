import type { Synced } from '@/lib/progress/commands'
import { post } from '../ui/post'
import { everything, take } from './device'
import type { KeptEvent } from './shelf'
import { keepSyncNote, readSyncNote } from './sync-note'

/** What an event says, without what this device notes about it. */
const plain = (event: KeptEvent) => ({ ...event, sent: undefined })

export const unsent = (): KeptEvent[] => everything().events.filter(({ sent }) => !sent)

/** The server takes no more at once (lib/progress/schema.ts). */
const atOnce = 200

/**
 * Sends what the account does not have yet and fetches what this device does not have, until there is nothing left.
 * Any step of it can be repeated: an event is an event once, wherever it arrives.
 * @returns undefined when both hold the same, else what is in the way: `offline`, `failed`, or a message key
 */
export async function exchange(): Promise<string | undefined> {
  const { erasures } = everything()
  for (let size = atOnce; ;) {
    const batch = unsent().slice(0, size)
    const before = readSyncNote().cursor
    const { said, trouble } = await post<Synced>('/api/progress', { events: batch.map(plain), after: before })
    // Erased meanwhile: what comes now must not bring it back.
    if (everything().erasures !== erasures) return undefined
    if (trouble === 'access.errors.badInput' && batch.length > 0) {
      // One event that the server does not understand must not hold up the others: look for it in halves.
      if (batch.length === 1) await take([{ ...batch[0]!, sent: true }])
      size = Math.max(1, batch.length >> 1)
      continue
    }
    if (!said || !isSynced(said)) return trouble ?? 'failed'
    const stored = new Set(said.stored)
    const known = batch.filter(({ id }) => stored.has(id))
    // First what was fetched, then the cursor: a page that ends in between fetches it again.
    await take([...known, ...said.events].map((event) => ({ ...event, sent: true })))
    keepSyncNote({ cursor: said.cursor, at: new Date().toISOString() })
    if (!said.more && unsent().length === 0) return undefined
    // An answer that brings nothing forward would be asked for without end.
    if (known.length === 0 && said.cursor === before) return 'failed'
  }
}

/** Whatever stands between us and the server may answer too. */
const isSynced = ({ stored, events, cursor }: Partial<Synced>): boolean =>
  Array.isArray(stored) && Array.isArray(events) && typeof cursor === 'string'
