import type { IncomingMessage } from 'node:http'
import { forgetClaims, refusalOf } from './refusals.mjs'

const site = { trustProxy: false }
const published = { trustProxy: false, publicUrl: new URL('https://learn.example') }

interface Settings { trustProxy: boolean; publicUrl?: URL }

function status(method: string, url: string, headers: Record<string, string>, settings: Settings = site) {
  const request = { method, url, headers: { host: 'localhost:3000', ...headers } } as unknown as IncomingMessage
  forgetClaims(request, settings)
  return refusalOf(request, settings)?.status ?? 'passed on'
}

describe('a request that writes', () => {
  const origin = 'http://localhost:3000'

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s needs an origin of ours', (method) => {
    expect(status(method, '/api/progress', { origin })).toBe('passed on')
    expect(status(method, '/api/progress', {})).toBe(403)
  })

  it.each([
    'null', '', 'http://evil.example', 'http://localhost:3001', 'http://localhost',
    'http://localhost:3000.evil.example', 'file://localhost:3000', 'chrome-extension://localhost:3000', 'not an origin',
  ])('is refused from %s', (from) => expect(status('POST', '/api/progress', { origin: from })).toBe(403))

  it('does not believe what is said about its host, unless a proxy is trusted', () => {
    const forged = { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    expect(status('POST', '/en', forged)).toBe(403)
    const proxied = { origin: 'https://learn.example', 'x-forwarded-host': 'learn.example' }
    expect(status('POST', '/en', proxied, { trustProxy: true })).toBe('passed on')
  })

  it('is measured by the public address, when there is one', () => {
    expect(status('POST', '/en', { origin: 'https://learn.example' }, published)).toBe('passed on')
    expect(status('POST', '/en', { origin: 'http://learn.example' }, published)).toBe(403)
    expect(status('POST', '/en', { origin }, published)).toBe(403)
    const proxied = { origin, 'x-forwarded-host': 'localhost:3000' }
    expect(status('POST', '/en', proxied, { ...published, trustProxy: true })).toBe(403)
  })

  it('may not be larger than what it is for', () => {
    expect(status('POST', '/api/progress', { origin, 'content-length': String(256 * 1024) })).toBe('passed on')
    expect(status('POST', '/api/progress', { origin, 'content-length': String(256 * 1024 + 1) })).toBe(413)
    expect(status('POST', '/en/help', { origin, 'content-length': String(1024 * 1024 + 1) })).toBe(413)
  })

  it('can call an action on a page only', () => {
    expect(status('POST', '/en/learn', { origin, 'next-action': 'x' })).toBe('passed on')
    for (const url of ['/zz', '/', '/api/x', '/en/../zz', '/_next/static/x']) {
      expect(status('POST', url, { origin, 'next-action': 'x' })).toBe(403)
    }
  })
})

describe('a request that reads', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('%s needs no origin', (method) =>
    expect(status(method, '/en', {})).toBe('passed on'))

  it('has an address of this site, of a sensible length, and a known method', () => {
    expect(status('GET', 'http://evil.example/en', {})).toBe(400)
    expect(status('OPTIONS', '*', {})).toBe(400)
    expect(status('GET', `/${'a'.repeat(1000)}`, {})).toBe(414)
    expect(status('GET', `/en?${'a'.repeat(2000)}`, {})).toBe('passed on')
    expect(status('TRACE', '/en', {})).toBe(405)
    expect(status('PROPFIND', '/en', {})).toBe(405)
  })
})

describe('forgetClaims', () => {
  const claims = {
    host: 'a',
    accept: 'b',
    forwarded: 'x',
    'x-forwarded-for': 'x',
    'x-forwarded-host': 'x',
    'x-forwarded-proto': 'x',
    'x-real-ip': 'x',
    'x-original-url': 'x',
    'x-rewrite-url': 'x',
  }
  const after = (settings: Settings) => {
    const headers = { ...claims }
    forgetClaims({ headers } as unknown as IncomingMessage, settings)
    return headers
  }

  it('leaves what is no claim', () => expect(after(site)).toEqual({ host: 'a', accept: 'b' }))
  it('leaves everything to a trusted proxy', () => expect(after({ trustProxy: true })).toEqual(claims))
  it('puts the public address in place of what was claimed', () => {
    const known = { 'x-forwarded-host': 'learn.example', 'x-forwarded-proto': 'https' }
    expect(after(published)).toEqual({ host: 'a', accept: 'b', ...known })
  })
})
