import { expect, type Page, test } from '@playwright/test'
import { course } from '../routes'
import { Lesson } from './lesson'

test.use({ viewport: { width: 1280, height: 800 } })

/** Presses Tab until the focus is where a person wants it; what cannot be reached this way fails. */
async function tabTo(page: Page, selector: string) {
  for (let n = 0; n < 250; n++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${selector}`)
}

test('a scene is played by keyboard alone; arrows choose, and never submit', async ({ page }) => {
  const lesson = new Lesson(page)
  await lesson.open('6.3')
  await tabTo(page, '#before-you-go summary')
  await page.keyboard.press('Enter')
  await tabTo(page, '#before-you-go input[type=radio]')
  await page.keyboard.press('ArrowDown')
  await expect(lesson.block('before-you-go').getByRole('radio').nth(1)).toBeChecked()
  await expect(lesson.block('before-you-go').locator('.after')).toHaveCount(0)
  await tabTo(page, '#before-you-go button')
  await page.keyboard.press('Enter')
  await expect(lesson.block('before-you-go').locator('.after').first()).toBeVisible()
  // The focus is on the outcome, and the next Tab goes on from there.
  await expect(lesson.block('before-you-go').locator(':focus')).toHaveCount(1)
})

test('steps are ordered by keyboard alone, and each move is said', async ({ page }) => {
  const lesson = new Lesson(page)
  await lesson.open('3.2')
  const block = page.locator('section.block', { has: page.locator('.moving') })
  const id = await block.getAttribute('id')
  await tabTo(page, `#${id} [data-move^="1"]`)
  const before = await block.locator('.moving > li').first().innerText()
  await page.keyboard.press('Enter')
  await expect(block.locator('.moving > li').nth(1)).toHaveText(before.replace(/^\d/, '2').replace(/\n/g, ''))
  await expect(block.getByRole('status').first()).toContainText('Now in place 2')
})

test('the first Tab leads to the content, the second to the way out', async ({ page }) => {
  await page.goto(`/en${course}/2.1`)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText('Skip to the content')
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText('Skip to: leave this page')
})

test('the check is taken by keyboard alone', async ({ page }) => {
  await page.goto(`/en${course}/check`)
  await expect(page.locator('.js-only button.btn').first()).toBeEnabled()
  await tabTo(page, '.js-only button.btn')
  await page.keyboard.press('Enter')
  await expect(page.locator('#question')).toBeVisible()
  const total = Number((await page.locator('.stepline').innerText()).match(/of (\d+)/)?.[1])
  for (let n = 1; n <= total; n++) {
    await expect(page.locator('.stepline')).toContainText(`Question ${n} of`)
    const radios = await page.locator('.check-form input').count()
    const selects = await page.locator('.check-form select').count()
    if (radios) {
      await tabTo(page, '.check-form input')
      await page.keyboard.press('Space')
    } else if (selects) {
      for (let s = 0; s < selects; s++) {
        await page.keyboard.press('Tab')
        await tabTo(page, '.check-form select')
        await page.keyboard.press('ArrowDown')
      }
    } else {
      await tabTo(page, '.check-form [data-move^="1"]')
      await page.keyboard.press('Enter')
    }
    await tabTo(page, '.check-form button[type=submit]')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Nearly there|passed/)
})
