import { createServer, type Server } from 'node:http'
import { chromium, expect, test, type Page } from '@playwright/test'

/** Where the server under test leads those who leave: an address of this machine, under another name than BASE_URL. */
const neutral = new URL(process.env.LEAVE_URL ?? 'http://localhost:3999/')
const patiently = { timeout: 10_000 }
const visited = ['/en', '/en/courses', '/en/help', '/en/about', '/nl', '/nl/courses']

// One after the other: they share the one neutral site.
test.describe.configure({ mode: 'default' })

let site: Server

test.beforeAll(async () => {
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<title>Elsewhere</title><h1>Elsewhere</h1>')
  })
  await new Promise<void>((resolve) => site.listen(Number(neutral.port), neutral.hostname, resolve))
})
test.afterAll(() => site.close())

const elsewhere = (page: Page) => page.waitForURL(neutral.href)

async function visitAll(page: Page) {
  for (const path of visited) await page.goto(path)
}

/** What the browser painted of our site from now on; covered pages paint nothing. */
async function watchPaint(page: Page, origin: string) {
  const painted: string[] = []
  await page.exposeFunction('havenPainted', (address: string) => painted.push(address))
  await page.addInitScript((ours) => {
    if (location.origin !== ours) return
    const report = (window as unknown as { havenPainted: (address: string) => void }).havenPainted
    new PerformanceObserver(() => report(location.href)).observe({ type: 'paint', buffered: true })
  }, origin)
  return painted
}

async function backFiveTimes(page: Page) {
  for (let times = 0; times < 5; times++) {
    const turnedBack = page.waitForRequest('**/leave?again')
    await page.evaluate(() => { history.back() })
    await turnedBack
    await elsewhere(page)
    await expect(page.getByRole('heading', { name: 'Elsewhere' })).toBeVisible()
  }
}

test('the link leads away, and five Backs show nothing of ours', async ({ page, baseURL }) => {
  await visitAll(page)
  await page.locator('a.leave').first().click()
  await elsewhere(page)
  const painted = await watchPaint(page, new URL(baseURL!).origin)
  await backFiveTimes(page)
  expect(painted).toEqual([])
})

// Chromium itself throws such pages away at Clear-Site-Data; other browsers may not.
// Whether it keeps a page whole is Chromium's choice: on a busy machine it sometimes does not (1 time in 18 here), and then
// there is nothing to see. So this one may begin anew; what it asserts is the same each time.
test.describe('kept whole', () => {
  test.describe.configure({ retries: 2 })

  test('a page that the browser had kept whole is seen again only in a tab that has not left', async ({ baseURL }) => {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu'],
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
    const page = await browser.newPage({ baseURL })
    const session = await page.context().newCDPSession(page) // Playwright itself loses a page that comes back whole
    const arrivals: string[] = []
    session.on('Page.frameNavigated', ({ type, frame }) => { arrivals.push(`${type} ${frame.url}`) })
    await session.send('Page.enable')
    const run = (expression: string) => session.send('Runtime.evaluate', { expression, returnByValue: true })
    const runAndGo = (code: string) => run(`setTimeout(() => { ${code} })`) // an answer must come before the page is gone
    const help = `BackForwardCacheRestore ${new URL('/en/help', baseURL)}`

    await page.goto('/en/help')
    await page.goto(neutral.href)
    await runAndGo('history.back()')
    await expect.poll(() => arrivals.at(-1), patiently).toBe(help)
    const shown = await run('getComputedStyle(document.documentElement).visibility')
    expect(shown.result.value).toBe('visible')

    await runAndGo(`sessionStorage.clear(); location.href = '${neutral.href}'`)
    await expect.poll(() => arrivals.at(-1), patiently).toBe(`Navigation ${neutral.href}`)
    arrivals.length = 0
    await runAndGo('history.back()')
    await expect.poll(() => arrivals, patiently).toEqual([help, `Navigation ${neutral.href}`])
    await browser.close()
  })
})

test('Shift three times leaves; another key in between does not', async ({ page }) => {
  await page.goto('/en')
  const status = page.locator('[data-leave-status]')
  const texts = await status.evaluate((element: HTMLElement) => [element.dataset.two!, element.dataset.one!])
  await page.keyboard.press('Shift')
  await expect(status).toHaveText(texts[0]!)
  await page.keyboard.press('Shift')
  await expect(status).toHaveText(texts[1]!)
  await page.keyboard.press('a')
  await expect(status).toBeEmpty()
  await page.keyboard.type('Writing In Capitals')
  await expect(status).toBeEmpty()
  for (let times = 0; times < 3; times++) await page.keyboard.press('Shift')
  await elsewhere(page)
})

test('the page is covered at once, and saving has 300 ms', async ({ page }) => {
  await page.goto('/en/help')
  await page.evaluate(() => {
    addEventListener('beforeunload', (event) => { event.preventDefault() })
    addEventListener('haven:leave', (event) => {
      const saving = (event as CustomEvent<Promise<void>[]>).detail
      saving.push(new Promise(() => {})) // it never ends
    })
  })
  page.on('dialog', () => { throw new Error('leaving must not ask') })
  const covered = await page.evaluate(() => {
    const began = performance.now()
    document.querySelector<HTMLElement>('a.leave')!.click()
    const { display } = getComputedStyle(document.documentElement)
    return { display, title: document.title, ms: performance.now() - began }
  })
  expect(covered).toMatchObject({ display: 'none', title: 'New tab' })
  expect(covered.ms).toBeLessThan(100)
  const began = Date.now()
  await elsewhere(page)
  expect(Date.now() - began).toBeLessThan(5000)
})

test('the browser forgets what it stored for us', async ({ page }) => {
  await page.goto('/en')
  await page.evaluate(() => {
    localStorage.setItem('haven.theme', 'dark')
    sessionStorage.setItem('note', 'x')
    document.cookie = 'note=x'
    return new Promise((resolve) => { indexedDB.open('left behind').onsuccess = resolve })
  })
  await page.locator('a.leave').first().click()
  await elsewhere(page)
  await page.goto('/en')
  const left = await page.evaluate(async () => ({
    theme: localStorage.getItem('haven.theme'),
    note: sessionStorage.getItem('note'),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === 'left behind'),
  }))
  expect(left).toEqual({ theme: null, note: null, cookie: '', databases: [] })
})

test('without leaving, Back from another site shows the page again', async ({ page }) => {
  await page.goto('/en/help')
  await page.goto(neutral.href)
  await page.goBack()
  await page.waitForTimeout(400)
  expect(new URL(page.url()).pathname).toBe('/en/help')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a link opened in a new tab works there, and leaving there leaves', async ({ page, context }) => {
  await page.goto('/en/courses')
  const opened = context.waitForEvent('page')
  await page.evaluate(() => { window.open('/en/help', '_blank', 'noopener') })
  const tab = await opened
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible()
  await tab.reload()
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible()
  await tab.locator('a.leave').first().click()
  await elsewhere(tab)
})

test('the saved look is there before anything is painted', async ({ page }) => {
  await page.goto('/en')
  await page.evaluate(() => {
    localStorage.setItem('haven.theme', 'dark')
    localStorage.setItem('haven.text', 'larger')
  })
  await page.goto('/en/help', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-text', 'larger')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the link leads away all the same', async ({ page }) => {
    await page.goto('/en/help')
    await page.locator('a.leave').first().click()
    await elsewhere(page)
  })
})
