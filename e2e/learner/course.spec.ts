import { expect, test } from '@playwright/test'
import { course } from '../routes'
import { handIn } from './bank'
import { blocksOf, Lesson } from './lesson'

const lessons = ['1.1', '2.1', '3.2', '6.3']

test('these four lessons hold every kind of block', () => {
  const kinds = new Set(lessons.flatMap((id) => blocksOf(id).map(({ kind }) => kind)))
  expect([...kinds].sort()).toEqual(
    ['card', 'checklist', 'match', 'order', 'quiz', 'reflect', 'scenario', 'sort', 'testimony', 'text', 'today', 'words'],
  )
})

test('without an account: four lessons, every kind of block, and the place is there tomorrow', async ({ page }) => {
  test.slow()
  const lesson = new Lesson(page)
  for (const id of lessons) {
    await lesson.open(id)
    await lesson.take(id)
  }
  await page.goto('/en/learn')
  for (const id of lessons) {
    const row = page.locator('.mod-lessons > li', { has: page.locator(`a[href$="${course}/${id}"]`) })
    await expect(row.locator('.sum')).toHaveText('Done')
  }
})

test('the check: not passed at the first try, passed at the second, and a commitment', async ({ page }) => {
  test.slow()
  await page.goto(`/en${course}/check`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await handIn(page, (n) => n > 2)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Nearly there')
  const open = await page.locator('.review > li').count()
  expect(open).toBeGreaterThan(0)
  await expect(page.locator('.review > li').first().getByRole('link', { name: 'Open this part' })).toHaveAttribute('href', /\/courses\/safer-spaces\/\d\.\d#/)
  await page.getByRole('button', { name: 'Answer what is open again' }).click()
  await expect(page.locator('.stepline')).toContainText(`of ${open}`)
  await handIn(page, true)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have passed the check')
  await page.getByRole('link', { name: 'Write your commitment' }).click()
  await page.getByRole('button', { name: 'Keep my commitment' }).click()
  await expect(page.getByText('Write one sentence first.')).toBeVisible()
  await page.getByLabel('My commitment').fill('From Monday I close the door first.')
  await page.getByRole('button', { name: 'Keep my commitment' }).click()
  await expect(page.getByText('Kept on this device.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('From Monday I close the door first.')).toBeVisible()
  await page.getByRole('button', { name: 'Change it' }).click()
  await expect(page.getByLabel('My commitment')).toHaveValue('From Monday I close the door first.')
})

test('skipping everything counts: a whole path can be finished without opening one difficult part', async ({ page }) => {
  const lesson = new Lesson(page)
  await lesson.open('6.3')
  for (const block of blocksOf('6.3')) {
    const skip = lesson.block(block.id).getByRole('link', { name: 'Skip this part' })
    if (await skip.count()) await skip.click()
  }
  await lesson.end()
  await page.goto('/en/learn')
  await expect(page.locator('.mod-lessons > li', { has: page.locator(`a[href$="${course}/6.3"]`) }).locator('.sum')).toHaveText('Done')
})

test('a lesson skipped as a whole counts too', async ({ page }) => {
  const lesson = new Lesson(page)
  await lesson.open('6.3')
  await page.getByRole('link', { name: 'Skip this lesson' }).click()
  await page.goto('/en/learn')
  await expect(page.locator('.mod-lessons > li', { has: page.locator(`a[href$="${course}/6.3"]`) }).locator('.sum')).toHaveText('Done')
})
