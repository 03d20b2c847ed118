import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { locales } from '@/lib/i18n/locales'
import { flightHash, isPage, LOCALES, secondsToShare, sharing } from './shared-requests.mjs'

const folder = mkdtempSync(join(tmpdir(), 'haven-public-'))
mkdirSync(join(folder, 'media'))
for (const file of ['first.js', 'media/a.vtt']) writeFileSync(join(folder, file), '')
afterAll(() => rmSync(folder, { recursive: true }))

const keyOf = sharing(folder)
const key = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  keyOf({ method, url, headers } as unknown as IncomingMessage)

/** The function of Next itself, which the browser uses too. */
const { computeCacheBustingSearchParam } = jest.requireActual<{
  computeCacheBustingSearchParam: (...parts: (string | undefined)[]) => Promise<string>
}>('next/dist/shared/lib/router/utils/cache-busting-search-param')

it('knows the languages of the interface', () => expect(LOCALES).toEqual([...locales]))

describe('a request for what is the same for everyone', () => {
  it.each([
    '/en', '/ti', '/en/courses', '/ar/courses/safer-spaces/6.3', '/en/learn', '/en/administration', '/first.js', '/media/a.vtt',
    '/_next/static/chunks/0a~b_1.js',
  ])('%s', (url) => {
    expect(key(url)).toBe(url)
    expect(key(url, {}, 'HEAD')).toBe(url)
  })

  it.each([
    '/', '/de', '/en/', '/en//courses', '/EN', '/english', '//en', '/api/health', '/leave', '/none.js', '/_next/image',
    '/en/outbox', '/en/outbox/x', '/nl/admin', '/en/./admin', '/en/../api/x', '/_next/static/../x',
    '/_next/static/%2e%2e/x',
    '/en/%63ourses', '/en/ü', '/en/courses?x=1', '/en?', '/en?_rsc=abc', '/first.js?x',
  ])('not %s', (url) => expect(key(url)).toBeUndefined())

  it.each([
    ['a part of a file', { range: 'bytes=0-1' }],
    ['a draft', { cookie: 'a=b; __prerender_bypass=x' }],
    ['a form', { 'next-action': 'x' }],
    ['data without saying so', { 'next-router-prefetch': '1' }],
  ])('not %s', (_, headers) => expect(key('/en', headers as unknown as Record<string, string>)).toBeUndefined())

  it.each(['POST', 'PUT', 'OPTIONS'])('not %s', (method) => expect(key('/en', {}, method)).toBeUndefined())
})

describe('page data', () => {
  const tree = '%5B%22%22%2C%7B%7D%5D'
  const data = (path: string, { prefetch, segment, from }: { prefetch?: string; segment?: string; from?: string }) =>
    key(`${path}?_rsc=${flightHash(prefetch, segment, tree, from)}`, {
      rsc: '1',
      'next-router-state-tree': tree,
      ...(prefetch && { 'next-router-prefetch': prefetch }),
      ...(segment && { 'next-router-segment-prefetch': segment }),
      ...(from && { 'next-url': from }),
    })

  it('is the same from wherever it is asked, and another thing for each part', () => {
    expect(data('/en/courses', { from: '/en' })).toBe(data('/en/courses', { from: '/en/help' }))
    const parts = [{}, { prefetch: '1' }, { prefetch: '1', segment: '/_tree' }].map((part) => data('/en', part))
    const keys = [...parts, data('/nl', {}), key('/en')]
    expect(keys).not.toContain(undefined)
    expect(new Set(keys).size).toBe(5)
  })

  it('is left to Next when the hash is wrong or missing, or the way of asking is not known', () => {
    expect(key('/en', { rsc: '1' })).toBeUndefined()
    expect(key('/en?_rsc=wrong', { rsc: '1' })).toBeUndefined()
    expect(key(`/en?_rsc=${flightHash(undefined, undefined, undefined, '/nl')}`, { rsc: '1' })).toBeUndefined()
    expect(data('/en', { prefetch: '2' })).toBeUndefined()
    expect(data('/en/outbox', {})).toBeUndefined()
  })

  it('is hashed as Next does', () => {
    const part = fc.option(fc.string({ minLength: 1 }), { nil: undefined })
    return fc.assert(fc.asyncProperty(part, part, fc.string(), part, async (...parts) =>
      expect(flightHash(...parts)).toBe(await computeCacheBustingSearchParam(...parts))))
  })
})

describe('secondsToShare', () => {
  const html = { 'content-type': 'text/html; charset=utf-8', vary: 'rsc, next-router-state-tree' }
  const seconds = (control: string | undefined, headers = {}, status = 200) =>
    secondsToShare({ status, headers: { ...html, ...(control && { 'cache-control': control }), ...headers } })

  it('is what Next says', () => {
    expect(seconds('s-maxage=60, stale-while-revalidate=300')).toBe(60)
    expect(seconds('public, max-age=31536000, immutable')).toBeGreaterThan(3600)
    expect(seconds('s-maxage=9', { 'content-type': 'text/x-component', 'x-nextjs-prerender': '1' })).toBe(9)
  })

  it.each([
    ['a private answer', 'private, no-cache, no-store, max-age=0, must-revalidate', {}, 200],
    ['one that must not be stored', 'no-store', {}, 200],
    ['one that says nothing', undefined, {}, 200],
    ['one with a cookie', 's-maxage=9', { 'set-cookie': ['a=b'] }, 200],
    ['one that varies by something personal', 's-maxage=9', { vary: 'rsc, Cookie' }, 200],
    ['one that varies by language', 's-maxage=9', { vary: 'accept-language' }, 200],
    ['data of a page that is not static', 's-maxage=9', { 'content-type': 'text/x-component' }, 200],
    ['a page that is not there', 's-maxage=31536000', {}, 404],
    ['a failure', 's-maxage=9', {}, 500],
    ['a redirection', 's-maxage=9', {}, 307],
  ])('is nothing for %s', (_, control, headers, status) => expect(seconds(control, headers, status)).toBe(0))
})

describe('isPage', () => {
  it('is what the rule about server actions stands on', () => {
    expect(['/en', '/en/learn', '/en/admin/people', '/ti/courses/safer/1.1'].every((path) => isPage(path))).toBe(true)
    expect(['/zz', '/api/x', '/', '/en/../x', '/en/./x', '/en//x', '/_next/x'].some((path) => isPage(path))).toBe(false)
  })
})
