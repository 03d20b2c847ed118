import { expect, test } from '@playwright/test'
import { course } from '../routes'
import { Lesson } from './lesson'

test('in Arabic: a lesson from right to left, taken to its end and found again', async ({ page }) => {
  const lesson = new Lesson(page, 'ar')
  await lesson.open('1.1')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const brand = await page.locator('.brand').boundingBox()
  const leave = await page.locator('a.leave').boundingBox()
  expect(brand?.x).toBeGreaterThan(leave?.x ?? Infinity)
  await lesson.take('1.1')
  await page.goto('/ar/learn')
  await expect(page.locator('.mods .segs > i').first()).toHaveAttribute('data-s', 'done')
})

test('in Arabic: the check speaks the source language where it must, and says its own sentences in Arabic', async ({ page }) => {
  await page.goto(`/ar${course}/check`)
  await page.locator('.js-only .btn').first().click()
  await expect(page.locator('#question')).toBeVisible()
  await expect(page.locator('.check-form button[type=submit]')).toHaveText(/[\u0600-\u06ff]/)
  await expect(page.locator('#stem')).toHaveAttribute('dir', 'ltr')
})

test('in Tigrinya: Ethiopic script from left to right, with its own font', async ({ page }) => {
  await page.goto(`/ti${course}/1.1`)
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await page.evaluate(() => document.fonts.ready)
  const loaded = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family))
  expect(loaded.join(' ')).toMatch(/Ethiopic/)
})
