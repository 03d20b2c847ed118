import { expect, test } from '@playwright/test'
import { ask } from '../database'
import { course } from '../routes'
import { handIn } from './bank'
import { Lesson, sentences } from './lesson'
import { countOf, kept, signIn, someone, stateOf, take } from './person'

const { learn } = sentences('en', 'progress')

test('what a device learned without an account is kept at sign-in, and stands on another device at the very block', async ({ browser, page, context }) => {
  const person = await someone()
  await take(page, '2.1')
  const lesson = new Lesson(page)
  await lesson.open('6.3')
  await lesson.try({ id: 'before-you-go', kind: 'scenario' })

  await signIn(context, person)
  const batches: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/progress')) batches.push(request.postData() ?? '')
  })
  await page.goto('/en/learn')
  await expect(page.getByText('2 lessons were begun or finished here')).toBeVisible()
  await page.getByRole('button', { name: learn.keep.yes }).click()
  await expect(page.getByText(learn.keep.kept)).toBeVisible()
  await expect(stateOf(page, '2.1')).toHaveText('Done')
  await expect(page.locator('.kept-where')).toContainText(/Last sent: \d\d:\d\d/)
  expect((await kept(page)).bases).toEqual([`haven-${person.owner}`])

  // The queue again, three times: nothing changes.
  const before = await countOf(person)
  const queue = batches.find((body) => body.includes('lesson.finished'))
  expect(queue).toBeDefined()
  for (let turn = 0; turn < 3; turn++)
    expect(await page.evaluate(async (body) => (await fetch('/api/progress', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status, queue)).toBe(200)
  expect(await countOf(person)).toBe(before)

  const other = await browser.newContext()
  await signIn(other, person)
  const elsewhere = await other.newPage()
  await elsewhere.goto('/en/learn')
  await expect(stateOf(elsewhere, '2.1')).toHaveText('Done')
  await expect(elsewhere.getByRole('heading', { name: learn.keep.title })).toHaveCount(0)
  await expect(elsewhere.locator('.resume a.btn')).toHaveAttribute('href', /6\.3#/)
  await other.close()
})

test('a check passed without an account counts in the account, and on another device', async ({ browser, page, context }) => {
  const person = await someone()
  await page.goto(`/en${course}/check`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await handIn(page, true)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have passed the check')
  await signIn(context, person)
  await page.goto('/en/learn')
  await page.getByRole('button', { name: learn.keep.yes }).click()
  await expect(page.getByText(learn.keep.kept)).toBeVisible()
  expect(await countOf(person, 'check.passed')).toBe(1)
  const other = await browser.newContext()
  await signIn(other, person)
  const elsewhere = await other.newPage()
  await elsewhere.goto('/en/learn')
  await expect(elsewhere.locator('.mods li', { has: elsewhere.locator('a[href$="/check"]') })).toHaveAttribute('data-s', 'done')
  await other.close()
})

test('a check begun and passed with an account stands in it without asking', async ({ page, context }) => {
  const person = await someone()
  await signIn(context, person)
  await page.goto(`/en${course}/check`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.locator('#question')).toBeVisible()
  await expect.poll(async () => (await ask('select 1 from "Candidate" where "personId" = $1', [person.id])).length).toBe(1)
  await handIn(page, true)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have passed the check')
  expect(await countOf(person, 'check.passed')).toBe(1)
  await page.goto('/en/learn')
  await expect(page.locator('.mods li', { has: page.locator('a[href$="/check"]') })).toHaveAttribute('data-s', 'done')
})

test('it was somebody else: nothing is sent, and it stays for whoever it is', async ({ page, context }) => {
  const person = await someone()
  await take(page, '3.2')
  await signIn(context, person)
  await page.goto('/en/learn')
  await page.getByRole('button', { name: learn.keep.no }).click()
  await expect(page.getByRole('heading', { name: learn.keep.title })).toHaveCount(0)
  await page.reload()
  await expect(page.locator('.kept-where')).toContainText('Kept in your account')
  await expect(page.locator('textarea').first()).toBeEditable()
  await expect(page.getByRole('heading', { name: learn.keep.title })).toHaveCount(0)
  await expect(stateOf(page, '3.2')).toContainText('Not opened yet')
  expect(await countOf(person)).toBe(0)
  await context.clearCookies()
  await page.goto('/en/learn')
  await expect(stateOf(page, '3.2')).toHaveText('Done')
})

test('two devices, one of them without a network: in the end both know everything', async ({ browser, page, context }) => {
  const person = await someone()
  await signIn(context, person)
  const lesson = new Lesson(page)
  await lesson.open('2.1')
  await context.setOffline(true)
  await lesson.take('2.1')
  const other = await browser.newContext()
  await signIn(other, person)
  const elsewhere = await other.newPage()
  await take(elsewhere, '3.2')
  await context.setOffline(false)
  await expect.poll(() => countOf(person, 'lesson.finished')).toBe(2)
  for (const each of [page, elsewhere]) {
    await each.goto('/en/learn')
    await expect(stateOf(each, '2.1')).toHaveText('Done')
    await expect(stateOf(each, '3.2')).toHaveText('Done')
  }
  await other.close()
})

test('the session has ended: all is kept, and the page says what to do', async ({ page, context }) => {
  const person = await someone()
  const sid = await signIn(context, person)
  await page.goto('/en/learn')
  await expect(page.locator('.kept-where')).toContainText('Kept in your account')
  await ask('update "UserSession" set "endedAt" = now() where id = $1', [sid])
  await take(page, '3.2')
  await page.goto('/en/learn')
  await expect(page.getByText(learn.where.again)).toBeVisible()
  await expect(stateOf(page, '3.2')).toHaveText('Done')
  expect(await countOf(person)).toBe(0)
  await signIn(context, person)
  await page.reload()
  await expect.poll(() => countOf(person, 'lesson.finished')).toBe(1)
})

test('what one person queued is never taken as somebody else’s: the answer is the same as when nobody is signed in', async ({ page, context }) => {
  const [first, next] = [await someone(), await someone()]
  await signIn(context, next)
  await page.goto('/en/learn')
  const event = { id: '019a9f00-0000-7000-8000-00000000e1a0', kind: 'commitment.written', course: 'safer-spaces', at: '2026-01-20T10:00:00.000Z' }
  const queued = [
    { path: '/api/progress', body: { owner: first.owner, events: [event] } },
    { path: '/api/progress', body: { events: [event] } },
    { path: '/api/check/claim', body: { owner: first.owner, candidate: 'c'.repeat(43), course: 'safer-spaces' } },
  ]
  for (const { path, body } of queued) {
    const refused = await page.evaluate(async ({ to, text }) => {
      const answer = await fetch(to, { method: 'POST', body: text, headers: { 'content-type': 'application/json' } })
      return [answer.status, await answer.json()]
    }, { to: path, text: JSON.stringify(body) })
    expect(refused).toEqual([401, { error: 'access.errors.signIn' }])
  }
  expect(await countOf(next)).toBe(0)
  expect(await ask('select 1 from "Candidate" where "personId" = $1', [next.id])).toEqual([])
})

test.describe('without the worker, which would have kept what sends', () => {
  test.use({ serviceWorkers: 'block' })

  test('a page that lost its network before it could fetch what sends, sends when the network is back', async ({ page, context }) => {
    const person = await someone()
    await signIn(context, person)
    let cut = true
    let late = 0
    const inPage = new Set<string>()
    await page.route('**/_next/static/chunks/**', async (route) => {
      const { pathname } = new URL(route.request().url())
      if (!cut || inPage.has(pathname)) return route.continue()
      late++
      await route.abort()
    })
    const html = await (await page.request.get(`/en${course}/2.1`)).text()
    for (const [path] of html.matchAll(/\/_next\/static\/chunks\/[^"'\\]+/g)) inPage.add(path)
    const lesson = new Lesson(page)
    await lesson.open('2.1')
    await expect.poll(() => late).toBeGreaterThan(0)
    await lesson.end()
    expect(await countOf(person)).toBe(0)
    cut = false
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => countOf(person, 'lesson.finished')).toBe(1)
  })
})
