import { isRecord } from '../ui/is-record'
import { keepNote, note } from './device'

/** The key of the note in which a device keeps where its sync stands. */
export const syncKey = 'sync'

interface SyncNote {
  /** The cursor of the last answer (lib/progress/schema.ts). */
  cursor?: string
  /** When the account last answered, ISO. */
  at?: string
  /** Candidates that were handed over; with `+` when they had passed by then. */
  claimed?: string[]
}

/** What is torn is as good as nothing: all is fetched again, and changes nothing. */
export function readSyncNote(text = note(syncKey)): SyncNote {
  try {
    const kept: unknown = JSON.parse(text)
    if (!isRecord(kept)) return {}
    const { cursor, at, claimed } = kept
    return {
      cursor: typeof cursor === 'string' && /^\d{1,18}$/.test(cursor) ? cursor : undefined,
      at: typeof at === 'string' ? at : undefined,
      claimed: Array.isArray(claimed) ? claimed.map(String) : undefined,
    }
  } catch {
    return {}
  }
}

export const keepSyncNote = (more: SyncNote): void => keepNote(syncKey, JSON.stringify({ ...readSyncNote(), ...more }))
