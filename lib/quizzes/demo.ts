import { randomBytes } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { readSessionId } from '@/lib/access/cookies'
import { NotFound } from '@/lib/access/errors'
import { now } from '@/lib/clock'
import { getCoursePlan, getFirstCourseId } from '@/lib/courses/queries'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { openDemoSession, type ReadyEvent } from '@/lib/people/commands'
import { letIn } from '@/lib/people/sign-in'
import { wholePath } from '@/lib/progress/whole-path'

/** A uuid v7 (RFC 9562) of a time. */
function idFor(at: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The ledger of somebody who has walked the first path of the first course to its end. */
export async function finishedLedger(actor: Actor): Promise<ReadyEvent[]> {
  const course = await getFirstCourseId(actor)
  const { paths, lessons } = await getCoursePlan(actor, course)
  const path = paths[0]?.lessons.flatMap((id) => lessons.filter((lesson) => lesson.id === id)) ?? []
  return wholePath(course, path, now(), idFor).map((event) => ({
    id: event.id,
    kind: event.kind,
    courseId: event.course,
    lessonId: 'lesson' in event ? event.lesson : null,
    blockId: 'block' in event ? event.block : null,
    at: new Date(event.at),
  }))
}

/**
 * Signs in as one of the accounts of a demonstration.
 * @throws {NotFound} this is no demonstration
 */
export async function enterDemo(actor: Actor, who: 'learner' | 'finished', locale: Locale): Promise<{ to: string }> {
  if (!env().DEMO) throw new NotFound()
  const events = who === 'finished' ? await finishedLedger(actor) : []
  const replaced = await readSessionId()
  return letIn(false, locale, () => openDemoSession(actor, { email: `demo-${who}@haven.invalid`, locale, replaced }, events))
}
