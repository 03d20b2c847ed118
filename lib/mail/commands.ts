import type { Actor } from '@/lib/access/actor'
import { systemOnly } from '@/lib/access/scope'
import { db } from '@/lib/db'
import { env, hasOutbox } from '@/lib/env'
import { type Mail, MailNotSent, outboxSize } from './mail'
import { transmit } from './transport'

/**
 * Sends a mail: by the mail server where there is one, otherwise to the outbox page. Only jobs send mail, so that it is
 * tried again when it fails, and goes out once when it does not.
 * @throws {MailNotSent} to be tried again
 */
export async function sendMail(actor: Actor, mail: Mail): Promise<void> {
  systemOnly(actor)
  const { SMTP_URL, MAIL_FROM } = env()
  if (SMTP_URL) return transmit(SMTP_URL, MAIL_FROM, mail)
  if (!hasOutbox()) throw new MailNotSent('no mail server is set (SMTP_URL)')
  const { to, subject, text } = mail
  await db.outboxMail.create({ data: { to, subject, text } })
}

/** Forgets the mails that the outbox page does not show: all of them where there is no such page. */
export async function trimOutbox(actor: Actor): Promise<void> {
  systemOnly(actor)
  await db.$executeRaw`
    delete from "OutboxMail"
    where id not in (select id from "OutboxMail" order by at desc, id desc limit ${hasOutbox() ? outboxSize : 0})`
}
