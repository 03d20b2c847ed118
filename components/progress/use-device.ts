'use client'

import { useSyncExternalStore } from 'react'
import { keepNote, noteOf, subscribe } from './device'

/** One note of this device, and the way to change it. Kept at every change; never sent. */
export function useNote(key: string): [note: string, keep: (note: string) => void] {
  const note = useSyncExternalStore(subscribe, () => noteOf(key), () => '')
  return [note, (next) => void keepNote(key, next)]
}

/** Whether this device remembers a passed check of the course. The server knows for itself (lib/quizzes/standing.ts). */
export function useCheckPassed(course: string): boolean {
  const [note] = useNote(`check/${course}`)
  return /"passed":true/.test(note)
}
