import { type Locale, perLocale } from './locales'

/** The words of a day in one language; made on the server, because not every browser knows every language. */
export interface DayWords {
  /** `{day} {month} {year}`, in the order of the language. */
  pattern: string
  months: string[]
}

const zone = 'Europe/Brussels'
const calendar = (locale: Locale) => `${locale === 'en' ? 'en-GB' : locale}-u-ca-gregory-nu-latn`

/** How a language writes a day: Western digits, the month as a word. */
export const dayWords = perLocale((locale): DayWords => {
  const format = new Intl.DateTimeFormat(calendar(locale), { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const pattern = format
    .formatToParts(Date.UTC(2026, 0, 1))
    .map(({ type, value }) => (type === 'literal' ? value : `{${type}}`))
    .join('')
  const months = Array.from({ length: 12 }, (_, month) =>
    format.formatToParts(Date.UTC(2026, month, 1)).find(({ type }) => type === 'month')!.value,
  )
  return { pattern, months }
})

const figures = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: zone })

/** A moment as a day in Brussels: `21 November 2026`. @param iso in UTC; the words come from dayWords */
export function writtenDay(iso: string, words: DayWords): string {
  const part = Object.fromEntries(figures.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
  const month = words.months[Number(part.month) - 1] ?? ''
  return words.pattern.replace('{day}', String(Number(part.day))).replace('{month}', month).replace('{year}', part.year ?? '')
}
