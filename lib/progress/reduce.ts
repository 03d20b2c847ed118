import type { BlockEventKind, ProgressEvent } from './event'

export type BlockState = 'reached' | 'skipped' | 'replaced' | 'tried'

export interface LessonProgress {
  /** When it was first opened, ISO. */
  openedAt?: string
  /** The block to resume at: the one of the latest event. */
  lastBlock?: string
  blocks: Record<string, BlockState>
  /** Blocks whose card was read in their place, whatever was done with them besides. */
  replaced?: Record<string, true>
  /** When its end was first reached, ISO. */
  finished?: string
}

/** How far someone is in one course. */
export interface Progress {
  lessons: Record<string, LessonProgress>
  /** When a commitment was first written, ISO. Its words never leave the device. */
  commitment?: string
  /** When the final check was first passed, ISO; known only of someone with an account. */
  checkPassed?: string
}

/** A block keeps the strongest state it ever had: what counts is never lost by scrolling past or skipping later. */
const strength: Record<BlockState, number> = { reached: 0, skipped: 1, replaced: 2, tried: 3 }

const stateOf: Record<BlockEventKind, BlockState> = {
  'block.reached': 'reached',
  'block.skipped': 'skipped',
  'block.replaced': 'replaced',
  'block.tried': 'tried',
}

const byTime = (a: ProgressEvent, b: ProgressEvent): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * What the events of one course amount to; the same function in the browser and on the server.
 * The order of arrival does not matter, nor does an event that arrives twice. Events made in the same
 * millisecond count in the order of their ids, which is the order in which a device made them.
 */
export function reduce(events: readonly ProgressEvent[]): Progress {
  // Without a prototype, an id such as `constructor` is an id like any other.
  const progress: Progress = { lessons: Object.create(null) as Progress['lessons'] }
  for (const event of [...events].sort(byTime)) {
    if (event.kind === 'commitment.written') {
      progress.commitment ??= event.at
      continue
    }
    if (event.kind === 'check.passed') {
      progress.checkPassed ??= event.at
      continue
    }
    const lesson = (progress.lessons[event.lesson] ??= { blocks: Object.create(null) as LessonProgress['blocks'] })
    if ('block' in event) {
      lesson.lastBlock = event.block
      const before = lesson.blocks[event.block]
      const state = stateOf[event.kind]
      if (state === 'replaced') (lesson.replaced ??= Object.create(null) as Record<string, true>)[event.block] = true
      if (!before || strength[state] > strength[before]) lesson.blocks[event.block] = state
    } else if (event.kind === 'lesson.opened') lesson.openedAt ??= event.at
    else lesson.finished ??= event.at
  }
  return progress
}
