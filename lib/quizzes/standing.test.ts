import fc from 'fast-check'
import { bankOf } from './item.arbitrary'
import { standing, type Try } from './standing'

const bank = bankOf(2, 3, 2, { draw: 5, critical: 2, pass: 0.8 })
const first = ['safety0-0', 'safety1-0', 'other0-0', 'other1-0', 'other2-0']
const points = (...earned: number[]): Try => ({
  itemIds: first,
  points: Object.fromEntries(first.map((id, place) => [id, earned[place]!])),
})

const anyTry: fc.Arbitrary<Try> = fc
  .dictionary(fc.constantFrom(...bank.items.map(({ id }) => id)), fc.constantFrom(0, 0.5, 1))
  .map((earned) => ({ itemIds: Object.keys(earned), points: earned }))
const anyTries = fc.array(anyTry, { maxLength: 6 }).map((later): [Try, ...Try[]] => [points(0, 1, 0, 1, 1), ...later])

describe('standing', () => {
  it('is open for everything before anything was handed in', () => {
    expect(standing(bank, [{ itemIds: first }])).toMatchObject({
      share: 0,
      enough: false,
      passed: false,
      open: ['safety0', 'safety1', 'other0', 'other1', 'other2'],
    })
  })

  it('passes at the pass mark with every safety question right', () => {
    expect(standing(bank, [points(1, 1, 1, 1, 0)])).toMatchObject({ share: 0.8, enough: true, passed: true, open: [] })
  })

  it('does not pass on points alone while a safety question is open, and asks only for that one', () => {
    expect(standing(bank, [points(0, 1, 1, 1, 1)])).toMatchObject({ enough: true, passed: false, open: ['safety0'] })
  })

  it('takes a parallel item for the family: missed first, right later, passed', () => {
    const later: Try = { itemIds: ['safety0-1'], points: { 'safety0-1': 1 } }
    expect(standing(bank, [points(0, 1, 1, 1, 1), later])).toMatchObject({ share: 1, passed: true })
  })

  it('adds tenths without losing any', () => {
    const tenths = bankOf(0, 10, 1, { draw: 10, critical: 0, pass: 0.7 })
    const itemIds = tenths.items.map(({ id }) => id)
    expect(standing(tenths, [{ itemIds, points: Object.fromEntries(itemIds.map((id) => [id, 0.7])) }]).enough).toBe(
      true,
    )
  })

  it('leaves a way on where every answer is good enough and the sum is not', () => {
    const moments = bankOf(0, 3, 1, { draw: 3, critical: 0, pass: 0.8 })
    const nodes = { ...moments, items: moments.items.map((item) => ({ ...item, kind: 'node' as const })) }
    const itemIds = nodes.items.map(({ id }) => id)
    const good: Try = { itemIds, points: { [itemIds[0]!]: 1, [itemIds[1]!]: 0.7, [itemIds[2]!]: 0.7 } }
    expect(standing(nodes, [good])).toMatchObject({ passed: true })
    expect(standing({ ...nodes, settings: { ...nodes.settings, pass: 0.9 } }, [good])).toMatchObject({
      passed: false,
      open: ['other1', 'other2'],
    })
  })

  it('is passed exactly when the share is reached and every safety family is right; only then nothing is open', () => {
    fc.assert(
      fc.property(anyTries, (tries) => {
        const { families, share, passed, open } = standing(bank, tries)
        expect(families.map(({ family }) => family)).toEqual(['safety0', 'safety1', 'other0', 'other1', 'other2'])
        expect(passed).toBe(share >= 0.8 - 1e-9 && families.every(({ critical, right }) => right || !critical))
        expect(open.length === 0).toBe(passed)
      }),
    )
  })

  it('hears only the latest answer to a family', () => {
    fc.assert(
      fc.property(anyTries, (tries) => {
        const last = points(1, 1, 1, 1, 1)
        expect(standing(bank, [...tries, last]).passed).toBe(true)
      }),
    )
  })
})
