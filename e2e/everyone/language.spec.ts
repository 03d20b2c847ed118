import { expect, test } from '@playwright/test'
import { course } from '../routes'

test('the bare address leads to the language of the browser', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'nl-BE' })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page).toHaveURL(/\/nl$/)
  await context.close()
})

test('changing the language keeps the page and the part of it', async ({ page }) => {
  await page.goto(`/en${course}/3.2#repair-card`)
  await page.getByRole('banner').locator('summary').click()
  await page.getByRole('link', { name: 'Nederlands' }).click()
  await expect(page).toHaveURL(new RegExp(`/nl${course}/3.2#repair-card$`))
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  await expect(page.locator('#repair-card')).toBeInViewport()
})

test('a lesson that is not translated comes in the source language, and says so', async ({ page }) => {
  await page.goto(`/fr${course}/2.1`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.locator('.stops')).toHaveAttribute('lang', 'en')
  await expect(page.locator('article .note').first()).toContainText('English')
})

test('a draft in Arabic or Tigrinya is marked as one', async ({ page }) => {
  for (const locale of ['ar', 'ti']) {
    await page.goto(`/${locale}${course}/1.1`)
    await expect(page.locator('.stops')).toHaveAttribute('lang', locale)
    await expect(page.locator('article > .note').first()).toBeVisible()
  }
})

test('what is not there is a page that helps, with the right status', async ({ page }) => {
  for (const path of ['/en/courses/nothing', '/en/nowhere/at/all', '/nl/courses/safer-spaces/9.9']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(2)
  }
})

test('no window title names the subject', async ({ page }) => {
  for (const path of ['', '/courses', course, `${course}/6.3`, `${course}/check`, '/help', '/learn', '/about']) {
    await page.goto(`/en${path}`)
    await expect(page).not.toHaveTitle(/LGBT|gender|violence|sexual|migra|refugee|safer/i)
    await expect(page).toHaveTitle(/Haven/)
  }
})
