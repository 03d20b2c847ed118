import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { now } from '../clock'
import { env } from '../env'
import { type Actor, anonymous, personActor } from './actor'
import { touchSession } from './commands'
import { getSession } from './queries'

/** `__Host-` binds the cookie to this host and to https; browsers take localhost for secure. */
export const sessionCookie = '__Host-session'

const minute = 60_000
/** How long a session may rest, and how long it lives at most, in milliseconds (care.md §4). */
export const sessionLimits = {
  shared: { idle: 15 * minute, life: 8 * 60 * minute },
  private: { idle: 30 * minute, life: 7 * 24 * 60 * minute },
}

const token = z.object({ sid: z.uuid() })

/** The id of the session that a cookie names, if this installation sealed it; whether it still holds is another question. */
export async function sessionIdOf(cookie: string | undefined): Promise<string | undefined> {
  if (!cookie) return undefined
  // A forged or torn cookie makes decode throw: it is no session, not an error of ours.
  const decoded = await decode({ token: cookie, secret: env().AUTH_SECRET }).catch(() => null)
  return token.safeParse(decoded).data?.sid
}

/**
 * Turns a session cookie into an actor. The cookie carries only the id of a UserSession, whose row is
 * looked at on every request, so that sign-out and suspension take effect on the next one.
 * Anything wrong with it is the same as no cookie.
 */
export async function actorFromCookie(cookie: string | undefined): Promise<Actor> {
  const id = await sessionIdOf(cookie)
  if (!id) return anonymous
  const session = await getSession(id)
  if (!session || session.endedAt || session.suspendedAt) return anonymous
  const limit = session.shared ? sessionLimits.shared : sessionLimits.private
  const at = now().getTime()
  if (at - session.seenAt.getTime() > limit.idle || at - session.createdAt.getTime() > limit.life) return anonymous
  if (at - session.seenAt.getTime() > minute) await touchSession(session.id)
  return personActor(session.personId, session.id)
}
