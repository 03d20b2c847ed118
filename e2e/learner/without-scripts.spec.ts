import { expect, test } from '@playwright/test'
import { course } from '../routes'
import { text } from './bank'
import { blocksOf } from './lesson'

test.use({ javaScriptEnabled: false })

const fragments = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('rich' in value) return [text(value as { rich: [] })]
  return Object.values(value).flatMap(fragments)
}

for (const id of ['1.1', '2.1', '3.2', '6.3'])
  test(`lesson ${id} can be read to the last word without scripts`, async ({ page }) => {
    await page.goto(`/en${course}/${id}`)
    for (const block of blocksOf(id)) {
      const section = page.locator(`section.block[id="${block.id}"]`)
      const shown = ((await section.textContent()) ?? '').replace(/\s+/g, ' ')
      expect(shown).toContain(block.heading)
      for (const words of fragments(block)) for (const part of words.split(/(?<=[.!?”]) /)) expect(shown).toContain(part)
    }
    await expect(page.locator('.js-only:visible')).toHaveCount(0)
  })

test('the way out and the way on are plain links', async ({ page }) => {
  await page.goto(`/en${course}/1.1`)
  await expect(page.getByRole('link', { name: /Leave this page/ }).last()).toHaveAttribute('href', '/leave')
  await page.locator('#next').getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`${course}/1.3`))
})

test('what is not there says so, in the language of the address, with the way out and the way on', async ({ page }) => {
  for (const [path, words] of [['/en/not-here', 'This page is not here'], [`/nl${course}/9.9`, 'Deze pagina']] as const) {
    expect((await page.goto(path))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words)
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(2)
    await expect(page.locator('a.leave')).toBeVisible()
  }
})
