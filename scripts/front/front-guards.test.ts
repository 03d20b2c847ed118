import { asked, get, pages, port } from './front.fixture'

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
    const forged = { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }
    expect((await get('/api/progress', forged, { method: 'POST' })).status).toBe(403)
    expect(asked.size).toBe(0)
    expect((await get('/api/progress', ours(), { method: 'POST', body: '12345' })).body.toString()).toBe('5')
  })

  it('is cut off when it is too large, announced or not', async () => {
    const large = Buffer.alloc(300 * 1024)
    const announced = { ...ours(), 'content-length': String(large.length) }
    expect((await get('/api/progress', announced, { method: 'POST', body: large })).status).toBe(413)
    expect(asked.size).toBe(0)
    expect((await get('/api/progress', ours(), { method: 'POST', body: large })).status).toBe(413)
    const fitting = Buffer.alloc(200 * 1024)
    const { body } = await get('/api/progress', ours(), { method: 'POST', body: fitting })
    expect(body.toString()).toBe(String(fitting.length))
  })
})

describe('a form that Next cannot read', () => {
  const answers = (status: number, type: string) => {
    pages['/en/sign-in'] = (_request, response) => { response.writeHead(status, { 'content-type': type }).end('1:E{"digest":"1"}') }
  }
  const send = async (headers: Record<string, string>) =>
    (await get('/en/sign-in', { origin: `http://127.0.0.1:${port}`, ...headers }, { method: 'POST', body: 'x' })).status

  it('is the fault of who sent it', async () => {
    answers(500, 'text/x-component')
    expect(await send({ 'next-action': '7f00' })).toBe(400)
    expect(await send({})).toBe(500)
  })

  it('is told apart from a page that failed', async () => {
    answers(500, 'text/html')
    expect(await send({ 'next-action': '7f00' })).toBe(500)
    answers(200, 'text/x-component')
    expect(await send({ 'next-action': '7f00' })).toBe(200)
  })
})

describe('/leave', () => {
  const erases = async (headers: Record<string, string> = {}, path = '/leave') =>
    (await get(path, headers)).headers['clear-site-data'] !== undefined

  it('leads away at once and has the browser forget', async () => {
    const { status, headers } = await get('/leave')
    expect([status, headers.location]).toEqual([303, 'https://news.example/'])
    expect([headers['cache-control'], headers['referrer-policy']]).toEqual(['no-store', 'no-referrer'])
    expect(headers['clear-site-data']).toBe('"cookies","storage","cache"')
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
