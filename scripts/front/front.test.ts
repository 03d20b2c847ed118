import { request as ask } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { asked, cache, get, page, pages, PERSONAL, port, SHARED, sleep } from './front.fixture'

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
    const plain = await get('/en')
    const br = await get('/en', { 'accept-encoding': 'gzip, br' })
    const gzip = await get('/en', { 'accept-encoding': 'gzip' })
    expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip'])
    expect(brotliDecompressSync(br.body)).toEqual(plain.body)
    expect(gunzipSync(gzip.body)).toEqual(plain.body)
    for (const { headers, body } of [plain, br, gzip]) {
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
    const other = { 'if-none-match': '"old"', 'if-modified-since': new Date().toUTCString() }
    expect((await get('/en', other)).status).toBe(200)
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
    pages['/en/mine'] = async (_, response) => {
      const mine = page(`for ${++visits}`)
      await sleep(10)
      response.writeHead(200, PERSONAL).end(mine)
    }
    const crowd = await Promise.all(Array.from({ length: 8 }, () => get('/en/mine')))
    expect(new Set(crowd.map(({ body }) => body.toString())).size).toBe(8)
    for (const { headers } of crowd) expect(headers['cache-control']).toBe('private, no-store')
    expect(crowd.filter(({ headers }) => headers.etag)).toEqual([])
    expect(cache.size).toBe(0)
  })

  it('is not kept when a cookie comes with it, nor when it is not there', async () => {
    pages['/en/cookie'] = (_, response) => {
      response.writeHead(200, { ...SHARED, 'set-cookie': ['a=1', 'b=2'] }).end(page('x'))
    }
    const cookie = await get('/en/cookie')
    expect(cookie.headers['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(cookie.headers['cache-control']).toBe('private, no-store') // nor by the browser's worker, which sees no cookies
    const missing = await get('/en/missing')
    expect([missing.status, missing.headers['cache-control']]).toEqual([404, 'public, max-age=0, must-revalidate'])
    expect(missing.headers['content-security-policy']).toContain("'sha256-")
    for (let number = 0; number < 50; number++) await get(`/en/missing-${number}`)
    expect(cache.size).toBe(0)
  })

  it('is compressed too, and streams of events flow', async () => {
    pages['/api/list'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
      response.end(JSON.stringify(Array(999).fill(1)))
    }
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
      const events = ask({ host: '127.0.0.1', port, path: '/api/events' }, (response) => {
        response.once('data', () => resolve(Date.now() - began)).resume()
      })
      events.end()
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
    expect([status, headers['content-type']]).toEqual([500, 'text/plain; charset=utf-8'])
    expect(body.toString()).toBe('Something went wrong here. Please try again.\n')
  })
})

describe('every answer', () => {
  it('carries the policy and the other headers', async () => {
    pages['/api/data'] = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('1')
    }
    for (const path of ['/en', '/en/missing', '/api/data', '/leave', '/en/broken', `/${'a'.repeat(1500)}`]) {
      const { headers } = await get(path)
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': path === '/leave' ? 'no-referrer' : 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  it('gives a hash to the scripts of Next alone', async () => {
    pages['/en/hostile'] = (_, response) => {
      response.writeHead(200, SHARED).end(`${page('x')}<script>alert(1)</script><img src=x onerror=alert(2)>`)
    }
    const hashes = async (path: string) =>
      String((await get(path)).headers['content-security-policy']).match(/'sha256-[^']+'/g)
    expect(await hashes('/en/hostile')).toHaveLength(1)
    expect(await hashes('/en/hostile')).toEqual(await hashes('/en'))
  })
})
