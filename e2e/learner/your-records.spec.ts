import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../database'
import { sentences } from './lesson'
import { countOf, kept, type Person, signIn, someone, take } from './person'

const { yours, errors, signIn: words } = sentences('en', 'people')
const { errors: access } = sentences('en', 'access')
const leftOf = async ({ id }: Person) => (await ask('select 1 from "Person" where id = $1', [id])).length
const hostCookies = async (page: Page) => (await page.context().cookies()).filter(({ name }) => name.startsWith('__Host-'))

test('somebody takes their records along, then deletes their account: nothing is left here, with us, or signed in elsewhere', async ({ page, context, browser }) => {
  const person = await someone()
  await signIn(context, person)
  const other = await browser.newContext()
  await signIn(other, person)
  await take(page, '2.1')
  await expect.poll(() => countOf(person, 'lesson.finished')).toBe(1)
  await page.goto('/en/settings')
  expect((await kept(page)).bases).toContain(`haven-${person.owner}`)

  const loading = page.waitForEvent('download')
  await page.getByRole('link', { name: yours.download }).click()
  const file = await loading
  expect(file.suggestedFilename()).toBe('my-records.json')
  const { records } = JSON.parse(await readFile(await file.path(), 'utf8')) as { records: { rows: Record<string, unknown[]> }[] }
  expect(records[1]?.rows.ProgressEvent).toHaveLength(await countOf(person))
  expect(records[4]?.rows.UserSession).toHaveLength(2)

  // By keyboard: a press without the tick deletes nothing, and says so.
  await page.getByText(yours.delete, { exact: true }).press('Enter')
  await page.getByRole('button', { name: yours.deleteGo }).press('Enter')
  const summary = page.locator('.summary')
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: errors.sure }).press('Enter')
  await expect(page.getByLabel(yours.sure)).toBeFocused()
  expect(await leftOf(person)).toBe(1)
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/en\/sign-in/)
  await expect(page.getByText(words.deleted)).toBeFocused()

  expect([await leftOf(person), await countOf(person)]).toEqual([0, 0])
  expect(await hostCookies(page)).toEqual([])
  const { bases } = await kept(page)
  expect(bases).not.toContain(`haven-${person.owner}`)
  expect((await other.request.get('/api/me')).status()).toBe(401)
  expect((await other.request.get('/api/me/records/en')).status()).toBe(401)
  await other.close()
})

test('at a shared computer the memory of the tab is emptied too', async ({ page, context }) => {
  const person = await someone()
  await signIn(context, person, 'shared')
  await take(page, '2.1')
  await page.goto('/en/settings')
  expect((await kept(page)).session).toContain(person.owner)
  await page.getByText(yours.delete, { exact: true }).click()
  await page.getByLabel(yours.sure).check()
  await page.getByRole('button', { name: yours.deleteGo }).click()
  await expect(page.getByText(words.deleted)).toBeVisible()
  expect((await kept(page)).session).not.toContain(person.owner)
  expect(await leftOf(person)).toBe(0)
})

test('an answer that is lost is told as what it is, and a second press finds out', async ({ page, context }) => {
  const person = await someone()
  await signIn(context, person)
  await take(page, '2.1')
  await page.goto('/en/settings')
  await page.getByText(yours.delete, { exact: true }).click()
  await page.getByLabel(yours.sure).check()
  await page.route('**/en/settings', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const before = await hostCookies(page)
    await route.fetch()
    // It took the cookies of the answer, which in truth never came.
    const url = new URL('/', page.url()).href.replace('http:', 'https:')
    await context.addCookies(before.map(({ name, value, httpOnly, sameSite }) => ({ url, name, value, httpOnly, sameSite, secure: true })))
    await route.abort()
  }, { times: 1 })
  await page.getByRole('button', { name: yours.deleteGo }).click()
  await expect(page.locator('.summary')).toContainText(errors.unsure)
  expect(await leftOf(person)).toBe(0)
  expect((await kept(page)).bases).toContain(`haven-${person.owner}`)
  await page.getByRole('button', { name: yours.deleteGo }).click()
  await expect(page.getByText(words.deleted)).toBeVisible()
  expect((await kept(page)).bases).not.toContain(`haven-${person.owner}`)
  expect(await hostCookies(page)).toEqual([])
})

test('the page of one person deletes nobody else, who has signed in meanwhile', async ({ page, context }) => {
  const [shown, other] = [await someone(), await someone()]
  await signIn(context, shown)
  await page.goto('/en/settings')
  await page.getByText(yours.delete, { exact: true }).click()
  await page.getByLabel(yours.sure).check()
  await signIn(context, other)
  await page.getByRole('button', { name: yours.deleteGo }).click()
  await expect(page.locator('.summary')).toContainText(access.signIn)
  expect([await leftOf(shown), await leftOf(other)]).toEqual([1, 1])
})

test('a session that has ended is told at the download too, and a tick is not put back', async ({ page, context }) => {
  const person = await someone()
  const sid = await signIn(context, person)
  await page.goto('/en/settings')
  await page.getByText(yours.delete, { exact: true }).click()
  await page.getByLabel(yours.sure).check()
  await ask('update "UserSession" set "endedAt" = now() where id = $1', [sid])
  await page.getByRole('link', { name: yours.download }).click()
  await expect(page.getByText(access.signIn)).toBeVisible()
  await page.getByRole('button', { name: yours.deleteGo }).click()
  await expect(page.locator('.summary')).toContainText(access.signIn)
  await signIn(context, person)
  await page.goto('/en/settings')
  await page.getByText(yours.delete, { exact: true }).click()
  await expect(page.getByLabel(yours.sure)).not.toBeChecked()
})

test('a lost connection is told, and nothing is deleted', async ({ page, context }) => {
  const person = await someone()
  await signIn(context, person)
  await page.goto('/en/settings')
  await page.getByText(yours.delete, { exact: true }).click()
  await page.getByLabel(yours.sure).check()
  await context.setOffline(true)
  await page.getByRole('button', { name: yours.deleteGo }).click()
  await expect(page.locator('.summary')).toBeFocused()
  await context.setOffline(false)
  expect(await leftOf(person)).toBe(1)
  await page.getByRole('button', { name: yours.deleteGo }).click()
  await expect(page.getByText(words.deleted)).toBeVisible()
  expect(await leftOf(person)).toBe(0)
})

for (const locale of ['en', 'ar'])
  test(`the settings of somebody signed in can be used by everyone (${locale})`, async ({ page, context }) => {
    await signIn(context, await someone())
    await page.goto(`/${locale}/settings`)
    await page.locator('#records').waitFor()
    await page.locator('main details').evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)))
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([])
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }
  })

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the account is deleted by a plain form, and not without the tick', async ({ page, context }) => {
    const person = await someone()
    await signIn(context, person)
    await page.goto('/en/settings')
    await page.getByText(yours.delete, { exact: true }).click()
    await page.getByRole('button', { name: yours.deleteGo }).click()
    await expect(page.locator('.summary')).toContainText(errors.sure)
    expect(await leftOf(person)).toBe(1)
    await page.getByLabel(yours.sure).check()
    await page.getByRole('button', { name: yours.deleteGo }).click()
    await page.waitForURL('**/en/sign-in?deleted#deleted')
    await expect(page.locator('#deleted')).toBeVisible()
    await expect(page.locator('#signed-out')).toBeHidden()
    expect([await leftOf(person), (await hostCookies(page)).length]).toEqual([0, 0])
  })
})
