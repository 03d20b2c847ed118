import { expect, type Page, test } from '@playwright/test'
import { ask } from '../database'
import { sentences } from './lesson'
import { kept, signIn, someone } from './person'

const { settings } = sentences('en', 'people')
const { storage } = sentences('en', 'courses').offline
const { errors } = sentences('en', 'access')
const name = (page: Page) => page.getByLabel(settings.name)

test('a session that ends while somebody writes loses nothing, and shows nothing to somebody else', async ({ page, context }) => {
  const [noor, other] = [await someone(), await someone()]
  const sid = await signIn(context, noor)
  await page.goto('/en/settings')
  await name(page).fill('Noor')
  await ask('update "UserSession" set "endedAt" = now() where id = $1', [sid])
  await page.getByRole('button', { name: settings.save }).click()
  const summary = page.locator('.summary')
  await expect(summary).toContainText(errors.signInKept)
  await expect(summary).toBeFocused()
  await expect(name(page)).toHaveValue('Noor')
  await summary.getByRole('link', { name: errors.signInLink }).click()
  await page.waitForURL('**/en/sign-in')

  await signIn(context, noor)
  await page.goto('/en/settings')
  await expect(page.getByText(errors.putBack)).toBeVisible()
  await expect(name(page)).toHaveValue('Noor')

  await signIn(context, other)
  await page.goto('/en/settings')
  await expect(name(page)).toHaveValue('')
  expect((await kept(page)).session).not.toContain('Noor')
})

test('a shared computer keeps no pages, and the settings say only that', async ({ page, context }) => {
  await signIn(context, await someone(), 'shared')
  await page.goto('/en/settings')
  await expect(page.getByText(storage.shared)).toBeVisible()
  await expect(page.getByText(storage.text)).toHaveCount(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('signing out is a plain form', async ({ page, context }) => {
    await signIn(context, await someone())
    await page.goto('/en/settings')
    await page.getByRole('button', { name: 'Sign out here' }).click()
    await page.waitForURL('**/en/sign-in?out#signed-out')
    await expect(page.locator('#signed-out')).toBeVisible()
    expect((await context.cookies()).filter(({ name: each }) => each.startsWith('__Host-'))).toEqual([])
  })
})
