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
/** care.md §4: how long a session may rest, and how long it lives at most. */
const limits = {
  shared: { idle: 15 * minute, life: 8 * 60 * minute },
  private: { idle: 30 * minute, life: 7 * 24 * 60 * minute },
}

const token = z.object({ sid: z.uuid() })

/**
 * Turns a session cookie into an actor. The cookie carries only the id of a UserSession, whose row is
 * looked at on every request, so that sign-out and suspension take effect on the next one.
 * Anything wrong with it is the same as no cookie.
 */
export async function actorFromCookie(cookie: string | undefined): Promise<Actor> {
  if (!cookie) return anonymous
  // A forged or torn cookie makes decode throw: it is no session, not an error of ours.
  const decoded = await decode({ token: cookie, secret: env().AUTH_SECRET }).catch(() => null)
  const parsed = token.safeParse(decoded)
  if (!parsed.success) return anonymous
  const session = await getSession(parsed.data.sid)
  if (!session || session.endedAt || session.person.suspendedAt) return anonymous
  const limit = session.shared ? limits.shared : limits.private
  const at = now().getTime()
  if (at - session.seenAt.getTime() > limit.idle || at - session.createdAt.getTime() > limit.life) return anonymous
  if (at - session.seenAt.getTime() > minute) await touchSession(session.id)
  return personActor(session.personId, session.id)
}
