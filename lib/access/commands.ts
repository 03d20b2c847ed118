import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { now } from '../clock'
import { db } from '../db'
import type { Actor } from './actor'
import { Denied, Refused } from './errors'
import { countersOf, type GuessKeys, type GuessName } from './guesses'
import { systemOnly } from './scope'

/** Notes that a session is in use; an ended one stays ended. Runs before there is an actor. */
export const touchSession = (id: string) =>
  db.userSession.updateMany({ where: { id, endedAt: null }, data: { seenAt: now() } })

/** What the library asks of a connection. It reckons with `expire`, so that must be a number. */
const connection = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await db.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values)
    return { rows: rows.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) })), rowCount: rows.length }
  },
}

const limiters = new Map<string, RateLimiterPostgres>()
const limiterOf = (points: number, seconds: number): RateLimiterPostgres => {
  const kind = `${points}/${seconds}`
  const known = limiters.get(kind)
  if (known) return known
  const limiter = new RateLimiterPostgres({
    storeClient: connection,
    storeType: 'client',
    tableName: 'GuessCount',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: '',
    points,
    duration: seconds,
  })
  limiters.set(kind, limiter)
  return limiter
}

/**
 * Counts one guess at a secret, or one request for one, exactly, however many come at once and to however many processes.
 * @throws {Refused} `access.errors.tooMany`, with the seconds to wait
 */
export async function countGuess(_actor: Actor, name: GuessName, keys: GuessKeys): Promise<void> {
  for (const { key, points, seconds } of countersOf(name, keys)) {
    try {
      await limiterOf(points, seconds).consume(key)
    } catch (full) {
      // The library throws what it counted when there is no point left.
      if (full instanceof RateLimiterRes) throw new Refused('access.errors.tooMany', Math.ceil(full.msBeforeNext / 1000) || 1)
      throw full
    }
  }
}

/** Forgets counts that have run out. */
export async function forgetGuesses(actor: Actor): Promise<void> {
  systemOnly(actor)
  await db.guessCount.deleteMany({ where: { expire: { lt: BigInt(now().getTime()) } } })
}

/** Ends one session, from the next request on. Whoever knows its id holds its cookie. */
export async function endSession(_actor: Actor, id: string): Promise<void> {
  await db.userSession.updateMany({ where: { id, endedAt: null }, data: { endedAt: now() } })
}

/** Ends every session of this person, on every device. */
export async function endAllSessions(actor: Actor): Promise<void> {
  if (actor.kind !== 'person') throw new Denied()
  await db.userSession.updateMany({ where: { personId: actor.personId, endedAt: null }, data: { endedAt: now() } })
}
