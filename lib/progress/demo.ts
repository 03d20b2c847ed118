import type { Actor } from '@/lib/access/actor'
import { readSessionId } from '@/lib/access/cookies'
import { NotFound } from '@/lib/access/errors'
import { now } from '@/lib/clock'
import { getCoursePlan, getFirstCourseId } from '@/lib/courses/queries'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { openDemoSession } from '@/lib/people/commands'
import { letIn } from '@/lib/people/sign-in'
import { beginLedger } from './commands'
import type { ProgressEvent } from './event'
import { wholePath } from './whole-path'

/** The ledger of somebody who has walked the first path of the first course to its end. */
export async function finishedLedger(actor: Actor): Promise<ProgressEvent[]> {
  const course = await getFirstCourseId(actor)
  const { paths, lessons } = await getCoursePlan(actor, course)
  const path = paths[0]?.lessons.flatMap((id) => lessons.filter((lesson) => lesson.id === id)) ?? []
  return wholePath(course, path, now())
}

/**
 * Signs in as one of the accounts of a demonstration.
 * @throws {NotFound} this is no demonstration
 */
export async function enterDemo(actor: Actor, who: 'learner' | 'finished', locale: Locale): Promise<{ to: string }> {
  if (!env().DEMO) throw new NotFound()
  const events = who === 'finished' ? await finishedLedger(actor) : []
  const account = { email: `demo-${who}@haven.invalid`, locale, replaced: await readSessionId() } as const
  return letIn(false, locale, () => openDemoSession(actor, account, (tx, personId) => beginLedger(actor, tx, personId, events)))
}
