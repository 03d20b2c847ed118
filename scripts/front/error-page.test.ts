import { resolve } from 'node:path'
import { errorPages } from './error-page.mjs'

const page = errorPages(resolve(__dirname, '../../messages'))

test('it speaks the language of the address, and English anywhere else', () => {
  expect(page('/nl/courses')).toContain('<html lang="nl" dir="ltr">')
  expect(page('/ar')).toContain('<html lang="ar" dir="rtl">')
  expect(page('/')).toContain('<html lang="en"')
  expect(page('/xx/y')).toContain('<html lang="en"')
})

test('it has the way out and a way on, and no script or style of its own', () => {
  expect(page('/en')).toContain('href="/leave"')
  expect(page('/en')).toContain('href="/en/courses"')
  expect(page('/en')).not.toMatch(/<style|<script>|style=/)
})
