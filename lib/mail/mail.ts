/** A mail of ours: text only, one person. Its subject tells nothing to somebody who looks over a shoulder. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** Why a mail was not taken, without the address that a server's own words would repeat. */
export class MailNotSent extends Error {
  override name = 'MailNotSent'
}

/** How many mails the outbox page shows and keeps. */
export const outboxSize = 50
