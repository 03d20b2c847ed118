import type { Actor } from '@/lib/access/actor'
import { own } from '@/lib/access/scope'
import { db } from '@/lib/db'
import type { ProgressEvent } from './event'
import { type Progress, reduce } from './reduce'

const columns = {
  id: true,
  kind: true,
  courseId: true,
  lessonId: true,
  blockId: true,
  revision: true,
  at: true,
  sequence: true,
} as const

interface Row {
  id: string
  kind: string
  courseId: string
  lessonId: string | null
  blockId: string | null
  revision: number | null
  at: Date
}

/** An event as it came. The ledger holds only what the schema and the commands let in, so its kind is one of ours. */
const eventOf = ({ id, kind, courseId, lessonId, blockId, revision, at }: Row): ProgressEvent =>
  ({
    id,
    kind,
    course: courseId,
    ...(lessonId !== null && { lesson: lessonId }),
    ...(blockId !== null && { block: blockId }),
    ...(revision !== null && { revision }),
    at: at.toISOString(),
  }) as ProgressEvent

/** How far this person is in a course; nothing yet is an empty progress. */
export async function getProgress(actor: Actor, courseId: string): Promise<Progress> {
  const rows = await db.progressEvent.findMany({ where: { ...own(actor), courseId }, select: columns })
  return reduce(rows.map(eventOf))
}

/** How many events one answer carries at most. */
export const pageSize = 500

/**
 * What the ledger of this person holds after a cursor, in order of arrival.
 * @param after a cursor of an earlier answer; undefined: from the beginning
 */
export async function listEventsAfter(actor: Actor, after: string | undefined) {
  const rows = await db.progressEvent.findMany({
    where: { ...own(actor), sequence: { gt: BigInt(after ?? 0) } },
    orderBy: { sequence: 'asc' },
    take: pageSize,
    select: columns,
  })
  return {
    events: rows.map(eventOf),
    cursor: rows.at(-1)?.sequence.toString() ?? after ?? '0',
    more: rows.length === pageSize,
  }
}
