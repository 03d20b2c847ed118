import { db } from '../db'
import { anonymous, systemActor } from './actor'
import { countGuess, forgetGuesses } from './commands'
import { guessLimits } from './guesses'

const hour = 3_600_000
afterAll(() => db.$disconnect())
afterEach(() => db.guessCount.deleteMany())

const ask = (count: number, account: string | undefined, network?: (n: number) => string | undefined) =>
  Promise.allSettled(Array.from({ length: count }, (_, n) => countGuess(anonymous, 'code.ask', { account, network: network?.(n) })))
const passed = (outcomes: PromiseSettledResult<void>[]) => outcomes.filter(({ status }) => status === 'fulfilled').length

describe('countGuess', () => {
  it('lets exactly as many through as it says, of 200 at once from as many networks, and tells the others when to come back', async () => {
    const outcomes = await ask(200, 'someone@example.org', (n) => `198.51.${n}`)
    expect(passed(outcomes)).toBe(guessLimits['code.ask'].account)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(new Set(refused.map(({ messageKey }) => messageKey))).toEqual(new Set(['access.errors.tooMany']))
    for (const { retryAfterSeconds } of refused) expect(retryAfterSeconds).toBeGreaterThan(0)
    expect(passed(await ask(1, 'someone.else@example.org'))).toBe(1)
  })

  it('asks from one network for no more codes than the day has, whatever the quarters of an hour say; others go on', async () => {
    let sent = 0
    const here = () => '203.0.113'
    const round = async () => {
      const outcomes = await ask(8, 'someone@example.org', here)
      sent += passed(outcomes)
      await db.guessCount.updateMany({ where: { expire: { lt: BigInt(Date.now() + hour) } }, data: { expire: BigInt(Date.now() - 1) } })
      return outcomes
    }
    for (let n = 0; n < 5; n++) await round()
    expect(sent).toBe(guessLimits['code.ask'].day)
    const [last] = await round()
    expect(last).toMatchObject({ reason: { messageKey: 'access.errors.tooMany' } })
    expect(last).toHaveProperty('reason.retryAfterSeconds', expect.any(Number))
    expect(passed(await ask(1, 'someone.else@example.org', here))).toBe(1)
    expect(passed(await ask(1, 'someone@example.org', () => '198.51.100'))).toBe(1)
    await db.guessCount.updateMany({ data: { expire: BigInt(Date.now() - 1) } })
    expect(passed(await ask(1, 'someone@example.org', here))).toBe(1)
  })

  it('does not count for the day what the quarter of an hour refused', async () => {
    await ask(100, 'someone@example.org')
    await db.guessCount.updateMany({ where: { expire: { lt: BigInt(Date.now() + hour) } }, data: { expire: BigInt(Date.now() - 1) } })
    expect(passed(await ask(5, 'someone@example.org'))).toBe(5)
  })

  it('stops one network that tries many addresses, and nobody else', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) => countGuess(anonymous, 'code.ask', { account: `${n}@example.org`, network: '203.0.113' })),
    )
    expect(passed(outcomes)).toBe(guessLimits['code.ask'].network)
    expect(passed(await ask(1, '99@example.org', () => '198.51.100'))).toBe(1)
  })

  it('counts everybody together, also those without an address', async () => {
    const limit = guessLimits['certificate.verify'].all
    const outcomes = await Promise.allSettled(Array.from({ length: limit + 50 }, () => countGuess(anonymous, 'certificate.verify', {})))
    expect(passed(outcomes)).toBe(limit)
  })

  it('keeps neither an address nor a network, and refills', async () => {
    expect(passed(await ask(6, 'someone@example.org', () => '203.0.113'))).toBe(5)
    const rows = await db.guessCount.findMany()
    expect(rows).toHaveLength(4)
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/)
    await db.guessCount.updateMany({ data: { expire: BigInt(Date.now() - 1) } })
    expect(passed(await ask(6, 'someone@example.org', () => '203.0.113'))).toBe(5)
  })

  it('forgets what has run out, and nothing else', async () => {
    await ask(1, 'old@example.org')
    await db.guessCount.updateMany({ data: { expire: BigInt(Date.now() - 1) } })
    await countGuess(anonymous, 'code.enter', { account: 'new@example.org' })
    await forgetGuesses(systemActor('keeper'))
    expect(await db.guessCount.count()).toBe(2)
    await expect(forgetGuesses(anonymous)).rejects.toMatchObject({ name: 'Denied' })
  })
})
