import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createFront } from './front.mjs'
import { log } from './log.mjs'
import { PageCache } from './page-cache.mjs'
import { settingsFrom } from './settings.mjs'
import { sharing } from './shared-requests.mjs'

const SHARED = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 's-maxage=31536000', vary: 'rsc' }
const PERSONAL = { ...SHARED, 'cache-control': 'private, no-store' }
const OWN_SCRIPT = 'self.__next_f.push([1,"data"])'
const page = (text: string) => `<!doctype html><p>${text.padEnd(3000, ' .')}</p><script>${OWN_SCRIPT}</script>`

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** What stands behind the front in these tests; counts how often it is asked for each address. */
const pages: Record<string, Handler> = {}
const asked = new Map<string, number>()

const folder = mkdtempSync(join(tmpdir(), 'haven-public-'))
const cache = new PageCache()
const agent = new Agent({ keepAlive: true })
let server: Server
let port: number

beforeAll(async () => {
  log.level = 'silent'
  const front = createFront({
    async next(request: IncomingMessage, response: ServerResponse) {
      const path = request.url!.split('?', 1)[0]!
      asked.set(path, (asked.get(path) ?? 0) + 1)
      const handler = pages[path]
      if (handler) await handler(request, response)
      else response.writeHead(404, SHARED).end(page('nothing here'))
    },
    settings: settingsFrom({ LEAVE_URL: 'https://news.example/' }, []),
    cache,
    keyOf: sharing(folder),
  })
  server = createServer(front)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => { cache.empty(); asked.clear() })
afterAll(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

interface Got { status: number; headers: IncomingHttpHeaders; body: Buffer }

function get(path: string, headers: Record<string, string> = {}, { method = 'GET', body = [] as (string | Buffer)[] } = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = ask({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    for (const chunk of body) sent.write(chunk)
    sent.end()
  })
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a page that is the same for everyone', () => {
  beforeAll(() => {
    pages['/en'] = async (_, response) => {
      await sleep(30)
      response.writeHead(200, SHARED)
      response.write(page('welcome').slice(0, 100))
      response.end(page('welcome').slice(100))
    }
  })

  it('is rendered once for a crowd, and the crowd gets the same bytes', async () => {
    const crowd = await Promise.all(Array.from({ length: 40 }, () => get('/en')))
    expect(asked.get('/en')).toBe(1)
    expect(new Set(crowd.map(({ body }) => body.toString()))).toEqual(new Set([page('welcome')]))
    await get('/en')
    expect(asked.get('/en')).toBe(1)
  })

  it('comes in the encoding that the client reads, with its length and a name of its own', async () => {
    const [plain, br, gzip] = [await get('/en'), await get('/en', { 'accept-encoding': 'gzip, br' }), await get('/en', { 'accept-encoding': 'gzip' })]
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip'])
    expect(brotliDecompressSync(br!.body)).toEqual(plain!.body)
    expect(gunzipSync(gzip!.body)).toEqual(plain!.body)
    for (const { headers, body } of [plain!, br!, gzip!]) {
      expect(headers['content-length']).toBe(String(body.length))
      expect(headers.vary).toBe('rsc, accept-encoding')
      expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    }
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3)
  })

  it('need not be sent again to who has it', async () => {
    const { headers } = await get('/en', { 'accept-encoding': 'br' })
    for (const tag of [headers.etag!, `W/${headers.etag}`, `"other", ${headers.etag}`]) {
      const again = await get('/en', { 'accept-encoding': 'br', 'if-none-match': tag })
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag])
      expect(again.headers['content-security-policy']).toBe(headers['content-security-policy'])
    }
    expect((await get('/en', { 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('is kept although the first to ask had another version', async () => {
    expect((await get('/en', { 'if-none-match': '"old"', 'if-modified-since': new Date().toUTCString() })).status).toBe(200)
    await get('/en')
    expect(asked.get('/en')).toBe(1)
  })

  it('answers HEAD with the same headers and no body, also when it is the first', async () => {
    const head = await get('/en', {}, { method: 'HEAD' })
    const full = await get('/en')
    expect(head.body.length).toBe(0)
    expect({ ...head.headers, date: '' }).toEqual({ ...full.headers, date: '' })
    expect(asked.get('/en')).toBe(1)
  })

  it('is rendered all the same when the first to ask goes away', async () => {
    const gone = ask({ host: '127.0.0.1', port, path: '/en' })
    gone.on('error', () => {})
    gone.end()
    await sleep(10)
    const waiting = get('/en')
    gone.destroy()
    expect((await waiting).body.toString()).toBe(page('welcome'))
    expect((await get('/en')).status).toBe(200)
  })
})

describe('what is not the same for everyone', () => {
  it('goes to each person as it is', async () => {
    let visits = 0
    pages['/en/mine'] = async (_, response) => { visits++; const mine = `for ${visits}`; await sleep(10); response.writeHead(200, PERSONAL).end(page(mine)) }
    const crowd = await Promise.all(Array.from({ length: 8 }, () => get('/en/mine')))
    expect(new Set(crowd.map(({ body }) => body.toString())).size).toBe(8)
    expect(crowd.every(({ headers }) => headers['cache-control'] === 'private, no-store' && !headers.etag)).toBe(true)
    expect(cache.size).toBe(0)
  })

  it('is not kept when a cookie comes with it, nor when it is not there', async () => {
    pages['/en/cookie'] = (_, response) => { response.writeHead(200, { ...SHARED, 'set-cookie': ['a=1', 'b=2'] }).end(page('x')) }
    expect((await get('/en/cookie')).headers['set-cookie']).toEqual(['a=1', 'b=2'])
    const missing = await get('/en/missing')
    expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'public, max-age=0, must-revalidate'])
    expect(missing.headers['content-security-policy']).toContain("'sha256-")
    for (let number = 0; number < 50; number++) await get(`/en/missing-${number}`)
    expect(cache.size).toBe(0)
  })

  it('is compressed too, and streams of events flow', async () => {
    pages['/api/list'] = (_, response) => { response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(Array(999).fill(1))) }
    const list = await get('/api/list', { 'accept-encoding': 'br' })
    expect(JSON.parse(brotliDecompressSync(list.body).toString())).toHaveLength(999)
    pages['/api/events'] = async (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('data: 1\n\n')
      await sleep(300)
      response.end('data: 2\n\n')
    }
    const began = Date.now()
    const first = await new Promise<number>((resolve) => {
      ask({ host: '127.0.0.1', port, path: '/api/events' }, (response) => response.once('data', () => resolve(Date.now() - began)).resume()).end()
    })
    expect(first).toBeLessThan(250)
  })

  it('passes through when it is too large to be held back', async () => {
    const line = Buffer.alloc(64 * 1024, 'x')
    pages['/api/export'] = (_, response) => {
      response.writeHead(200, ['content-type', 'text/plain', 'x-rows', '1'])
      for (let times = 0; times < 80; times++) response.write(line)
      response.end(line)
    }
    const { body, headers } = await get('/api/export', { 'accept-encoding': 'br' })
    expect([body.length, headers['content-encoding'], headers['x-rows']]).toEqual([81 * line.length, undefined, '1'])
  })

  it('becomes a plain failure when it breaks', async () => {
    pages['/en/broken'] = () => { throw new Error('planned') }
    const { status, headers, body } = await get('/en/broken')
    expect([status, headers['content-type'], body.toString()]).toEqual([500, 'text/plain; charset=utf-8', 'Something went wrong here. Please try again.\n'])
  })
})

describe('every answer', () => {
  it('carries the policy and the other headers', async () => {
    pages['/api/data'] = (_, response) => { response.writeHead(200, { 'content-type': 'application/octet-stream', 'x-powered-by': 'x' }).end('1') }
    for (const path of ['/en', '/en/missing', '/api/data', '/leave', '/en/broken', `/${'a'.repeat(1500)}`]) {
      const { headers } = await get(path)
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': path === '/leave' ? 'no-referrer' : 'same-origin',
        'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'origin-agent-cluster': '?1',
      })
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  it('gives a hash to the scripts of Next alone', async () => {
    pages['/en/hostile'] = (_, response) => { response.writeHead(200, SHARED).end(`${page('x')}<script>alert(1)</script><img src=x onerror=alert(2)>`) }
    const hashes = (await get('/en/hostile')).headers['content-security-policy']!.toString().match(/'sha256-[^']+'/g)
    expect(hashes).toEqual((await get('/en')).headers['content-security-policy']!.toString().match(/'sha256-[^']+'/g))
    expect(hashes).toHaveLength(1)
  })
})

describe('a request that writes', () => {
  const ours = () => ({ origin: `http://127.0.0.1:${port}` })

  beforeAll(() => {
    pages['/api/progress'] = async (request, response) => {
      let bytes = 0
      for await (const chunk of request) bytes += (chunk as Buffer).length
      response.writeHead(200, { 'content-type': 'text/plain' }).end(`${bytes}`)
    }
  })

  it('is refused before Next sees it, unless it comes from here', async () => {
    expect((await get('/api/progress', {}, { method: 'POST' })).status).toBe(403)
    expect((await get('/api/progress', { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }, { method: 'POST' })).status).toBe(403)
    expect(asked.size).toBe(0)
    expect((await get('/api/progress', ours(), { method: 'POST', body: ['12345'] })).body.toString()).toBe('5')
  })

  it('is cut off when it is too large, announced or not', async () => {
    const large = Buffer.alloc(300 * 1024)
    expect((await get('/api/progress', { ...ours(), 'content-length': String(large.length) }, { method: 'POST', body: [large] })).status).toBe(413)
    expect(asked.size).toBe(0)
    expect((await get('/api/progress', ours(), { method: 'POST', body: [large] })).status).toBe(413)
    const fitting = Buffer.alloc(200 * 1024)
    expect((await get('/api/progress', ours(), { method: 'POST', body: [fitting] })).body.toString()).toBe(String(fitting.length))
  })
})

describe('/leave', () => {
  const erases = async (headers: Record<string, string> = {}, path = '/leave') => (await get(path, headers)).headers['clear-site-data'] !== undefined

  it('leads away at once and has the browser forget', async () => {
    const { status, headers } = await get('/leave')
    expect([status, headers.location, headers['cache-control'], headers['referrer-policy'], headers['clear-site-data']]).toEqual(
      [303, 'https://news.example/', 'no-store', 'no-referrer', '"cookies","storage","cache"'])
    expect(asked.size).toBe(0)
  })

  it('erases nothing for another site, for a picture, or the second time', async () => {
    expect(await erases({ 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'document' })).toBe(true)
    expect(await erases({ 'sec-fetch-site': 'none', 'sec-fetch-dest': 'document' })).toBe(true)
    expect(await erases({ 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' })).toBe(false)
    expect(await erases({ 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'image' })).toBe(false)
    expect(await erases({}, '/leave?again')).toBe(false)
  })

  it('is not left by a browser that only looks ahead', async () => {
    const { status, headers } = await get('/leave', { 'sec-purpose': 'prefetch;prerender' })
    expect([status, headers.location, headers['clear-site-data']]).toEqual([204, undefined, undefined])
  })

  it('is this one address only', async () => {
    for (const path of ['/leave/', '/leave?x=1', '/en/leave', '/leaver']) expect((await get(path)).status).toBe(404)
    expect((await get('/leave', { origin: `http://127.0.0.1:${port}` }, { method: 'POST' })).status).toBe(404)
  })
})
