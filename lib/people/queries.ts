import type { Actor } from '@/lib/access/actor'
import { Denied, NotFound } from '@/lib/access/errors'
import { db } from '@/lib/db'

/** The address that a sign-in was begun for, to count guesses by. @param browser sha256 of the browser's secret */
export async function getSignInAddress(_actor: Actor, browser: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const found = await db.signIn.findUnique({ where: { browser }, select: { email: true } })
  return found?.email
}

/** What a person's own pages show and change. `shared`: signed in on a shared computer. */
export async function getMe(actor: Actor) {
  if (actor.kind !== 'person') throw new Denied()
  const session = await db.userSession.findUnique({
    where: { id: actor.sessionId },
    select: { shared: true, person: { select: { name: true, pronouns: true, email: true, contact: true } } },
  })
  if (!session) throw new NotFound()
  return { ...session.person, shared: session.shared }
}
