import { expect, test } from '@playwright/test'
import { Lesson, sentences } from './lesson'
import { countOf, kept, signIn, someone, stateOf, take, watched } from './person'

const { sync } = sentences('en', 'progress')
const { label: searchLabel, go: searchGo } = sentences('en', 'search')
const minute = 60_000

test.describe('at a shared computer', () => {
  test('after fifteen quiet minutes nothing is left, and Back shows nothing', async ({ page, context }) => {
    const person = await someone()
    await signIn(context, person, 'shared')
    await page.clock.install()
    const lesson = new Lesson(page)
    await lesson.open('3.2')
    await lesson.take('3.2')
    await expect.poll(() => countOf(person, 'lesson.finished')).toBe(1)
    expect(await page.locator('[data-s="done"]').count()).toBeGreaterThan(0)
    const before = await page.evaluate(() => Date.now())
    await page.goto('/en/learn')
    await expect(stateOf(page, '3.2')).toHaveText('Done')
    await watched(page, before)
    expect((await kept(page)).bases).toEqual([])
    expect((await kept(page)).session).toContain(person.owner)

    await page.clock.fastForward(14 * minute)
    await page.keyboard.press('Tab')
    await page.clock.fastForward(14 * minute)
    await expect(stateOf(page, '3.2')).toHaveText('Done')
    const ended = page.waitForRequest('**/api/sign-out')
    await page.clock.fastForward(2 * minute)
    await ended
    await page.waitForURL('**/en/sign-in?quiet')
    expect((await kept(page)).session).not.toContain(person.owner)
    expect(await kept(page)).toMatchObject({ bases: [], local: '{}' })
    expect(await page.evaluate(() => document.cookie)).not.toContain('__Host-who')
    // Back is the lesson, as nobody has seen it.
    await page.goBack()
    await expect(page.locator('article')).toBeVisible()
    await expect(page.locator('[data-s="done"]')).toHaveCount(0)
  })

  test('what somebody searched for goes too, after fifteen quiet minutes', async ({ page, context }) => {
    const person = await someone()
    await signIn(context, person, 'shared')
    await page.clock.install()
    await page.goto('/en/search')
    await page.getByLabel(searchLabel).fill('asylum')
    await page.getByRole('button', { name: searchGo }).click()
    await expect(page.locator('.found a').first()).toBeVisible()
    await watched(page)
    await page.clock.fastForward(16 * minute)
    await page.waitForURL('**/en/sign-in?quiet')
    expect(await page.evaluate(() => document.cookie)).not.toContain('__Host-who')
  })

  test('who reads the cards for long is not quiet, and goes on with a lesson', async ({ page, context }) => {
    const person = await someone()
    await signIn(context, person, 'shared')
    await page.clock.install()
    await page.goto('/en/learn')
    await expect(page.locator('.kept-where')).toContainText('Kept in your account')
    const watched = page.waitForRequest('**/api/progress')
    await page.goto('/en/cards')
    await watched
    for (let turn = 0; turn < 4; turn++) {
      await page.clock.fastForward(5 * minute)
      await page.keyboard.press('Tab')
    }
    const lesson = new Lesson(page)
    await lesson.open('3.2')
    await page.waitForTimeout(1000)
    await expect(page.locator('article')).toBeVisible()
    expect(await page.evaluate(() => document.cookie)).toContain('__Host-who')
  })

  test('a laptop that slept shows nothing when it wakes', async ({ page, context }) => {
    const person = await someone()
    await signIn(context, person, 'shared')
    await page.clock.install()
    await page.goto('/en/learn')
    await expect(page.locator('.kept-where')).toContainText('Kept in your account')
    await watched(page)
    await page.clock.pauseAt(Date.now() + 60 * minute)
    await page.evaluate(() => void dispatchEvent(new Event('pointermove')))
    await expect(page.locator('html')).toBeHidden()
    await page.clock.resume()
    await page.waitForURL('**/en/sign-in?quiet')
  })

  test('somebody at work in one tab keeps the other one open; then both close together', async ({ page, context }) => {
    const person = await someone()
    await signIn(context, person, 'shared')
    await context.clock.install()
    const other = await context.newPage()
    for (const each of [page, other]) {
      await each.goto('/en/learn')
      await expect(each.locator('.kept-where')).toContainText('Kept in your account')
      await watched(each)
    }
    await context.clock.fastForward(14 * minute)
    await other.keyboard.press('Tab')
    await context.clock.fastForward(2 * minute)
    await page.waitForTimeout(1000)
    for (const each of [page, other]) await expect(each.locator('.learn')).toBeVisible()
    // Each goes once: a second going would stop the first.
    const goings = [page, other].map((each) => {
      const gone: string[] = []
      each.on('request', (request) => { if (request.isNavigationRequest()) gone.push(request.url()) })
      return gone
    })
    await context.clock.fastForward(14 * minute)
    for (const each of [page, other]) await expect(each).toHaveURL(/\/en\/sign-in\?quiet$/)
    await page.waitForTimeout(1000)
    expect(goings.map((gone) => gone.length)).toEqual([1, 1])
  })

  test('without a network the page says that one should stay, until all is sent', async ({ page, context }) => {
    const person = await someone()
    await signIn(context, person, 'shared')
    const lesson = new Lesson(page)
    await lesson.open('3.2')
    await expect.poll(() => countOf(person, 'lesson.opened')).toBe(1)
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await lesson.take('3.2')
    await expect(page.getByText(sync.stay)).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText(sync.stay)).toHaveCount(0)
    await expect.poll(() => countOf(person, 'lesson.finished')).toBe(1)
  })

  test('the next person sees nothing of the one before', async ({ page, context }) => {
    const [first, second] = [await someone(), await someone()]
    await signIn(context, first, 'shared')
    await take(page, '3.2')
    await context.clearCookies()
    await signIn(context, second, 'shared')
    // Also where the page never wakes.
    await page.route('**/_next/**', (route) => route.abort())
    await page.goto('/en/learn', { waitUntil: 'commit' })
    await page.locator('.kept-where').waitFor()
    expect((await kept(page)).session).not.toContain(first.owner)
    await page.unroute('**/_next/**')
    await page.goto('/en/learn')
    await expect(page.locator('.kept-where')).toContainText('Kept in your account')
    await expect(page.locator('textarea').first()).toBeEditable()
    await expect(stateOf(page, '3.2')).toContainText('Not opened yet')
    expect((await kept(page)).session).not.toContain(first.owner)
    expect(await countOf(second)).toBe(0)
  })
})
