import fc from 'fast-check'
import { locales } from './locales'
import { match } from './negotiate'

test.each([
  ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
  ['de, ar;q=0.4, fr;q=0.7', 'fr'],
  ['ti-ER', 'ti'],
  ['en;q=0, pt', 'pt'],
  ['de', 'en'],
  ['', 'en'],
  [null, 'en'],
])('%s is answered in %s', (header, locale) => expect(match(header)).toBe(locale))

test('whatever the header, the answer is a language we speak', () => {
  fc.assert(fc.property(fc.string(), (header) => locales.includes(match(header))))
})
