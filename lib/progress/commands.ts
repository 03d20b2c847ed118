import type { Actor } from '@/lib/access/actor'
import { own } from '@/lib/access/scope'
import { db, takeTurn, type Transaction } from '@/lib/db'
import type { ProgressEvent } from './event'
import { newId } from './new-id'
import { listEventsAfter } from './queries'
import type { Batch } from './schema'

export interface Synced {
  /** Ids of the batch: they are committed, the device need not send them again. */
  stored: string[]
  /** What this person's ledger has that the device does not, in order of arrival. */
  events: ProgressEvent[]
  /** To be sent as `after` next time. */
  cursor: string
  /** There is more after the cursor. */
  more: boolean
}

/**
 * Takes a batch of events into the ledger and answers with what is new since the cursor. Sending a batch again changes
 * nothing, whoever sends it: an id that is known stays what it is, and stays with the person it came from. The answer
 * is the same either way, so it does not tell whether an id is known to somebody else.
 *
 * A clock that runs ahead would win every comparison for ever, so a time in the future becomes the time of arrival;
 * the device then gets the event back with that time. A time before 2020 (a clock that was reset) becomes 2020.
 */
export async function recordEvents(actor: Actor, { events, after }: Batch): Promise<Synced> {
  const { personId } = own(actor)
  // One batch of a person at a time, so that the sequence of a person grows in the order of commits and a cursor never
  // passes an event that is still on its way. Sorted, so that two batches with the same ids wait instead of locking up.
  if (events.length > 0)
    await db.$executeRaw`
      with turn as materialized (select pg_advisory_xact_lock(hashtextextended(${personId}, 0)))
      insert into "ProgressEvent" ("id", "personId", "kind", "courseId", "lessonId", "blockId", "revision", "at")
      select id, ${personId}::uuid, kind, course, lesson, block, revision, least(at, now())
      from turn, jsonb_to_recordset(${JSON.stringify(events.map(withSaneTime))}::jsonb)
        as event(id uuid, kind text, course text, lesson text, block text, revision int, at timestamptz)
      order by id
      on conflict do nothing`
  const fresh = await listEventsAfter(actor, after)
  const sent = new Map(events.map(({ id, at }) => [id, at]))
  return { stored: [...sent.keys()], ...fresh, events: fresh.events.filter(({ id, at }) => sent.get(id) !== at) }
}

/** No event is older than Haven; and Postgres does not know the year 0. */
const earliest = '2020-01-01T00:00:00.000Z'
const withSaneTime = (event: ProgressEvent): ProgressEvent => (event.at < earliest ? { ...event, at: earliest } : event)

interface PassedCheck {
  personId: string
  course: string
  /** When it was passed. */
  at: Date
}

/**
 * Writes into a person's ledger that the final check of a course was passed, unless it stands there. Part of the
 * transaction in which that became known: the caller has found out whose candidate passed (lib/quizzes/commands.ts).
 */
export async function recordPassedCheck(_actor: Actor, tx: Transaction, { personId, course, at }: PassedCheck) {
  await takeTurn(tx, personId) // the same as in recordEvents
  await tx.$executeRaw`
    insert into "ProgressEvent" ("id", "personId", "kind", "courseId", "at")
    select ${newId(at.getTime())}::uuid, ${personId}::uuid, 'check.passed', ${course}, ${at}
    where not exists (
      select 1 from "ProgressEvent"
      where "personId" = ${personId}::uuid and "courseId" = ${course} and "kind" = 'check.passed')`
}

/**
 * Writes the ledger of somebody who has none, as part of the transaction in which they come to be; doing it again changes
 * nothing. Only a demonstration begins with a ledger (demo.ts).
 */
export async function beginLedger(_actor: Actor, tx: Transaction, personId: string, events: readonly ProgressEvent[]) {
  await takeTurn(tx, personId) // two clicks at once: the second sees what the first has written
  if ((await tx.progressEvent.count({ where: { personId } })) > 0) return
  await tx.progressEvent.createMany({
    data: events.map((event) => ({
      id: event.id,
      personId,
      kind: event.kind,
      courseId: event.course,
      lessonId: 'lesson' in event ? event.lesson : null,
      blockId: 'block' in event ? event.block : null,
      at: event.at,
    })),
  })
}
