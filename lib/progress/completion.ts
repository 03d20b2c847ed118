import type { LessonProgress, Progress } from './reduce'

/** What of a lesson decides about its completion. */
export interface PlannedLesson {
  id: string
  /** `counts`: a block that asks for an answer. `instead`: the card that may be read in its place. */
  blocks: readonly { id: string; counts: boolean; instead?: string | undefined }[]
}

export type LessonState = 'todo' | 'started' | 'done'

type Missing =
  | { what: 'lesson'; lesson: string }
  | { what: 'block'; lesson: string; block: string }
  | { what: 'check' }
  | { what: 'commitment' }

export interface Completion {
  done: boolean
  lessons: { id: string; state: LessonState }[]
  /** What is still to do, in the order of the path. */
  missing: Missing[]
}

/**
 * Whether a path is completed (curriculum §7.1): every lesson opened to its end or its alternative done,
 * every counting block tried, skipped or replaced, the final check passed, and one commitment written.
 * What was done beyond the path neither helps nor harms.
 * @param checkPassed with an account that is `progress.checkPassed`, without one what the device remembers
 */
export function completion(path: readonly PlannedLesson[], progress: Progress, checkPassed: boolean): Completion {
  const missing: Missing[] = []
  const lessons = path.map((planned) => {
    const lesson = progress.lessons[planned.id]
    const before = missing.length
    missing.push(...openBlocks(planned, lesson))
    if (!lesson?.finished && !alternativeDone(planned, lesson)) missing.push({ what: 'lesson', lesson: planned.id })
    const state: LessonState = missing.length === before ? 'done' : lesson ? 'started' : 'todo'
    return { id: planned.id, state }
  })
  if (!checkPassed) missing.push({ what: 'check' })
  if (!progress.commitment) missing.push({ what: 'commitment' })
  return { done: missing.length === 0, lessons, missing }
}

const openBlocks = ({ id, blocks }: PlannedLesson, lesson: LessonProgress | undefined): Missing[] =>
  blocks
    .filter((block) => block.counts && (lesson?.blocks[block.id] ?? 'reached') === 'reached')
    .map((block) => ({ what: 'block', lesson: id, block: block.id }))

/** The lesson offers a card in place of some of its blocks, and the card was read in place of each. */
function alternativeDone({ blocks }: PlannedLesson, lesson: LessonProgress | undefined): boolean {
  const replaceable = blocks.filter((block) => block.counts && block.instead)
  return replaceable.length > 0 && replaceable.every(({ id }) => lesson?.replaced?.[id])
}
