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
})
