import type { Synced } from '@/lib/progress/commands'
import { post } from '../ui/post'
import { everything, take } from './device'
import type { KeptEvent } from './shelf'
import { keepSyncNote, readSyncNote } from './sync-note'

/** What an event says, without what this device notes about it. */
const plain = (event: KeptEvent) => ({ ...event, sent: undefined })

/**
 * Ids of events, and marks of checks, that the server did not take: a build that is older or newer may not read them. They
 * stay here, unsent, and are sent again by the next page.
 */
export const aside = new Set<string>()

/** What the account does not have. */
export const unsent = (): KeptEvent[] => everything().events.filter(({ sent }) => !sent)

/** What is to be sent. */
export const queued = (): KeptEvent[] => unsent().filter(({ id }) => !aside.has(id))

/**
 * Whose all of this is, said with every request: somebody else may be signed in when it arrives.
 * @param person who.ts
 */
export const ownerIn = (person: string): string => person.slice(person.indexOf('.') + 1)

/** The server takes no more at once (lib/progress/schema.ts). */
const atOnce = 200

/**
 * Sends what the account does not have yet and fetches what this device does not have, until there is nothing left.
 * Any step of it can be repeated: an event is an event once, wherever it arrives.
 * @returns undefined when that is done, but for what is set aside; else what is in the way: `offline`, `failed`, or a message key
 */
export async function exchange(person: string): Promise<string | undefined> {
  const { erasures } = everything()
  for (;;) {
    const batch = queued().slice(0, atOnce)
    const before = readSyncNote().cursor
    const sending = { owner: ownerIn(person), events: batch.map(plain), after: before }
    const { said, trouble } = await post<Synced>('/api/progress', sending)
    // Erased meanwhile: what comes now must not bring it back.
    if (everything().erasures !== erasures) return undefined
    if (!said || !isSynced(said)) return trouble ?? 'failed'
    const stored = new Set(said.stored)
    const known = batch.filter(({ id }) => stored.has(id))
    for (const { id } of batch) if (!stored.has(id)) aside.add(id)
    // First what was fetched, then the cursor: a page that ends in between fetches it again.
    await take([...known, ...said.events].map((event) => ({ ...event, sent: true })))
    keepSyncNote({ cursor: said.cursor, at: new Date().toISOString() })
    if (!said.more && queued().length === 0) return undefined
    // An answer that brings nothing forward would be asked for without end.
    if (batch.length === 0 && said.cursor === before) return 'failed'
  }
}

/** Whatever stands between us and the server may answer too. */
const isSynced = ({ stored, events, cursor }: Partial<Synced>): boolean =>
  Array.isArray(stored) && Array.isArray(events) && typeof cursor === 'string'
