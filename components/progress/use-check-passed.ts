import { useMemo } from 'react'
import { checkNote } from './check-note'
import { useWho } from './sync-state'
import { useNote } from './use-device'
import { useProgress } from './use-progress'

/**
 * Whether the final check of a course was passed. With an account only the account knows; without one the device
 * remembers, as components/quizzes/use-check.ts keeps it.
 */
export function useCheckPassed(course: string): boolean {
  const [kept] = useNote(checkNote(course))
  const here = useMemo(() => passedIn(kept), [kept])
  const { checkPassed } = useProgress(course).progress
  return useWho() ? Boolean(checkPassed) : here
}

function passedIn(kept: string): boolean {
  try {
    return kept !== '' && (JSON.parse(kept) as { passed?: unknown }).passed === true
  } catch {
    // Torn: as good as nothing kept; the server knows the tries.
    return false
  }
}
