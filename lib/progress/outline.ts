import type { LessonState, PlannedLesson } from './completion'
import type { LessonProgress } from './reduce'

/** How much of something is done. */
export interface Share {
  /** Parts that are done, of all parts. */
  done: number
  total: number
  /** What the rest takes about, in minutes. */
  minutes: number
}

/**
 * How much of a lesson is done, in its parts. A part that asks for an answer is done when it was tried, skipped or
 * replaced; one that is only read, when it was reached. A lesson that counts as done is done in all its parts.
 * @param minutes what the whole lesson takes
 */
export function lessonShare(
  { blocks }: PlannedLesson,
  minutes: number,
  state: LessonState,
  lesson: LessonProgress | undefined,
): Share {
  const total = blocks.length
  if (state === 'done') return { done: total, total, minutes: 0 }
  const done = blocks.filter(({ id, counts }) => {
    const known = lesson?.blocks[id]
    return counts ? (known ?? 'reached') !== 'reached' : Boolean(known ?? lesson?.finished)
  }).length
  // There is something left to do, if only to reach the end.
  return { done, total, minutes: Math.max(1, Math.round(total > 0 ? (minutes * (total - done)) / total : minutes)) }
}

/** How much of several lessons together is done. */
export const together = (shares: readonly Share[]): Share =>
  shares.reduce((sum, { done, total, minutes }) => ({ done: sum.done + done, total: sum.total + total, minutes: sum.minutes + minutes }), {
    done: 0,
    total: 0,
    minutes: 0,
  })
