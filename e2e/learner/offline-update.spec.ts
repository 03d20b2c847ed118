import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'

// Two builds of a small site, behind our own worker and first script: a real second build would take a minute, and
// could not be stopped half-way. The old build's parts are gone from the server the moment the new one is there.

const lesson = '/en/courses/one/1.1'
const lessons = [lesson, '/en/courses/one/1.2']

let server: Server
let origin: string
let build: string
let missing: string[]
let ours: Record<string, string>

test.beforeAll(async ({ playwright, baseURL }) => {
  const site = await playwright.request.newContext({ baseURL })
  ours = {}
  for (const path of ['/worker.js', '/first.js']) ours[path] = await (await site.get(path)).text()
  await site.dispose()
  server = createServer((request, response) => {
    const path = request.url ?? ''
    const { status, type, body } = answer(path)
    const etag = `"${build}${path}"`
    response.setHeader('content-type', type).setHeader('etag', etag)
    // Parts are not left to the browser's own cache here, which may lose them at any time: only what we keep counts.
    response.setHeader('cache-control', path.startsWith('/_next/') ? 'no-store' : 'public, max-age=0, must-revalidate')
    if (status === 200 && request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
    response.writeHead(status).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => server.close())
test.beforeEach(() => {
  build = 'a'
  missing = []
})

const found = (type: string, body: string) => ({ status: 200, type, body })
const notFound = { status: 404, type: 'text/plain', body: 'not here' }

function answer(path: string) {
  if (missing.includes(path)) return notFound
  if (path === '/worker.js') return found('text/javascript', `${ours[path]}\n// ${build}`)
  if (ours[path]) return found('text/javascript', ours[path])
  if (['/noscript.css', '/plain.css', '/icon.svg'].includes(path)) return found('text/plain', '')
  const part = /^\/_next\/static\/chunks\/(main|more|look)-(\w)\.(?:js|css)$/.exec(path)
  if (part) return part[2] === build ? found(path.endsWith('.css') ? 'text/css' : 'text/javascript', partText(part[1] ?? '')) : notFound
  return path.startsWith('/en') ? found('text/html; charset=utf-8', pageText(path)) : notFound
}

function partText(name: string) {
  if (name === 'look') return `body { --look: ${build} }`
  if (name === 'more') return `document.body.dataset.more = '${build}'`
  return `document.body.dataset.main = '${build}'
    addEventListener('click', () => document.head.append(Object.assign(document.createElement('script'), { src: '/_next/' + 'static/chunks/more-${build}.js' })))
    const lazily = "static/chunks/more-${build}.js"`
}

const pageText = (path: string) => `<!doctype html><html lang="en"><head><title>x</title><script src="/first.js"></script>
<link rel="stylesheet" href="/_next/static/chunks/look-${build}.css"></head>
<body><h1>${build} ${path}</h1><script src="/_next/static/chunks/main-${build}.js"></script></body></html>`

/** Which builds a page is made of: its HTML, style, script, and a script loaded when somebody clicks. */
async function made(page: Page) {
  await page.locator('h1').click()
  await expect(page.locator('body')).toHaveAttribute('data-more', /./)
  return page.evaluate(() => {
    const { main, more } = document.body.dataset
    return [document.querySelector('h1')!.textContent[0], getComputedStyle(document.body).getPropertyValue('--look'), main, more].join(' ')
  })
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const texts: Record<string, string> = {}
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const response = await (await caches.open(name)).match(request)
        texts[new URL(request.url).pathname] = (await response?.text() ?? '').match(/<h1>(\w)/)?.[1] ?? ''
      }
    return texts
  })

/** Visits the lessons with the first build, until they and the first pages are kept. */
async function visit(page: Page) {
  for (const path of lessons) {
    await page.goto(origin + path)
    await expect.poll(async () => Object.keys(await kept(page)), { timeout: 20_000 }).toContain(path)
  }
  await expect.poll(async () => Object.keys(await kept(page)), { timeout: 20_000 }).toContain('/times/en')
}

test('an open page and a kept page find the parts of their own build after an update; then all is of the new one', async ({ page, context }) => {
  await visit(page)
  build = 'b'
  expect(await made(page)).toBe('a a a a') // the page that is open, whose late part the server no longer has

  await page.goto(`${origin}/en/help`)
  expect(await made(page)).toBe('b b b b')
  await context.setOffline(true) // before anything else could be renewed
  for (const path of lessons) {
    await page.goto(origin + path)
    expect(await made(page)).toMatch(/^(\w)( \1){3}$/)
  }
  await context.setOffline(false)

  await page.goto(`${origin}/en/help`)
  const old = async () => Object.entries(await kept(page)).filter(([path, of]) => of === 'a' || path.endsWith('-a.js') || path.endsWith('-a.css'))
  await expect.poll(old, { timeout: 20_000 }).toEqual([])
  await context.setOffline(true)
  for (const path of lessons) {
    await page.goto(origin + path)
    expect(await made(page)).toBe('b b b b')
  }
})

test('a page that is open keeps working although another tab has brought everything up to date', async ({ page, context }) => {
  await visit(page)
  build = 'b'
  const other = await context.newPage()
  await other.goto(`${origin}/en/help`)
  await expect.poll(async () => new Set(Object.entries(await kept(other)).map(([path, of]) => path.startsWith('/en') ? of : 'b')), { timeout: 20_000 })
    .toEqual(new Set(['b']))
  await other.waitForTimeout(500) // whatever would be swept now
  expect(await made(page)).toBe('a a a a')
})

test('while a new build is only half there, what is kept stays whole', async ({ page, context }) => {
  await visit(page)
  build = 'b'
  missing = ['/_next/static/chunks/more-b.js']
  await page.goto(origin + lesson)
  await page.waitForTimeout(2500)
  expect((await kept(page))[lesson]).toBe('a')
  await context.setOffline(true)
  await page.goto(origin + lesson)
  expect(await made(page)).toBe('a a a a')
})

test('what has been withdrawn is not kept any longer', async ({ page }) => {
  await visit(page)
  build = 'b'
  missing = [lesson]
  await page.goto(`${origin}/en/help`)
  await expect.poll(async () => Object.keys(await kept(page)), { timeout: 20_000 }).not.toContain(lesson)
})

test('on a network that does not answer, the kept page comes after three seconds', async ({ page }) => {
  await visit(page)
  const silent = server.listeners('request') as ((...args: unknown[]) => void)[]
  server.removeAllListeners('request').on('request', () => {})
  const began = Date.now()
  await page.goto(origin + lesson)
  expect(await made(page)).toBe('a a a a')
  expect(Date.now() - began).toBeLessThan(12_000)
  server.closeAllConnections()
  for (const listener of silent) server.on('request', listener)
})
