'use client'

import { all, note } from '../progress/device'
import { useNote } from '../progress/use-device'
import { useProgress } from '../progress/use-progress'
import type { BlockPlace } from './kind-props'

/**
 * What a person did in a block, kept on the device at every step and found again after the tab was closed. It is never sent.
 * @param read what was kept, or undefined when it no longer makes sense (the lesson may have changed since)
 * @returns what was kept; how to keep what comes next; and whether the device has been read
 */
export function useSaved<T>(place: BlockPlace, initial: T, read: (kept: unknown) => T | undefined) {
  const key = `${place.course}/${place.lesson}/${place.block}`
  const [kept, keep] = useNote(key)
  const { ready } = useProgress(place.course)
  const save = (next: T) => {
    const text = JSON.stringify(next)
    if (ready) keep(text)
    // Made up without knowing what was kept before, which it must not replace.
    else void all(place.course).then(() => note(key) || keep(text))
  }
  return [parse(kept, read) ?? initial, save, ready] as const
}

function parse<T>(kept: string, read: (value: unknown) => T | undefined): T | undefined {
  if (!kept) return undefined
  try {
    return read(JSON.parse(kept))
  } catch {
    // Torn or foreign: as good as nothing kept.
    return undefined
  }
}
