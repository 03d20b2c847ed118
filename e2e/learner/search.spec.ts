import { expect, test, type Page } from '@playwright/test'

const field = (page: Page) => page.getByRole('searchbox')
const said = (page: Page) => page.locator('.found [role=status]')

async function ask(page: Page, words: string) {
  await field(page).fill(words)
  await field(page).press('Enter')
}

test('a word with a slip of the finger leads to the card, by keyboard alone', async ({ page }) => {
  await page.goto('/en/search')
  await field(page).focus()
  await page.keyboard.type('interpretor')
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText(/^\d+ places for “interpretor”$/)
  await expect(page.locator('.found h2').first()).toHaveText('Cards')
  const first = page.locator('.found h3 a').first()
  await expect(first).toHaveText('Interpreter briefing')
  await expect(page.locator('.found mark').first()).toBeVisible()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/cards\/3$/)
})

test('a result leads to the exact block', async ({ page }) => {
  await page.goto('/en/search')
  await ask(page, 'shared calender')
  const link = page.getByRole('link', { name: 'The shared calendar' })
  await expect(link).toHaveAttribute('href', '/en/courses/safer-spaces/5.3#shared-calendar')
  await link.click()
  await expect(page.getByRole('heading', { name: 'The shared calendar' })).toBeInViewport()
})

test('a word leads to the place where it is explained, and the address does not name it', async ({ page }) => {
  await page.goto('/en/search')
  await ask(page, 'asylem')
  const link = page.getByRole('link', { name: 'asylum seeker', exact: true })
  await expect(link).toHaveAttribute('href', /^\/en\/glossary#w[0-9a-f]{8}$/)
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Words explained')
  await expect(page.locator('.words > :target')).toContainText('asylum seeker')
  await expect(page.locator('.words > :target')).toBeInViewport()
})

test('what stands behind a content note is named, and not quoted', async ({ page }) => {
  await page.goto('/en/search')
  await ask(page, 'shared calendar')
  const place = page.locator('.found-place', { hasText: 'The shared calendar' })
  await expect(place).toContainText('With a content note')
  await expect(place.locator('.found-words')).toHaveCount(0)
})

test('nothing of what was asked stays: not in an address, not on the device', async ({ page, context }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/en/search')
  const before = await page.evaluate(() => history.length)
  await ask(page, 'asylem')
  await expect(said(page)).toContainText('asylem')
  expect(asked.filter((url) => url.includes('asylem'))).toEqual([])
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/en/search')
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const stores = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))
    return JSON.stringify({ local: Object.entries(localStorage), session: Object.entries(sessionStorage), history: history.state, length: history.length, databases, stores })
  })
  expect(kept).not.toContain('asylem')
  expect(JSON.parse(kept).length).toBe(before)
  expect(JSON.stringify(await context.cookies())).not.toContain('asylem')
  await expect(field(page)).toHaveAttribute('autocomplete', 'off')
  await page.goto('/en/help')
  await page.goBack()
  await expect(page).toHaveURL(/\/en\/search$/)
  await expect(field(page)).toHaveValue('')
  await page.reload()
  await expect(field(page)).toHaveValue('')
})

test('an empty field and a word that nobody wrote are met with what to do next', async ({ page }) => {
  await page.goto('/en/search')
  await field(page).press('Enter')
  await expect(page.locator('main [role=alert]')).toContainText('Type a word first')
  await ask(page, 'xylophone')
  await expect(said(page)).toHaveText('Nothing found for “xylophone”')
  await expect(page.locator('.found').getByRole('link', { name: 'All cards' })).toHaveAttribute('href', '/en/cards')
  await expect(page.locator('.found').getByRole('link', { name: 'Find help' })).toHaveAttribute('href', '/en/help')
})

test('without a network it says so, and the words stay in the field', async ({ page, context }) => {
  await page.goto('/en/search')
  await context.setOffline(true)
  await ask(page, 'pronouns')
  await expect(page.locator('main [role=alert]')).toContainText('You are offline')
  await expect(field(page)).toHaveValue('pronouns')
  await context.setOffline(false)
  await field(page).press('Enter')
  await expect(said(page)).toContainText('pronouns')
})

for (const query of ["'; drop table x; --", 'a & b | !c:*', '\\\\', '<b>bold</b>', '‮abc', '%_%', '🙂'])
  test(`signs and markup are just words: ${query}`, async ({ page }) => {
    await page.goto('/en/search')
    await ask(page, query)
    await expect(said(page)).toContainText(query)
    await expect(said(page).locator('b')).toHaveCount(0)
  })

test('Arabic, on a narrow screen, runs its own way and does not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/ar/search')
  await ask(page, 'والترجمه')
  await expect(page.locator('.found h3 a').first()).toHaveAttribute('href', '/ar/cards/1')
  await expect(page.locator('.found h3').first()).toHaveAttribute('dir', 'rtl')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the form is sent as a form, and its words stay out of the address', async ({ page }) => {
    await page.goto('/en/search')
    await field(page).fill('pronoms')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.locator('.found h3 a').first()).toHaveAttribute('href', '/en/cards/4')
    expect(page.url()).not.toContain('pronoms')
  })

  test('an empty field is answered too', async ({ page }) => {
    await page.goto('/en/search')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page.locator('main')).toContainText('Type a word first')
  })
})
