import fc from 'fast-check'
import { stateAt, toSeconds, validUntil } from './validity'

describe('validUntil', () => {
  it.each([
    ['2026-11-21T10:00:00Z', '2028-11-21T10:00:00Z'],
    ['2028-02-29T23:59:59Z', '2030-02-28T23:59:59Z'],
    ['2027-12-31T00:00:00Z', '2029-12-31T00:00:00Z'],
  ])('is 24 calendar months after %s: %s', (from, until) => {
    expect(toSeconds(validUntil(new Date(from)))).toBe(until)
  })

  it('keeps month, day and time, but for the 29th of February', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (from) => {
        const [start, end] = [toSeconds(from), toSeconds(validUntil(from))]
        expect(Number(end.slice(0, 4)) - Number(start.slice(0, 4))).toBe(2)
        expect(end.slice(4)).toBe(start.slice(4).replace('-02-29', '-02-28'))
      }),
    )
  })
})

test('stateAt: valid until the last moment, and revoked whatever the day', () => {
  const [end, before] = [new Date('2028-11-21T10:00:00Z'), new Date('2028-11-21T09:59:59.999Z')]
  const at = (now: Date, revoked: boolean) => stateAt(now, { validUntil: end, revoked })
  expect([at(before, false), at(end, false), at(before, true), at(end, true)]).toEqual(['valid', 'expired', 'revoked', 'revoked'])
})
