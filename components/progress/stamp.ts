import { newId } from '@/lib/progress/new-id'

/**
 * Id and time of a new event; the id is of the same millisecond.
 * @param after time of the newest event that is known, ISO, or empty; the new one comes later, also when the clock
 *   was put back
 */
export function stamp(after: string): { id: string; at: string } {
  const time = Math.max(Date.now(), after ? Date.parse(after) + 1 : 0)
  return { id: newId(time), at: new Date(time).toISOString() }
}
