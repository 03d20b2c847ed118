import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { pictureOf, readCode, squareCodeOf } from './paper'

// One account that has finished, and one certificate: the steps follow each other.
test.describe.configure({ mode: 'serial' })

const heading = (page: Page, name: string) => page.getByRole('heading', { name })

async function enter(page: Page) {
  await page.goto('/en/sign-in')
  await page.getByRole('button', { name: 'A learner who has finished' }).click()
  await page.waitForURL('**/en/learn')
}

async function takeBack(page: Page) {
  await page.getByRole('button', { name: 'Take it back', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Keep it as it is' })).toBeFocused()
  await page.getByRole('button', { name: 'Take it back for good' }).click()
  await expect(page.getByText('The certificate is taken back.')).toBeFocused()
}

/** Somebody else, elsewhere. */
async function stranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext()
  return context.newPage()
}

/** A picture of the square code on the paper, as a telephone would take it. */
async function photoOf(pdf: Buffer, browser: Browser): Promise<Buffer> {
  const page = await stranger(browser)
  await page.setViewportSize({ width: 900, height: 900 })
  await page.setContent(pictureOf(squareCodeOf(pdf)))
  const photo = await page.locator('svg').screenshot()
  await page.context().close()
  return photo
}

const check = async (page: Page, code: string) => {
  await page.goto('/en/verify')
  await page.getByLabel('Code on the paper').fill(code)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
}

let code = ''
let paper: Buffer
let badge = ''

test('without an account: why one is needed here, and the way to it', async ({ page }) => {
  await page.goto('/en/certificates')
  await expect(heading(page, 'Sign in to get a certificate')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/en\/sign-in$/)
})

test('claimed under a chosen name, once, even when the answer is lost', async ({ page, context }) => {
  await enter(page)
  await page.goto('/en/certificates')
  // An earlier run may have left one.
  if (await page.getByRole('button', { name: 'Take it back', exact: true }).waitFor({ timeout: 3_000 }).then(() => true, () => false)) await takeBack(page)
  const name = page.getByLabel('Name to print')
  await name.fill('王小明')
  await page.getByRole('button', { name: 'Issue my certificate' }).click()
  await expect(page.locator('.summary')).toContainText('a sign that we cannot print')
  await name.fill('أمينة Yusuf')
  // The server does what it was asked, and its answer never comes.
  await context.route('**/en/certificates', async (route) => {
    if (route.request().method() === 'POST') await route.fetch()
    await (route.request().method() === 'POST' ? route.abort() : route.continue())
  }, { times: 1 })
  await page.getByRole('button', { name: 'Issue my certificate' }).click()
  await expect(page.locator('.summary')).toContainText('Nothing was lost')
  await expect(name).toHaveValue('أمينة Yusuf')
  await page.getByRole('button', { name: 'Issue my certificate' }).click()
  await expect(page.getByText('Your certificate is ready.')).toBeFocused()
  const valid = page.getByRole('article').filter({ hasText: 'Valid until' })
  await expect(valid).toHaveCount(1)
  code = (await valid.locator('.code').textContent())!
  expect(code).toMatch(/^[0-9A-Z-]{31,33}$/)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the PDF' }).click()
  const pdf = await download
  expect(pdf.suggestedFilename()).toBe('certificate.pdf')
  paper = await readFile(await pdf.path())
  expect(paper.subarray(0, 8).toString()).toBe('%PDF-1.7')
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the digital badge' }).click()
  const json = await file
  expect(json.suggestedFilename()).toBe('certificate.json')
  badge = await readFile(await json.path(), 'utf8')
})

test('another browser checks it: by the code, the address, a photo and the badge', async ({ browser }) => {
  const page = await stranger(browser)
  await check(page, code.toLowerCase())
  await expect(heading(page, 'This certificate is valid')).toBeFocused()
  await expect(page.locator('.facts bdi').first()).toHaveText('أمينة Yusuf')

  const link = new URL(readCode(squareCodeOf(paper)))
  expect(link.pathname).toBe(`/en/verify/${code.replaceAll('-', '')}`)
  await page.goto(link.pathname + link.hash)
  await expect(page.getByText('The signature was checked on this device.')).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')

  await page.goto('/en/verify')
  await page.locator('#photo').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: await photoOf(paper, browser) })
  await expect(heading(page, 'This certificate is valid')).toBeVisible()
  await expect(page.getByText('The signature was checked on this device.')).toBeVisible()
  await page.context().close()
})

test('without a network: genuine, and what could not be checked is said; one changed letter is seen', async ({ browser }) => {
  const page = await stranger(browser)
  const photo = await photoOf(paper, browser)
  await page.goto('/en/verify', { waitUntil: 'networkidle' })
  // The page fetches at rest what a check needs.
  await page.waitForTimeout(6_000)
  await page.context().setOffline(true)
  await page.locator('#photo').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo })
  await expect(heading(page, 'The signature is genuine')).toBeFocused()
  await expect(page.getByText('could not be checked without a network')).toBeVisible()

  await page.getByText('Or paste a digital badge').click()
  await page.getByLabel('Text of the badge').fill(badge.replace('Yusuf', 'Yusup'))
  await page.getByRole('button', { name: 'Check the badge' }).click()
  await expect(heading(page, 'This certificate was altered')).toBeFocused()
  await expect(page.getByText('Yusup', { exact: true })).toHaveCount(0)
  await page.context().close()
})

test('what nobody was given, and what cannot be a code, look alike', async ({ page }) => {
  for (const guess of ['0'.repeat(26), 'AAAA', code.slice(0, -1)]) {
    const answer = await page.goto(`/en/verify/${guess.replaceAll('-', '')}`)
    expect(answer?.status()).toBe(200)
    expect(answer?.headers()['cache-control']).toContain('no-store')
    await expect(heading(page, 'We do not know this certificate')).toBeVisible()
    await expect(page).toHaveTitle('Check a certificate – Haven')
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a code can be checked', async ({ page }) => {
    await check(page, code)
    await expect(page).toHaveURL(/\/en\/verify\/[0-9A-Z]{26}$/)
    await expect(heading(page, 'This certificate is valid')).toBeVisible()
  })
})

test('another name: the old one is taken back; then the new one, for good', async ({ page, browser }) => {
  await enter(page)
  await page.goto('/en/certificates')
  await page.getByRole('button', { name: 'Change the name' }).click()
  await page.getByLabel('Name to print').fill('Amina Yusuf')
  await page.getByRole('button', { name: 'Issue it under this name' }).click()
  await expect(page.getByText('Your new certificate is ready.')).toBeFocused()
  const valid = page.getByRole('article').filter({ hasText: 'Valid until' })
  await expect(valid).toHaveCount(1)
  await expect(valid.locator('.code')).not.toHaveText(code)
  const renamed = (await valid.locator('.code').textContent())!

  const other = await stranger(browser)
  await check(other, code)
  await expect(heading(other, 'This certificate was taken back')).toBeFocused()
  await expect(other.getByText('أمينة Yusuf')).toHaveCount(0)
  await check(other, renamed)
  await expect(heading(other, 'This certificate is valid')).toBeFocused()

  await takeBack(page)
  await check(other, renamed)
  await expect(heading(other, 'This certificate was taken back')).toBeFocused()
  await other.context().close()
})
