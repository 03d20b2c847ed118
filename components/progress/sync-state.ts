'use client'

import { useSyncExternalStore } from 'react'
import { who } from './who'

/** What stands between this device and the account. `busy`: nothing yet, we are asking. `sent`: both hold the same. */
export type SyncState = 'busy' | 'sent' | 'offline' | 'signIn' | 'failed'

let state: SyncState = 'busy'
const listeners = new Set<() => void>()

export function setSyncState(next: SyncState): void {
  if (next === state) return
  state = next
  listeners.forEach((listener) => listener())
}

export const syncState = (): SyncState => state

export function subscribeSync(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** On the server, and until the page is alive, `busy`. */
export const useSyncState = (): SyncState => useSyncExternalStore(subscribeSync, syncState, () => 'busy')

const never = () => () => {}

/** Who is signed in (who.ts); nobody on the server. A page belongs to one person: device.ts begins a new one. */
export const useWho = (): string | undefined => useSyncExternalStore(never, who, () => undefined)
