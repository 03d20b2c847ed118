import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { locales } from '@/lib/i18n/locales'
import { LOCALES } from './languages.mjs'
import { isPage, isPlain, secondsToShare, sharing } from './shared-requests.mjs'

const folder = mkdtempSync(join(tmpdir(), 'haven-public-'))
mkdirSync(join(folder, 'media'))
for (const file of ['first.js', 'media/a.vtt']) writeFileSync(join(folder, file), '')
afterAll(() => rmSync(folder, { recursive: true }))

const isShared = sharing(folder)
const plain = (headers: Record<string, string>, method = 'GET') => isPlain({ method, headers } as unknown as IncomingMessage)

it('knows the languages of the interface', () => expect(LOCALES).toEqual([...locales]))

describe('a request for what is the same for everyone', () => {
  it.each([
    '/en', '/ti', '/en/courses', '/ar/courses/safer-spaces/6.3', '/en/learn', '/en/administration', '/first.js', '/media/a.vtt',
    '/_next/static/chunks/0a~b_1.js',
  ])('%s', (url) => expect(isShared(url)).toBe(true))

  it.each([
    '/', '/de', '/en/', '/en//courses', '/EN', '/english', '//en', '/api/health', '/leave', '/none.js', '/_next/image',
    '/en/outbox', '/en/outbox/x', '/nl/admin', '/en/./admin', '/en/../api/x', '/_next/static/../x',
    '/_next/static/%2e%2e/x',
    '/en/%63ourses', '/en/ü', '/en/courses?x=1', '/en?', '/en?_rsc=abc', '/first.js?x',
  ])('not %s', (url) => expect(isShared(url)).toBe(false))
})

describe('a plain request', () => {
  it.each(['GET', 'HEAD'])('%s, whatever the browser tells of itself', (method) =>
    expect(plain({ cookie: 'a=b', 'accept-language': 'nl' }, method)).toBe(true))

  it.each([
    ['a part of a file', { range: 'bytes=0-1' }],
    ['a draft', { cookie: 'a=b; __prerender_bypass=x' }],
    ['a form', { 'next-action': 'x' }],
    ['page data', { rsc: '1' }],
    ['page data, said with nothing', { rsc: '' }],
  ])('not %s', (_, headers) => expect(plain(headers as unknown as Record<string, string>)).toBe(false))

  it.each(['POST', 'PUT', 'OPTIONS'])('not %s', (method) => expect(plain({}, method)).toBe(false))
})

describe('secondsToShare', () => {
  const html = { 'content-type': 'text/html; charset=utf-8', vary: 'rsc, next-router-state-tree' }
  const seconds = (control: string | undefined, headers = {}, status = 200) =>
    secondsToShare({ status, headers: { ...html, ...(control && { 'cache-control': control }), ...headers } })

  it('is what Next says', () => {
    expect(seconds('s-maxage=60, stale-while-revalidate=300')).toBe(60)
    expect(seconds('public, max-age=31536000, immutable')).toBeGreaterThan(3600)
  })

  it.each([
    ['a private answer', 'private, no-cache, no-store, max-age=0, must-revalidate', {}, 200],
    ['one that must not be stored', 'no-store', {}, 200],
    ['one that says nothing', undefined, {}, 200],
    ['one with a cookie', 's-maxage=9', { 'set-cookie': ['a=b'] }, 200],
    ['one that varies by something personal', 's-maxage=9', { vary: 'rsc, Cookie' }, 200],
    ['one that varies by language', 's-maxage=9', { vary: 'accept-language' }, 200],
    ['page data', 's-maxage=9', { 'content-type': 'text/x-component', 'x-nextjs-prerender': '1' }, 200],
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
