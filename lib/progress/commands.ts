import type { Actor } from '@/lib/access/actor'
import { own } from '@/lib/access/scope'
import { db, takeTurn, type Transaction } from '@/lib/db'
import { ownOnDevice } from './device-owner'
import type { ProgressEvent } from './event'
import { newId } from './new-id'
import { listEventsAfter } from './queries'
import type { Batch } from './schema'

export interface Synced {
  /** Ids of the batch: they are committed, the device need not send them again. What is not among them, it keeps. */
  stored: string[]
  /** What this person's ledger has that the device does not, in order of arrival. */
  events: ProgressEvent[]
  /** To be sent as `after` next time. */
  cursor: string
  /** There is more after the cursor. */
  more: boolean
}

/** One sync of a device. @throws {Denied} it is somebody else's */
export async function syncDevice(actor: Actor, { owner, ...batch }: Batch): Promise<Synced> {
  ownOnDevice(actor, owner)
  return recordEvents(actor, batch)
}

/** How many events of one person the ledger takes; a whole course has about 300. Batches that meet here may pass it. */
export const mostEvents = 20_000

/**
 * Takes a batch of events into the ledger and answers with what is new since the cursor. Sending a batch again changes
 * nothing, whoever sends it: an id that is known stays what it is, and stays with the person it came from. The answer
 * is the same either way, so it does not tell whether an id is known to somebody else.
 *
 * A clock that runs ahead would win every comparison for ever, so a time in the future becomes the time of arrival;
 * the device then gets the event back with that time. A time before 2020 (a clock that was reset) becomes 2020.
 *
 * A ledger that is full takes nothing more, and the answer says so: nothing of the batch is stored.
 */
export async function recordEvents(actor: Actor, { events, after }: Omit<Batch, 'owner'>): Promise<Synced> {
  const taken = events.length > 0 && (await takeIn(actor, events)) ? events : []
  const fresh = await listEventsAfter(actor, after)
  const sent = new Map(taken.map(({ id, at }) => [id, at]))
  return { stored: [...sent.keys()], ...fresh, events: fresh.events.filter(({ id, at }) => sent.get(id) !== at) }
}

/** @returns whether there was room for them */
async function takeIn(actor: Actor, events: Batch['events']): Promise<boolean> {
  const { personId } = own(actor)
  // One batch of a person at a time, so that the sequence of a person grows in the order of commits and a cursor never
  // passes an event that is still on its way. Sorted, so that two batches with the same ids wait instead of locking up.
  const [{ free }] = await db.$queryRaw<[{ free: boolean }]>`
    with turn as materialized (select pg_advisory_xact_lock(hashtextextended(${personId}, 0))),
    room as materialized (select count(*) < ${mostEvents} as free from "ProgressEvent" where "personId" = ${personId}::uuid),
    kept as (
      insert into "ProgressEvent" ("id", "personId", "kind", "courseId", "lessonId", "blockId", "revision", "at")
      select id, ${personId}::uuid, kind, course, lesson, block, revision, least(at, now())
      from turn, room, jsonb_to_recordset(${JSON.stringify(events.map(withSaneTime))}::jsonb)
        as event(id uuid, kind text, course text, lesson text, block text, revision int, at timestamptz)
      where free
      order by id
      on conflict do nothing)
    select free from room`
  return free
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
