'use client'

import { useNote } from '../progress/use-device'
import type { BlockPlace } from './kind-props'

/**
 * What a person did in a block, kept on the device at every step and found again after the tab was closed. It is never sent.
 * @param read what was kept, or undefined when it no longer makes sense (the lesson may have changed since)
 */
export function useSaved<T>(place: BlockPlace, initial: T, read: (kept: unknown) => T | undefined) {
  const [note, setNote] = useNote(`${place.course}/${place.lesson}/${place.block}`)
  return [parse(note, read) ?? initial, (next: T) => setNote(JSON.stringify(next))] as const
}

function parse<T>(note: string, read: (kept: unknown) => T | undefined): T | undefined {
  if (!note) return undefined
  try {
    return read(JSON.parse(note))
  } catch {
    // Torn or foreign: as good as nothing kept.
    return undefined
  }
}
