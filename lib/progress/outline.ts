import type { LessonState, PlannedLesson } from './completion'
import type { ProgressEvent } from './event'
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

/** What a stop of the thread looks like: done, skipped (it counts), where this person is, still open. */
export type Stop = 'done' | 'skip' | 'now' | 'todo'

/**
 * The parts of a lesson as stops, each by itself.
 * @param place id of the part where this person stopped
 */
export const partStops = ({ blocks }: PlannedLesson, lesson: LessonProgress | undefined, place: string | undefined): Stop[] =>
  blocks.map(({ id, counts }) => {
    if (id === place) return 'now'
    const known = lesson?.blocks[id]
    if (known === 'skipped' || known === 'replaced') return 'skip'
    return known === 'tried' || (known && !counts) ? 'done' : 'todo'
  })

/** A lesson as one stop. It is a skipped one when it counts and nothing in it was tried of what asks for an answer. */
export function lessonStop({ blocks }: PlannedLesson, state: LessonState, lesson: LessonProgress | undefined): Stop {
  if (state !== 'done') return 'todo'
  const asked = blocks.filter(({ counts }) => counts)
  return asked.length > 0 && asked.every(({ id }) => lesson?.blocks[id] !== 'tried') ? 'skip' : 'done'
}

/** Several stops as one: done when each counts, here when one of them is. */
export function stopOfAll(stops: readonly Stop[]): Stop {
  if (stops.includes('now')) return 'now'
  if (stops.includes('todo')) return 'todo'
  return stops.includes('done') ? 'done' : 'skip'
}

/** When each lesson of a course was last worked on: ISO by its id. */
export function lastWorkedOn(course: string, events: readonly ProgressEvent[]): Map<string, string> {
  const last = new Map<string, string>()
  for (const event of events)
    if ('lesson' in event && event.course === course && event.at > (last.get(event.lesson) ?? '')) last.set(event.lesson, event.at)
  return last
}
