import { randomBytes } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { type Mail, MailNotSent } from './mail'

/** In milliseconds: a server that is silent must not keep a job for minutes, as it may otherwise. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

const isLoopback = (host: string) => /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/i.test(host)

/** The address of the mail server with our patience and our care, unless it names its own. */
function careful(address: string): string {
  const url = new URL(address)
  // By itself nodemailer goes on in the clear when a server, or somebody on the way to it, offers no STARTTLS.
  const care = { ...patience, requireTLS: !isLoopback(url.hostname) }
  for (const [name, value] of Object.entries(care))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value))
  return url.href
}

/**
 * Hands a mail to the mail server. There is no picture and no link in it that would tell when it is read.
 * @param url `smtp://user:password@host:587`, or `smtps:`; nothing is sent in the clear to another machine, unless it ends in
 *   `?requireTLS=false`
 * @param from of the setting MAIL_FROM
 * @throws {MailNotSent} the server took no responsibility for it, so it may be sent again
 */
export async function transmit(url: string, from: string, { to, subject, text }: Mail): Promise<void> {
  try {
    await createTransport(careful(url)).sendMail({
      from,
      // As a record, an address is never read as a list of several.
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${randomBytes(16).toString('hex')}@${domainOf(from)}>`,
      // Out-of-office answers would tell that there is an account.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    })
  } catch (error) {
    // What a server says repeats the address, and the message of a failed job is kept and logged.
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    throw new MailNotSent([code, responseCode].filter(Boolean).join(' ') || 'unknown')
  }
}

/** `example.org` of `Haven <no-reply@example.org>`. */
const domainOf = (from: string) => /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost'
