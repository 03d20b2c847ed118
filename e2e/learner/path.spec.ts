import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { course } from '../routes'
import { handIn } from './bank'
import { Lesson, sentences } from './lesson'

interface Manifest {
  paths: { id: string; lessons: string[] }[]
}
const { paths } = JSON.parse(readFileSync('prisma/content/safer-spaces/course.json', 'utf8')) as Manifest

// A whole path: every lesson with every part tried, the check, the commitment.
for (const [locale, role, by] of [['en', 'health', 'keyboard'], ['nl', 'reception', 'touch']] as const)
  test(`the path ${role} is walked to its end in ${locale}, by ${by}`, async ({ page }) => {
    test.setTimeout(240_000)
    const words = sentences(locale, 'progress')
    const lesson = new Lesson(page, locale, by)
    for (const id of paths.find((path) => path.id === role)?.lessons ?? []) {
      await lesson.open(id)
      await lesson.take(id)
    }
    await page.goto(`/${locale}${course}/check`)
    await page.locator('.js-only button.btn').first().click()
    await handIn(page, true, locale)
    await page.locator('a[href$="/learn#commitment"]').click()
    await page.locator('#choose-path').selectOption(role)
    await expect(page.locator('.mods > li:not([data-s="done"])')).toHaveCount(0)
    await page.getByLabel(words.learn.commitmentLabel).fill('…')
    await page.getByRole('button', { name: words.learn.commitmentSave, exact: true }).click()
    await expect(page.getByRole('heading', { name: words.learn.complete })).toBeVisible()
  })
