import { expect, test, type Page } from '@playwright/test'
import { everythingKept, sentences } from './lesson'
import { signIn, someone } from './person'

const secret = 'what nobody else may read'

async function write(page: Page) {
  await page.goto('/en/learn')
  const area = page.locator('textarea').first()
  await area.fill(secret)
  await expect.poll(() => page.evaluate(everythingKept)).toContain(secret)
}

test('leaving in one tab covers every other tab, and nothing is written again from there', async ({ page, context }) => {
  await write(page)
  const other = await context.newPage()
  await other.goto('/en/learn')
  await expect(other.locator('textarea').first()).toHaveValue(secret)
  await page.evaluate(() => document.querySelector<HTMLElement>('#leave')!.click())
  await expect.poll(() => new URL(other.url()).pathname).not.toBe('/en/learn')
})

test('leaving without a network erases the device all the same', async ({ page, context }) => {
  await write(page)
  await context.setOffline(true)
  await page.evaluate(() => document.querySelector<HTMLElement>('#leave')!.click())
  await page.waitForURL('about:blank')
  await context.setOffline(false)
  const after = await context.newPage()
  await after.goto('/icon.svg')
  expect(await after.evaluate(everythingKept)).not.toContain(secret)
})

test('erasing takes what somebody wrote who is not signed in any more, and what was written without an account', async ({ page, context }) => {
  const { learn } = sentences('en', 'progress')
  await write(page)
  const person = await someone()
  await signIn(context, person)
  await page.goto('/en/learn')
  await expect(page.locator('textarea').first()).toHaveValue('')
  await write(page)
  await context.clearCookies()
  const other = await context.newPage()
  await other.goto('/en/learn')
  await expect(other.locator('textarea').first()).toHaveValue(secret)
  await page.goto('/en/learn')
  await page.getByRole('button', { name: learn.erase }).click()
  await page.getByRole('button', { name: learn.eraseYes }).click()
  await expect(page.getByText(learn.erased)).toBeVisible()
  expect(await page.evaluate(everythingKept)).not.toContain(secret)
  await expect(other.locator('textarea').first()).toHaveValue('')
})
