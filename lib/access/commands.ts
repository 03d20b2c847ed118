import { now } from '../clock'
import { db } from '../db'

/** Notes that a session is in use; an ended one stays ended. Runs before there is an actor. */
export const touchSession = (id: string) =>
  db.userSession.updateMany({ where: { id, endedAt: null }, data: { seenAt: now() } })
