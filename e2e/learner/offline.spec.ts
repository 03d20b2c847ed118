import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { course } from '../routes'
import { Lesson, sentences } from './lesson'

const words = sentences('en', 'courses').offline
const firstModule = ['1.1', '1.3']

/** Addresses of the pages that the browser keeps for this site. */
const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const found = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return found.flat().map(({ url }) => new URL(url).pathname).filter((path) => /^\/[a-z]{2}(\/|$)/.test(path))
  })

/** What a visit keeps is fetched behind it, once the page is there. */
const settled = (page: Page, path: string) =>
  expect.poll(() => keptPages(page), { timeout: 30_000 }).toContain(path)

async function download(page: Page) {
  await page.goto(`/en${course}`)
  await page.getByRole('button', { name: words.download.start }).click()
  await expect(page.getByText(words.download.done)).toBeVisible({ timeout: 40_000 })
}

/** What the browser asks the server for from now on. */
function asked(context: BrowserContext) {
  const paths: string[] = []
  context.on('request', (request) => { paths.push(new URL(request.url()).pathname) })
  return paths
}

test('a course is downloaded, and its first module is worked through in airplane mode, exercises too', async ({ page, context }) => {
  test.setTimeout(150_000)
  await download(page)
  await context.setOffline(true)
  const lesson = new Lesson(page)
  for (const id of firstModule) {
    await lesson.open(id)
    await lesson.take(id)
  }
  await page.goto(`/en${course}/check`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('every lesson of a downloaded course opens offline as it did online: styled, awake, under its policy', async ({ page, context }) => {
  test.setTimeout(120_000)
  await download(page)
  const lessons = (await keptPages(page)).filter((path) => /\/courses\/[a-z-]+\/\d/.test(path))
  expect(lessons).toHaveLength(16)
  await context.setOffline(true)
  const troubles: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()) })
  for (const path of lessons) {
    const answer = await page.goto(path)
    expect(answer?.fromServiceWorker()).toBe(true)
    expect(answer?.headers()['content-security-policy']).toContain("'sha256-")
    await new Lesson(page).awake()
    const family = await page.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].some(({ status }) => status === 'loaded')
    })
    expect(family, path).toBe(true)
  }
  expect(troubles.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('a download that is cut in the middle is gone on with', async ({ page, context }) => {
  await page.goto(`/en${course}`)
  let pages = 0
  await context.route('**/courses/**', async (route) => {
    pages += 1
    if (pages > 5) await route.abort('internetdisconnected')
    else await route.continue()
  })
  await page.getByRole('button', { name: words.download.start }).click()
  const goOn = page.getByRole('button', { name: words.download.goOn })
  await expect(goOn).toBeVisible({ timeout: 30_000 })
  const before = (await keptPages(page)).filter((path) => path.includes('/courses/')).length
  expect(before).toBeGreaterThan(1)
  expect(before).toBeLessThan(18)
  await context.unroute('**/courses/**')
  await goOn.click()
  await expect(page.getByText(words.download.done)).toBeVisible({ timeout: 40_000 })
})

test('after one visit to the first page, every card opens in airplane mode within three taps, and nobody is asked for it', async ({ page, context }) => {
  await page.goto('/nl')
  await settled(page, '/nl/cards/6')
  await expect.poll(() => page.evaluate(async () => Boolean(await caches.match('/times/nl'))), { timeout: 30_000 }).toBe(true)
  await context.setOffline(true)
  const main = page.getByRole('navigation').filter({ has: page.locator('a[href="/nl/cards"]') }).first()
  await main.locator('a[href="/nl/cards"]').click()
  await page.locator('a[href="/nl/cards/1"]').first().click()
  await expect(page.locator('.cc h1')).toBeVisible()
  for (let card = 1; card <= 6; card++) {
    await page.goto(`/nl/cards/${card}`)
    await expect(page.locator('.cc h1')).toBeVisible()
  }
  const later = asked(context)
  await context.setOffline(false)
  await page.waitForTimeout(2500)
  expect(later.filter((path) => path.includes('/cards'))).toEqual([])
})

test('after one visit to the first page, the words are explained in airplane mode', async ({ page, context }) => {
  await page.goto('/en')
  await settled(page, '/en/glossary')
  await settled(page, '/en/cards/6')
  await context.setOffline(true)
  const answer = await page.goto('/en/glossary')
  expect(answer?.fromServiceWorker()).toBe(true)
  await expect(page.locator('.words dt')).toHaveCount(34)
})

test('a page that is not here leads to those that are, in the person’s language', async ({ page, context }) => {
  await page.goto(`/en${course}/1.1`)
  await settled(page, '/en/offline')
  await settled(page, '/en/cards/6')
  await context.setOffline(true)
  await page.goto(`/en${course}/8.4`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.away.title)
  await expect(page.locator(`main a[href="/en${course}/1.1"]`)).toBeVisible()
  await page.locator('main a[href="/en/cards/1"]').click()
  await expect(page.locator('.cc h1')).toBeVisible()
  await page.goto('/')
  await expect(page).toHaveURL(/\/en$/)
})

test('what is kept is shown by course, and goes when somebody removes it', async ({ page, context }) => {
  test.setTimeout(120_000)
  await download(page)
  await page.goto('/en/settings')
  const section = page.locator('section[aria-labelledby=offline]')
  const courseRow = section.getByRole('listitem').filter({ hasText: 'Pages: 18' })
  await expect(courseRow).toContainText('Safer spaces')
  await expect(section.getByText(/about [\d.]+ MB/)).toBeVisible()
  await settled(page, '/en/cards/6')
  await courseRow.getByRole('button').click()
  await expect(section.getByRole('status')).toContainText(words.storage.removed)
  expect((await keptPages(page)).filter((path) => path.startsWith(`/en${course}`))).toEqual([])
  await context.setOffline(true)
  await page.goto('/en/cards/1') // the rest still works
  await expect(page.locator('.cc h1')).toBeVisible()
  await context.setOffline(false)
  await page.goto('/en/settings')
  await section.getByRole('button', { name: words.storage.removeAll }).click()
  await expect(section.getByText(words.storage.empty)).toBeVisible()
  expect(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0])
})

test('what is about one person is never kept', async ({ page }) => {
  await page.goto('/en')
  await settled(page, '/en/cards/6')
  for (const path of ['/en/not-here', '/en/sign-in', '/en/outbox', '/en/verify/abc', '/en/search?q=word', '/en/certificates'])
    await page.goto(path)
  await page.goto('/en/help')
  await page.waitForTimeout(1500)
  const kept = await page.evaluate(async () => {
    const found = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return found.flat().map(({ url }) => url.slice(location.origin.length))
  })
  expect(kept.filter((path) => /not-here|sign-in|outbox|verify\/|\?|certificates|\/api\/|\/leave/.test(path))).toEqual([])
  expect(kept).toContain('/en/help')
})

/** What the browser still holds for this site, seen from a page that holds nothing itself. */
async function left(context: BrowserContext) {
  const page = await context.newPage()
  await page.goto('/icon.svg')
  return page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }))
}

test('leaving in the middle of a download leaves nothing, and nothing comes after', async ({ page, context }) => {
  await page.goto(`/en${course}`)
  await page.getByRole('button', { name: words.download.start }).click()
  await expect.poll(async () => (await keptPages(page)).length).toBeGreaterThan(3)
  const leaving = page.waitForRequest('**/leave')
  await page.locator('a.leave').first().click()
  await leaving
  await expect.poll(() => left(context), { timeout: 20_000 }).toEqual({ caches: [], workers: 0, databases: [] })
  await page.waitForTimeout(1000)
  expect(await left(context)).toEqual({ caches: [], workers: 0, databases: [] })
})

test('leaving without a network leaves no copy, no worker and no database, and Back shows nothing', async ({ page, context }) => {
  await page.goto('/en/learn')
  await page.locator('textarea').first().fill('something of my own')
  await page.evaluate(() => new Promise((resolve) => { indexedDB.open('haven-somebody').onsuccess = resolve }))
  await page.goto('/en/help')
  await settled(page, '/en/help')
  await context.setOffline(true)
  await page.locator('a.leave').first().click()
  await page.waitForURL('about:blank')
  await page.goBack().catch(() => undefined) // offline, there is nothing to go back to
  expect(await page.getByRole('heading', { level: 1 }).allTextContents().catch(() => [])).not.toContain('Find help')
  await context.setOffline(false)
  expect(await left(context)).toEqual({ caches: [], workers: 0, databases: [] })
})

test('where somebody is signed in on a shared computer, nothing is kept, and what was kept goes', async ({ page, context, baseURL }) => {
  await page.goto('/en')
  await settled(page, '/en/cards/6')
  await context.addCookies([{ name: '__Host-who', value: `shared.${'a'.repeat(22)}`, url: baseURL!.replace('http:', 'https:'), secure: true, sameSite: 'Lax' }])
  await page.goto('/en/help')
  expect(await page.evaluate(() => document.cookie)).toContain('__Host-who=shared')
  await expect.poll(() => page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0])
})
