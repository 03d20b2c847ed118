import { locales } from './locales'
import { dayWords, writtenDay } from './day'

test.each([
  ['en', '21 November 2026'],
  ['fr', '21 novembre 2026'],
  ['nl', '21 november 2026'],
  ['pt', '21 de novembro de 2026'],
  ['ar', '21 نوفمبر 2026'],
  ['ti', 'ሕዳር 21, 2026'],
] as const)('a day in %s', (locale, day) => {
  expect(writtenDay('2026-11-21T12:00:00Z', dayWords(locale))).toBe(day)
})

test('the day is that of Brussels, not of Greenwich', () => {
  expect(writtenDay('2026-12-31T23:30:00Z', dayWords('en'))).toBe('1 January 2027')
})

test('every language has twelve months and a year in Western digits', () => {
  for (const locale of locales) {
    const { months } = dayWords(locale)
    expect(new Set(months).size).toBe(12)
    expect(writtenDay('2026-03-01T12:00:00Z', dayWords(locale))).toContain('2026')
  }
})
