import { limit } from './limit'

const times = (count: number, key: string | undefined) =>
  Promise.allSettled(Array.from({ length: count }, () => limit('check.draw', key)))
const passed = (outcomes: PromiseSettledResult<void>[]) =>
  outcomes.filter(({ status }) => status === 'fulfilled').length

describe('limit', () => {
  it('lets as many through as it says, however parallel, tells the others when to come back, and bothers nobody else', async () => {
    const outcomes = await times(350, '203.0.113')
    expect(passed(outcomes)).toBe(300)
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
    expect(refused[0]).toMatchObject({ messageKey: 'access.errors.tooMany' })
    expect(refused[0].retryAfterSeconds).toBeGreaterThan(0)
    expect(refused[0].retryAfterSeconds).toBeLessThanOrEqual(60)
    expect(passed(await times(1, '198.51.100'))).toBe(1)
  })

  it('counts everybody together, also those without an address', async () => {
    expect(passed(await times(3_500, undefined))).toBe(3_000 - 301)
    expect(passed(await times(1, '192.0.2'))).toBe(0)
  })

  it('counts by weight: a first sync of 5,000 events and a day of work pass, 120,000 rows do not', async () => {
    const sync = (events: number, key: string) => limit('progress.record', key, events)
    const sent = (batches: number, key: string) => Promise.allSettled(Array.from({ length: batches }, () => sync(200, key)))
    expect(passed(await sent(25, 'noor'))).toBe(25)
    expect(passed(await Promise.allSettled(Array.from({ length: 500 }, () => sync(2, 'noor'))))).toBe(500)
    await expect(sync(1, 'noor')).rejects.toMatchObject({ messageKey: 'access.errors.tooMany' })
    expect(passed(await sent(600, 'flood'))).toBe(30)
    expect(passed(await sent(1, 'sam'))).toBe(1)
  })

  it('weighs in the total too', async () => {
    const one = (person: number) => limit('progress.record', `${person}`, 6_000)
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, person) => one(person)))
    expect(passed(outcomes)).toBeGreaterThan(10)
    expect(passed(outcomes)).toBeLessThanOrEqual(20)
  })

  it('lets one person write a few certificates a minute, and no list of them', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 40 }, () => limit('certificate.write', 'noor')))
    expect(passed(asked)).toBe(30)
  })
})
