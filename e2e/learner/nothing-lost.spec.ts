import { expect, test } from '@playwright/test'
import { course } from '../routes'
import { answer, bank, handIn } from './bank'
import { everythingKept, Lesson } from './lesson'

test('a tab that is killed in mid-lesson loses no answer, and comes back to the very block', async ({ context }) => {
  let page = await context.newPage()
  let lesson = new Lesson(page)
  await lesson.open('6.3')
  await lesson.try({ id: 'before-you-go', kind: 'scenario' })
  const quiz = lesson.block('two-decisions')
  const first = quiz.locator('.scene-in').first()
  await first.getByRole('radio').nth(1).check()
  await lesson.block('own-words').getByRole('textbox').fill('A sentence in the middle')
  await expect.poll(() => page.evaluate(everythingKept)).toContain('"block":"own-words"')
  await page.close({ runBeforeUnload: false })

  page = await context.newPage()
  lesson = new Lesson(page)
  await lesson.open('6.3')
  await expect(lesson.block('own-words').getByRole('textbox')).toHaveValue('A sentence in the middle')
  await expect(lesson.block('two-decisions').locator('.scene-in').first().getByRole('radio').nth(1)).toBeChecked()
  await expect(page.locator('.resumed')).toContainText('You are back where you stopped')
  await expect(lesson.block('own-words')).toBeInViewport()
  await lesson.block('before-you-go').locator('summary').first().click()
  await expect(lesson.block('before-you-go').getByRole('button', { name: 'Start again' })).toBeVisible()
})

test('a tab that is killed in mid-check loses no answer', async ({ context }) => {
  let page = await context.newPage()
  await page.goto(`/en${course}/check`)
  await page.getByRole('button', { name: 'Begin' }).click()
  for (let n = 0; n < 3; n++) {
    await answer(page, bank(), true)
    await page.getByRole('button', { name: 'Next question' }).click()
  }
  await expect(page.locator('.stepline')).toContainText('Question 4')
  await page.close({ runBeforeUnload: false })

  page = await context.newPage()
  await page.goto(`/en${course}/check`)
  await expect(page.locator('.stepline')).toContainText('Question 4')
  await expect(page.locator('.stepline [data-s="done"]')).toHaveCount(3)
  await handIn(page, true)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have passed the check')
})

test('the network goes in mid-lesson: everything is still answered, and kept', async ({ page, context }) => {
  const lesson = new Lesson(page)
  await lesson.open('2.1')
  await context.setOffline(true)
  await lesson.take('2.1')
  await context.setOffline(false)
  await page.goto('/en/learn')
  await expect(page.locator('.mod-lessons > li', { has: page.locator(`a[href$="${course}/2.1"]`) }).locator('.sum')).toHaveText('Done')
})

test('the network goes when the check is handed in: it says so, keeps the answers, and goes on later', async ({ page, context }) => {
  await page.goto(`/en${course}/check`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.locator('#question')).toBeVisible()
  await context.setOffline(true)
  await handIn(page, true)
  await expect(page.getByRole('alert').first()).toContainText('kept on this device')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Hand in my answers' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have passed the check')
})

test('everything on the device can be erased', async ({ page }) => {
  const lesson = new Lesson(page)
  await lesson.open('3.2')
  await lesson.take('3.2')
  await page.goto('/en/learn')
  await expect(page.locator('.mods .segs > [data-s="done"]')).toHaveCount(1)
  await page.getByRole('button', { name: 'Erase everything on this device' }).click()
  await page.getByRole('button', { name: 'Erase it all' }).click()
  await expect(page.getByText('Everything is erased from this device.')).toBeVisible()
  await page.reload()
  await expect(page.locator('.mods .segs > [data-s="done"]')).toHaveCount(0)
})
