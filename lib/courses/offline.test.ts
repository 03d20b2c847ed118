import { existsSync } from 'node:fs'
import fc from 'fast-check'
import { locales } from '../i18n/locales'
import {
  cardsIn, coursePages, firstPages, groupKept, isDue, isFit, isForReaders, isPageAddress, keptPage, localeOf, partsIn, plainFiles,
} from './offline'

describe('which pages may be kept', () => {
  it.each([
    ['/en', { locale: 'en' }],
    ['/ti/cards/6', { locale: 'ti' }],
    ['/nl/search', { locale: 'nl' }],
    ['/ar/verify', { locale: 'ar' }],
    ['/en/courses/safer-spaces', { locale: 'en', course: 'safer-spaces' }],
    ['/en/courses/safer-spaces/6.3', { locale: 'en', course: 'safer-spaces' }],
    ['/en/courses/safer-spaces/check', { locale: 'en', course: 'safer-spaces' }],
  ])('%s', (path, page) => expect(keptPage(path)).toEqual(page))

  it.each([
    '/', '/de', '/english', '/en/', '/en/sign-in', '/en/sign-in/code', '/en/outbox', '/en/outbox/1', '/en/verify/abc',
    '/en/certificates', '/en/certificates/abc', '/en/admin', '/en/missing', '/leave', '/api/me', '/en/cards/x',
    '/en/cards/1/x', '/en/courses/a/b/c', '/en/help/x', '/first.js', '/_next/static/chunks/a.js', '//en', '/en/search?q=x',
  ])('not %s', (path) => expect(keptPage(path)).toBeUndefined())

  it('every page that is kept first, and every page of a course', () => {
    for (const locale of locales)
      for (const path of [...firstPages(locale), ...coursePages(locale, 'a-course', ['1.1', '2.3'])])
        expect(keptPage(path)).toMatchObject({ locale })
  })

  it('every page that is kept first is there: what is not would be asked for again and again', () => {
    const missing = firstPages('en').filter((path) => !existsSync(`app/[locale]${path.slice('/en'.length)}/page.tsx`))
    expect(missing).toEqual([])
  })

  it('what is none of a person is asked of the worker, and /leave and /api never', () => {
    expect(['/', '/en', '/en/sign-in', '/ar/x/y'].map(isPageAddress)).toEqual([true, true, true, true])
    expect(['/leave', '/leave?again', '/api/me', '/english', '/icon.svg'].map(isPageAddress)).toEqual(Array(5).fill(false))
    expect([localeOf('/pt/x'), localeOf('/'), localeOf('/x/pt')]).toEqual(['pt', undefined, undefined])
  })
})

describe('which answers may be kept', () => {
  const page = { status: 200, type: 'basic', redirected: false } as const
  const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=0, must-revalidate' }
  const fit = (changed: object, headers: Record<string, string> = {}) => isFit({ ...page, ...changed, headers: new Headers({ ...html, ...headers }) })

  it('a shared page', () => expect(fit({})).toBe(true))

  it.each([[{ status: 404 }], [{ status: 500 }], [{ status: 203 }], [{ type: 'opaqueredirect', status: 0 }], [{ redirected: true }], [{ type: 'cors' }]])(
    'not %j', (changed) => expect(fit(changed)).toBe(false))

  it.each<Record<string, string>>([
    { 'cache-control': 'private, no-store' }, { 'cache-control': 'public, no-store' }, { 'cache-control': 'max-age=9' },
    { 'cache-control': '' }, { 'content-type': 'application/json' }, { 'content-type': '' },
  ])('not with %j', (headers) => expect(fit({}, headers)).toBe(false))
})

describe('what a page needs', () => {
  it('is read from HTML, from the data in it, from styles and from scripts', () => {
    const text = `<link href="/_next/static/chunks/a~b.css"><script src="/_next/static/chunks/0k_p-1.js" async>
      self.__next_f.push([1,"I[1,[\\"/_next/static/chunks/deep.js\\"]"])
      @font-face{src:url(../media/latin.3y-3.woff2)format("woff2")} e.l("static/chunks/late.js")`
    expect(partsIn(text)).toEqual([
      '/_next/static/chunks/a~b.css', '/_next/static/chunks/0k_p-1.js', '/_next/static/chunks/deep.js',
      '/_next/static/media/latin.3y-3.woff2', '/_next/static/chunks/late.js',
    ])
  })

  it('never leads out of the build', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      for (const part of partsIn(`${before}static/chunks/${after}`))
        expect(new URL(part, 'https://haven.example').pathname).toMatch(/^\/_next\/static\/(chunks|media|css)\/[^/]/)
    }))
    expect(partsIn('static/chunks/../../../api/me.js ../chunks//x.js ../../x.js static/other/x.js')).toEqual([])
  })

  it('leaves out the fonts of other scripts', () => {
    const fonts = ['literata-latin.woff2', 'noto-sans-arabic-400.woff2', 'noto-serif-ethiopic.woff2'].map((name) => `/_next/static/media/${name}`)
    const of = (locale: 'en' | 'ar' | 'ti') => fonts.filter((font) => isForReaders(font, locale)).length
    expect([of('en'), of('ar'), of('ti'), isForReaders('/_next/static/chunks/arabic.js', 'en')]).toEqual([1, 2, 2, true])
  })

  it('is there: without one of these files no page would be kept', () => {
    expect(plainFiles.filter((file) => !existsSync(`public${file}`))).toEqual([])
  })

  it('knows all cards from their list, once each', () => {
    expect(cardsIn('<a href="/nl/cards/1">…<a href="/nl/cards/12"><a href="/nl/cards/1"><a href="/nl/cards"><a href="/nl/help">'))
      .toEqual(['/nl/cards/1', '/nl/cards/12'])
  })
})

test('what is kept is compared with the server once an hour, also after the clock was set back', () => {
  const now = 1e12
  expect([isDue(undefined, now), isDue(now - 60_000, now), isDue(now - 3_600_001, now), isDue(now + 60_000, now)])
    .toEqual([true, false, true, true])
})

test('what is kept is told by course and language; every page stands in exactly one group', () => {
  const pages = fc.constantFrom('/en', '/en/help', '/ar/cards/1', '/en/courses/a', '/en/courses/a/1.1', '/nl/courses/a/1.1', '/nl/courses/b')
  fc.assert(fc.property(fc.uniqueArray(pages), (paths) => {
    const groups = groupKept(paths)
    expect(groups.flatMap((group) => group.paths).sort()).toEqual([...paths].sort())
    expect(new Set(groups.map(({ locale, course }) => `${locale} ${course}`)).size).toBe(groups.length)
  }))
  expect(groupKept(['/nl/courses/a/1.1', '/en/courses/a', '/en/help', '/en/unknown']).map(({ locale, course }) => [locale, course]))
    .toEqual([['en', undefined], ['en', 'a'], ['nl', 'a']])
})
