'use client'

import { useSyncExternalStore } from 'react'
import { keepNote, note, subscribe } from './device'

/** A text that stays on this device: empty until it was read, and on the server. What is set is kept at once. */
export function useNote(key: string): [text: string, keep: (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => note(key),
    () => '',
  )
  return [text, (next) => keepNote(key, next)]
}
