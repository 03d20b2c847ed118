import type { PlannedLesson } from './completion'
import type { ProgressEvent } from './event'
import { newId } from './new-id'

const second = 1000

/**
 * Everything that somebody does who walks a path to its end: each lesson opened, its questions tried, finished; the
 * check passed; a commitment written. One event a second, the last one at `end`.
 */
export function wholePath(course: string, path: readonly PlannedLesson[], end: Date): ProgressEvent[] {
  const facts = [
    ...path.flatMap(({ id: lesson, blocks }) => [
      { kind: 'lesson.opened' as const, course, lesson },
      ...blocks.filter(({ counts }) => counts).map(({ id: block }) => ({ kind: 'block.tried' as const, course, lesson, block })),
      { kind: 'lesson.finished' as const, course, lesson },
    ]),
    { kind: 'check.passed' as const, course },
    { kind: 'commitment.written' as const, course },
  ]
  return facts.map((fact, index) => {
    const time = end.getTime() - (facts.length - 1 - index) * second
    return { ...fact, id: newId(time), at: new Date(time).toISOString() }
  })
}
