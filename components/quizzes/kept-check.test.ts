import fc from 'fast-check'
import { readKept } from './kept-check'

const whole = {
  candidate: 'c',
  attempt: 'a',
  sheet: {
    items: [{ id: '1', kind: 'single', topic: 't', critical: false, stem: { rich: [] }, parts: [] }],
    number: 1,
    draft: false,
    locale: 'en',
  },
  locale: 'en',
  answers: { 1: '1', 2: ['1', '2'], 3: { 1: 'a' } },
  at: 1,
}

it('finds what was kept', () => {
  expect(readKept(JSON.stringify(whole))).toEqual(whole)
})

it('takes what is torn or foreign as nothing', () => {
  for (const note of ['', '{"candidate":', 'null', '[]', '"c"', '{"candidate":"c"}', '{"attempt":"a","candidate":1}'])
    expect(readKept(note)).toBeUndefined()
})

it('leaves out the parts that no view could show', () => {
  const [sheet, review] = [{ items: [{}] }, { items: 'all' }]
  const torn = { ...whole, at: -1, answers: { 1: '1', 2: 3, 3: [null] }, sheet, review }
  const { sheet: _sheet, ...rest } = whole
  expect(readKept(JSON.stringify(torn))).toEqual({ ...rest, at: 0, answers: { 1: '1' } })
  expect(readKept(JSON.stringify({ ...whole, answers: null }))?.answers).toEqual({})
})

it('never throws, and what it gives can be read again as it is', () => {
  const part = fc.option(fc.jsonValue(), { nil: undefined })
  const foreign = fc.record({ answers: part, at: part, sheet: part, review: part })
  fc.assert(
    fc.property(foreign, (parts) => {
      const kept = readKept(JSON.stringify({ candidate: 'c', attempt: 'a', ...parts }))
      expect(JSON.stringify(readKept(JSON.stringify(kept)))).toBe(JSON.stringify(kept))
    }),
  )
})
