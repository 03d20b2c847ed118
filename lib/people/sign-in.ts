import { randomBytes } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { type Opened, sealSession } from '@/lib/access/auth'
import { countGuess, endAllSessions, endSession } from '@/lib/access/commands'
import { clearSession, ownerOf, readSessionId, readSignIn, writeSession, writeSignIn } from '@/lib/access/cookies'
import { hashOf } from '@/lib/access/derive'
import { Denied, Refused } from '@/lib/access/errors'
import { getSession } from '@/lib/access/queries'
import { own } from '@/lib/access/scope'
import { sessionLimits } from '@/lib/access/session'
import { now } from '@/lib/clock'
import { href } from '@/lib/i18n/href'
import type { Locale } from '@/lib/i18n/locales'
import { codeLife } from './code'
import { beginSignIn, erasePerson, openSession } from './commands'
import { getSignInAddress } from './queries'
import type { Ask, Enter, Erase } from './schema'

/** Sends a code to an address, and binds it to this browser. The answer is the same for every address. */
export async function sendCode(actor: Actor, asked: Ask, network: string | undefined): Promise<{ email: string }> {
  await countGuess(actor, 'code.ask', { account: asked.email, network })
  const before = await readSignIn()
  const secret = randomBytes(32)
  await beginSignIn(actor, asked, hashOf(secret), before && hashOf(before))
  await writeSignIn(secret, codeLife / 1000)
  return { email: asked.email }
}

/** Takes the code that came by mail, and signs in. */
export async function enterCode(actor: Actor, { code, shared, locale }: Enter, network: string | undefined): Promise<{ to: string }> {
  const secret = await readSignIn()
  const browser = secret && hashOf(secret)
  await countGuess(actor, 'code.enter', { account: browser && (await getSignInAddress(actor, browser)), network })
  if (!browser) throw new Refused('people.errors.code')
  const isShared = shared === 'yes'
  const replaced = await readSessionId()
  return letIn(isShared, locale, () => openSession(actor, { code, shared: isShared, browser, replaced }))
}

/** Has next-auth seal what `open` opens, and puts it into the browser. */
export async function letIn(shared: boolean, locale: Locale, open: () => Promise<Opened>): Promise<{ to: string }> {
  const { token, opened } = await sealSession(shared, open)
  await writeSession(token, opened.personId, shared ? undefined : new Date(now().getTime() + sessionLimits.private.life))
  return { to: href(locale, '/learn') }
}

/** What the page says on arrival; the part behind # does so where scripts do not run. */
const out = (locale: Locale) => ({ to: href(locale, '/sign-in?out#signed-out') })

/** Ends the session of this browser, whether or not it still held. */
export async function signOut(actor: Actor, locale: Locale): Promise<{ to: string }> {
  const session = await readSessionId()
  if (session) await endSession(actor, session)
  await clearSession()
  return out(locale)
}

/** Ends the sessions of this person on every device. */
export async function signOutEverywhere(actor: Actor, locale: Locale): Promise<{ to: string }> {
  await endAllSessions(actor)
  await clearSession()
  return out(locale)
}

const deleted = (locale: Locale) => ({ to: href(locale, '/sign-in?deleted#deleted') })

/**
 * Deletes this person's account, with everything that it holds, and signs this browser out.
 * @throws {Denied} the page is another person's
 */
export async function deleteAccount(actor: Actor, { locale, owner }: Erase): Promise<{ to: string }> {
  if (owner && owner !== ownerOf(own(actor).personId)) throw new Denied()
  await erasePerson(actor)
  await clearSession()
  return deleted(locale)
}

/**
 * For a browser that got no answer to deleteAccount: its session is not even known any more, because the account is
 * deleted. (Sessions that rest are forgotten too, after a day: nobody waits that long for an answer.)
 * @throws {Denied} the session is still known, or there was none
 */
export async function confirmDeleted(_actor: Actor, locale: Locale): Promise<{ to: string }> {
  const session = await readSessionId()
  if (!session || (await getSession(session))) throw new Denied()
  await clearSession()
  return deleted(locale)
}
