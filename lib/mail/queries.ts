import type { Actor } from '@/lib/access/actor'
import { NotFound } from '@/lib/access/errors'
import { db } from '@/lib/db'
import { hasOutbox } from '@/lib/env'
import { outboxSize } from './mail'

export interface KeptMail {
  id: string
  to: string
  subject: string
  text: string
  at: Date
}

/**
 * The mails that were not sent because this is a demonstration or development, newest first.
 * @throws {NotFound} wherever mail is really sent
 */
export async function listOutbox(_actor: Actor): Promise<KeptMail[]> {
  if (!hasOutbox()) throw new NotFound()
  return db.outboxMail.findMany({
    select: { id: true, to: true, subject: true, text: true, at: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: outboxSize,
  })
}
