import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import type { Opened } from '@/lib/access/auth'
import { NotFound, Refused } from '@/lib/access/errors'
import { own, systemOnly } from '@/lib/access/scope'
import { sessionLimits } from '@/lib/access/session'
import { now } from '@/lib/clock'
import { db, takeTurn, type Transaction } from '@/lib/db'
import { env } from '@/lib/env'
import { fill } from '@/lib/i18n/fill'
import { defaultLocale, type Locale, locales } from '@/lib/i18n/locales'
import { loadMessagesOf } from '@/lib/i18n/messages'
import { addJob } from '@/lib/jobs'
import { sendMail } from '@/lib/mail/commands'
import { Prisma } from '@/prisma/client/client'
import { codeLife, codeOf, isCodeOf, mostTries, written } from './code'
import { onlyMe } from './queries'
import { personalTables } from './registry'
import type { Ask, Settings } from './schema'

/**
 * Begins a sign-in and has its code mailed. Whether the address has an account is not even looked at.
 * @param browser sha256 of the new secret of the browser; @param before that of the sign-in which this one replaces
 */
export async function beginSignIn(
  _actor: Actor,
  { email, locale }: Ask,
  browser: Uint8Array<ArrayBuffer>,
  before: Uint8Array<ArrayBuffer> | undefined,
): Promise<void> {
  const at = now()
  await db.$transaction(async (tx) => {
    if (before) await tx.signIn.updateMany({ where: { browser: before, endedAt: null }, data: { endedAt: at } })
    const { id } = await tx.signIn.create({ data: { email, locale, browser, createdAt: at }, select: { id: true } })
    await addJob(tx, 'mail.code', { signIn: id })
  })
}

/** One sentence for a code that is wrong, old, used, of another browser, or of somebody who may not enter. */
const unfit = () => new Refused('people.errors.code')

/**
 * Takes a code and opens a session: once, and only in the browser that asked for the code. The person is made at the
 * first time.
 * @param replaced the session that this browser had before; it ends
 * @throws {Refused} `people.errors.code`, whatever the reason
 */
export async function openSession(
  _actor: Actor,
  { code, shared, browser, replaced }: { code: string; shared: boolean; browser: Uint8Array<ArrayBuffer>; replaced: string | undefined },
): Promise<Opened> {
  const at = now()
  const signIn = await countTry(browser, at)
  // Compared in any case, so that the answer takes as long.
  const fits = isCodeOf(signIn?.id ?? randomUUID(), code)
  if (!signIn || !fits) throw unfit()
  const { id, email, locale } = signIn
  return db.$transaction(async (tx) => {
    const { count } = await tx.signIn.updateMany({ where: { id, endedAt: null }, data: { endedAt: at } })
    if (count === 0) throw unfit() // the same code, entered twice at once
    const person = await personOf(tx, email, locale)
    if (person.suspendedAt) throw unfit()
    return start(tx, person.id, shared, replaced)
  })
}

/** Counts before it is known whether the code fits, so that guesses made at once cannot get in before each other. */
async function countTry(browser: Uint8Array<ArrayBuffer>, at: Date) {
  const [signIn] = await db.signIn.updateManyAndReturn({
    where: { browser, endedAt: null, tries: { lt: mostTries }, createdAt: { gt: new Date(at.getTime() - codeLife) } },
    data: { tries: { increment: 1 } },
    select: { id: true, email: true, locale: true },
  })
  return signIn
}

/** The person of an address, made at the first time. An upsert would fail where two come at once for the first time. */
async function personOf(tx: Transaction, email: string, locale: string) {
  await tx.person.createMany({ data: [{ email, locale }], skipDuplicates: true })
  return tx.person.findUniqueOrThrow({ where: { email }, select: { id: true, suspendedAt: true } })
}

/** Opens a session under an id of its own, and ends the one that this browser had. */
async function start(tx: Transaction, personId: string, shared: boolean, replaced: string | undefined): Promise<Opened> {
  const at = now()
  if (replaced) await tx.userSession.updateMany({ where: { id: replaced, endedAt: null }, data: { endedAt: at } })
  const { id } = await tx.userSession.create({ data: { personId, shared, createdAt: at, seenAt: at }, select: { id: true } })
  return { sessionId: id, personId }
}

/**
 * Opens a session for one of the accounts that a demonstration offers.
 * @param begin what else belongs to such a person, in the same transaction; it comes at every sign-in
 * @throws {NotFound} this is no demonstration
 */
export async function openDemoSession(
  _actor: Actor,
  { email, locale, replaced }: { email: `${string}@haven.invalid`; locale: Locale; replaced: string | undefined },
  begin: (tx: Transaction, personId: string) => Promise<void>,
): Promise<Opened> {
  if (!env().DEMO) throw new NotFound()
  return db.$transaction(async (tx) => {
    const { id } = await personOf(tx, email, locale)
    await begin(tx, id)
    return start(tx, id, false, replaced)
  })
}

/**
 * Mails the code of a sign-in, in the language of the page that it was asked on. Nothing is sent when the sign-in has
 * ended, was tried too often or is too old: the code would be of no use.
 */
export async function mailCode(actor: Actor, { signIn }: { signIn: string }): Promise<void> {
  systemOnly(actor)
  const found = await db.signIn.findUnique({ where: { id: signIn } })
  if (!found || found.endedAt || found.tries >= mostTries || now().getTime() - found.createdAt.getTime() > codeLife) return
  const { mail } = await loadMessagesOf(locales.find((locale) => locale === found.locale) ?? defaultLocale, 'people')
  await sendMail(actor, {
    to: found.email,
    subject: mail.subject,
    text: fill(mail.text, { code: written(codeOf(found.id)), minutes: codeLife / 60_000 }),
  })
}

/** Keeps what people say about themselves, and whether they want mail. @returns what is kept from now on */
export async function changeSettings(actor: Actor, { name, pronouns, contact }: Settings) {
  return db.person.update({
    where: { id: own(actor).personId },
    data: { name: name || null, pronouns: pronouns || null, contact },
    select: { name: true, pronouns: true, contact: true },
  })
}

/**
 * Deletes this person and every row about them, at once and for good (registry.ts). Of a certificate only its place in
 * the status list stays, marked as taken back. A second time there is nobody to delete, which is as well.
 */
export async function erasePerson(actor: Actor): Promise<void> {
  const { personId } = own(actor)
  await db.$transaction(async (tx) => {
    // Whoever writes about a person does so in their turn: what is on its way now is erased too, or finds nobody.
    await takeTurn(tx, personId)
    await tx.$executeRaw`
      insert into "RetiredPlace" ("statusIndex") select "statusIndex" from "Certificate" where "personId" = ${personId}::uuid
      on conflict do nothing`
    for (const [table, { rows }] of personalTables)
      await tx.$executeRaw`${onlyMe(actor)} delete from ${Prisma.raw(`"${table}" where ${rows}`)}`
  })
}

/** Forgets sign-ins whose code no longer holds, and with them the addresses of those who never entered it. */
export async function forgetSignIns(actor: Actor): Promise<void> {
  systemOnly(actor)
  await db.signIn.deleteMany({ where: { createdAt: { lt: new Date(now().getTime() - 2 * codeLife) } } })
}

/** How long a session is kept after its end, in milliseconds. */
const remembered = 24 * 60 * 60_000

/**
 * Forgets the sessions that nobody can use any more since a day or longer, and with them when each person came and left.
 * One that has ended or is past its life is seen no more, and one that has rested too long is not taken up again.
 */
export async function forgetSessions(actor: Actor): Promise<void> {
  systemOnly(actor)
  await db.userSession.deleteMany({ where: { seenAt: { lt: new Date(now().getTime() - remembered - sessionLimits.private.idle) } } })
}
