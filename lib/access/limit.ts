import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refused } from './errors'

// Counted in this process, not in the database: these limits protect the machine and the disk from a flood, and a round
// trip for each request would cost more than what it protects. A limit on guessing a secret belongs into Postgres.

const minute = 60

/**
 * Points a minute; a request is one, unless its caller says otherwise. `all`: together. `each`: of one network, wide
 * enough for a hospital behind one address (check.draw, check.submit, search), or of one person (the others).
 */
const table = {
  'check.draw': { each: 300, all: 3_000 },
  'check.submit': { each: 600, all: 6_000 },
  // A point for each event: a device that was away for a season hands in 5,000 of them at once.
  'progress.record': { each: 6_000, all: 120_000 },
  // Each one is a row, and a place in the list of what was taken back.
  'certificate.write': { each: 30, all: 6_000 },
  // Typst works in the thread that answers everybody.
  'certificate.paper': { each: 60, all: 1_200 },
  // Reads everything of a person at once.
  'account.records': { each: 10, all: 600 },
  search: { each: 120, all: 3_000 },
} as const

export type LimitName = keyof typeof table

const limiters = (name: LimitName) => ({
  each: new RateLimiterMemory({ keyPrefix: name, points: table[name].each, duration: minute }),
  all: new RateLimiterMemory({ keyPrefix: `${name} all`, points: table[name].all, duration: minute }),
})
const counters = new Map<LimitName, ReturnType<typeof limiters>>()

/** Addresses and accounts are counted under a name that means nothing outside this process and ends with it. */
const secret = randomBytes(32)

/**
 * Counts one request.
 * @param key who asks: a network (address.ts) or a person; undefined counts in the total only
 * @param points how much it weighs, where that is known: 0 or more
 * @throws {Refused} `access.errors.tooMany`, with the seconds to wait
 */
export async function limit(name: LimitName, key: string | undefined, points = 1): Promise<void> {
  const { each, all } = counters.get(name) ?? counters.set(name, limiters(name)).get(name)!
  try {
    if (key !== undefined) await each.consume(createHmac('sha256', secret).update(key).digest('base64'), points)
    await all.consume('', points)
  } catch (full) {
    // The library throws what it counted when there is no point left.
    if (full instanceof RateLimiterRes)
      throw new Refused('access.errors.tooMany', Math.ceil(full.msBeforeNext / 1000) || 1)
    throw full
  }
}
