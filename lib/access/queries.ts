import { db } from '../db'

/** The session behind a cookie, with what decides whether it still holds. Runs before there is an actor. */
export const getSession = (id: string) =>
  db.userSession.findUnique({
    where: { id },
    select: {
      id: true,
      personId: true,
      shared: true,
      createdAt: true,
      seenAt: true,
      endedAt: true,
      person: { select: { suspendedAt: true } },
    },
  })
