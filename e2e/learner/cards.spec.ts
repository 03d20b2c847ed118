import { expect, test, type Page } from '@playwright/test'
import { course } from '../routes'

const cards = [1, 2, 3, 4, 5, 6]
const mainNav = (page: Page) => page.getByRole('navigation', { name: 'Main' })

test('from a lesson to a card in three taps', async ({ page }) => {
  await page.goto(`/en${course}/3.1`)
  await mainNav(page).getByRole('link', { name: 'Cards' }).click()
  await page.getByRole('link', { name: 'Ten minutes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ten minutes')
  await expect(page.getByRole('link', { name: 'Call 112' })).toHaveAttribute('href', 'tel:112')
})

test('from the first page to the first card in one tap', async ({ page }) => {
  await page.goto('/nl')
  await page.getByRole('link', { name: 'Open de kaart' }).click()
  await expect(page).toHaveURL(/\/nl\/cards\/1$/)
})

for (const locale of ['en', 'fr', 'nl', 'pt', 'ar', 'ti'])
  test(`${locale}: every card is on one screen, from the way out to the number to call`, async ({ page }) => {
    for (const card of cards) {
      await page.goto(`/${locale}/cards/${card}`)
      await page.evaluate(() => document.fonts.ready)
      await expect(page.locator('#leave')).toBeInViewport({ ratio: 1 })
      await expect(page.locator('.cc h1')).toBeInViewport({ ratio: 1 })
      await expect(page.locator('.cc-call'), `card ${card}`).toBeInViewport({ ratio: 1 })
    }
  })

/** The pages of a PDF as they are printed, in millimetres: width × height. */
const sheets = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, ...points]) =>
    points.map((point) => Math.round((Number(point) / 72) * 25.4)).join('×'),
  )

for (const locale of ['en', 'fr', 'nl', 'pt', 'ar', 'ti'])
  test(`${locale}: every card prints on one side, of A6 or of A4`, async ({ page }) => {
    // A window that prints waits for a person; what it would print is asked for below.
    await page.addInitScript(() => void (window.print = () => {}))
    for (const card of cards) {
      await page.goto(`/${locale}/cards/${card}`)
      const print = () => page.pdf({ preferCSSPageSize: true, printBackground: true })
      expect(sheets(await print()), `card ${card}`).toEqual(['105×148'])
      await page.getByRole('button', { name: /A4/ }).click()
      expect(sheets(await print()), `card ${card}`).toEqual(['210×297'])
      await page.getByRole('button', { name: /A6/ }).click()
      expect(sheets(await print()), `card ${card}`).toEqual(['105×148'])
    }
  })

test('cards lead on to one another, and back to the lesson they come from', async ({ page }) => {
  await page.goto('/en/cards/1')
  await expect(page.getByRole('link', { name: 'Previous card' })).toHaveCount(0)
  for (const title of ['Repair', 'Interpreter briefing']) {
    await page.getByRole('link', { name: 'Next card' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  }
  await expect(page.getByRole('link', { name: /^The lesson behind it/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Previous card' }).click()
  await page.getByRole('link', { name: /^The lesson behind it/ }).click()
  await expect(page).toHaveURL(new RegExp(`${course}/3.2$`))
})

test('neither address nor title of a card says what it is about, and nothing stands above it but the strip', async ({ page }) => {
  await page.goto('/en/cards/1')
  await expect(page).toHaveTitle('Card 1 – Haven')
  const [nav, card] = [await mainNav(page).boundingBox(), await page.locator('.cc').boundingBox()]
  expect(nav?.y).toBeGreaterThan((card?.y ?? 0) + (card?.height ?? 0))
})

test('a card in Arabic or Tigrinya whose lesson is not yet there is marked as a draft', async ({ page }) => {
  for (const [locale, title] of [['ar', 'عشر دقائق'], ['ti', 'ዓሰርተ ደቒቕ']] as const) {
    await page.goto(`/${locale}/cards/1`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('.cc .tag[data-tone=now]')).toBeVisible()
    await expect(page.locator('.cc .note[data-tone=now]')).toBeVisible()
  }
})

test('a card that is not translated says in which language it is', async ({ page }) => {
  await page.goto('/fr/cards/2')
  await expect(page.locator('.cc-sec').first()).toHaveAttribute('lang', 'en')
  await expect(page.locator('.cc .note')).toContainText('English')
})
