import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './database'

/** The code of the newest mail to an address, as its reader would type it. Mail is not sent here: it lies in the outbox. */
export async function codeFor(address: string, after = new Date(0)): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const [mail] = await ask<{ text: string }>('select text from "OutboxMail" where "to" = $1 and at > $2 order by at desc limit 1', [address, after])
    const code = /\b\d{4} \d{4}\b/.exec(mail?.text ?? '')?.[0]
    if (code) return code
    await sleep(100)
  }
  throw new Error(`no code came for ${address}`)
}

/** An address that no other test uses. */
export const newAddress = (): string => `learner-${randomUUID()}@example.org`
