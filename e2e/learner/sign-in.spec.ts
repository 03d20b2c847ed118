import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { ask as run } from '../database'
import { codeFor, newAddress } from '../outbox'

const cookiesOf = async (context: BrowserContext) => new Map((await context.cookies()).map((cookie) => [cookie.name, cookie]))
const me = async (page: Page) => (await page.request.get('/api/me')).status()

async function ask(page: Page, address: string) {
  await page.goto('/en/sign-in')
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByRole('heading', { name: 'No mail yet?' })).toBeVisible()
}

/** @param shared on a shared computer, which is the answer that is there already */
async function signIn(page: Page, address: string, shared = true, to = '**/en/learn') {
  const asked = new Date()
  await ask(page, address)
  const field = page.getByLabel('Code from the mail')
  await field.fill(await codeFor(address, asked))
  if (!shared) await page.getByText('No, only I use it').click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(to)
}

test('an address, a code, and in; a shared computer keeps nothing', async ({ page, context }) => {
  const address = newAddress()
  await ask(page, address)
  await expect(page.getByText(address)).toBeVisible()
  const field = page.getByLabel('Code from the mail')
  await expect(field).toBeFocused()
  await expect(page.getByLabel('Yes, or I am not sure')).toBeChecked()
  await field.fill((await codeFor(address)).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/en/learn')

  const cookies = await cookiesOf(context)
  expect(cookies.get('__Host-session')).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', expires: -1 })
  expect(cookies.get('__Host-who')).toMatchObject({ httpOnly: false, secure: true, expires: -1 })
  expect(cookies.get('__Host-who')?.value).toMatch(/^shared\.[\w-]{22}$/)
  expect(cookies.has('__Host-signin')).toBe(false)
  expect(await (await page.request.get('/api/me')).json()).toMatchObject({ email: address, shared: true })

  await page.goto('/en/sign-in')
  await expect(page.getByText(`You are signed in as ${address}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page.getByText('You are signed out on this device.')).toBeFocused()
  await expect(page).toHaveURL(/\/en\/sign-in$/)
  await expect(page.getByLabel('E-mail address')).toBeVisible()
  expect([...(await cookiesOf(context)).keys()].filter((name) => name.startsWith('__Host-'))).toEqual([])
  expect(await me(page)).toBe(401)
})

test('signing out everywhere ends the other device on its next request', async ({ page, browser }) => {
  const address = newAddress()
  await signIn(page, address, false)
  const other = await browser.newContext()
  const phone = await other.newPage()
  await signIn(phone, address, false)
  const cookies = await cookiesOf(other)
  expect(cookies.get('__Host-who')?.value).toBe((await cookiesOf(page.context())).get('__Host-who')?.value)
  for (const name of ['__Host-who', '__Host-session']) {
    const days = (cookies.get(name)!.expires - Date.now() / 1000) / 86_400
    expect(days).toBeGreaterThan(6.9)
    expect(days).toBeLessThanOrEqual(7)
  }
  await phone.goto('/en/sign-in')
  await phone.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(phone.getByLabel('E-mail address')).toBeVisible()
  expect([await me(phone), await me(page)]).toEqual([401, 401])
  await page.goto('/en/sign-in')
  await expect(page.getByText('You are not signed in any more.')).toBeVisible()
  await other.close()
})

test('what does not fit is said on top and at the field, and nothing typed is lost', async ({ page }) => {
  const address = newAddress()
  await page.goto('/en/sign-in')
  const email = page.getByLabel('E-mail address')
  await email.fill('noor.example.org')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  const summary = page.locator('.summary')
  await expect(summary).toBeFocused()
  await summary.getByRole('link').click()
  await expect(email).toBeFocused()
  // The strip on top covers neither the name of the field nor what is wrong with it.
  const strip = (await page.locator('.bar').boundingBox())!
  expect((await page.locator('label[for="ask-email"]').boundingBox())!.y).toBeGreaterThan(strip.y + strip.height)
  await expect(email).toHaveValue('noor.example.org')
  await expect(email).toHaveAttribute('aria-invalid', 'true')

  await ask(page, address)
  const code = await codeFor(address)
  const field = page.getByLabel('Code from the mail')
  await field.fill('1234')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(summary).toContainText('Enter the 8 digits')
  const off = String((Number(code.replace(' ', '')) + 1) % 100_000_000).padStart(8, '0')
  await field.fill(off)
  await page.getByText('No, only I use it').click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(summary).toContainText('does not fit or is too old')
  await expect(summary).toBeFocused()
  await expect(field).toHaveValue(off)
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(summary).toContainText('After five tries only a new code works.')
  await expect(page.getByLabel('No, only I use it')).toBeChecked()

  const before = new Date()
  await page.getByRole('button', { name: 'Send another code' }).click()
  await expect(page.getByText('We sent a new code.')).toBeInViewport()
  await expect(field).toBeFocused()
  await expect(summary).toHaveCount(0)
  const fresh = await codeFor(address, before)
  await field.fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(summary).toContainText('does not fit or is too old')
  await field.fill(fresh)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL('**/en/learn')
})

test('a session that ends in the middle of a form: signed in again, its writer is back at the form, and nobody else is', async ({ page }) => {
  const [address, other] = [newAddress(), newAddress()]
  await signIn(page, address)
  const name = page.getByLabel('What shall we call you?')
  const write = async () => {
    await page.goto('/en/settings')
    await name.fill('Noor')
    await run('update "UserSession" set "endedAt" = now() where "personId" = (select id from "Person" where email = $1)', [address])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('.summary').getByRole('link').click()
  }
  await write()
  await signIn(page, address, true, '**/en/settings')
  await expect(name).toHaveValue('Noor')
  await write()
  await signIn(page, other)
  await page.goto('/en/settings')
  await expect(name).toHaveValue('')
})

test('a lost connection is told, and the address stays', async ({ page, context }) => {
  await page.goto('/en/sign-in')
  const email = page.getByLabel('E-mail address')
  await email.fill('noor@example.org')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.locator('.summary')).toContainText('You are offline')
  await expect(email).toHaveValue('noor@example.org')
})

test('a code is worth nothing in another browser', async ({ page, browser }) => {
  const address = newAddress()
  await ask(page, address)
  const code = await codeFor(address)
  const other = await browser.newContext()
  const thief = await other.newPage()
  await thief.goto('/en/sign-in')
  await thief.getByText('I already have a code').click()
  await thief.getByLabel('Code from the mail').fill(code)
  await thief.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(thief.locator('.summary')).toContainText('does not fit or is too old')
  expect(await me(thief)).toBe(401)
  await other.close()
})

test('leaving the page ends the session, even for a kept cookie', async ({ page, context, baseURL }) => {
  await signIn(page, newAddress())
  const { value } = (await cookiesOf(context)).get('__Host-session')!
  const kept = { headers: { cookie: `__Host-session=${value}` } }
  expect((await page.request.get('/api/me', kept)).status()).toBe(200)
  // Where it leads is of no interest here.
  await page.request.get(`${baseURL}/leave`, { ...kept, maxRedirects: 0 })
  await expect.poll(async () => (await page.request.get('/api/me', kept)).status()).toBe(401)
})

test('the accounts of the demonstration, one press each', async ({ page }) => {
  await page.goto('/en/sign-in')
  await page.getByRole('button', { name: 'A learner who has finished' }).click()
  await page.waitForURL('**/en/learn')
  expect(await (await page.request.get('/api/me')).json()).toMatchObject({ email: 'demo-finished@haven.invalid' })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the same way in and out, by plain forms', async ({ page, context }) => {
    const address = newAddress()
    await page.goto('/en/sign-in')
    await page.getByLabel('E-mail address').fill('nobody')
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(page.locator('.summary')).toContainText('Enter an e-mail address')
    await expect(page.getByLabel('E-mail address')).toHaveValue('nobody')
    await page.getByLabel('E-mail address').fill(address)
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(page.getByText(address)).toBeVisible()
    await page.getByLabel('Code from the mail').fill('0000 0000')
    await page.getByText('No, only I use it').click()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.locator('.summary')).toContainText('does not fit or is too old')
    await expect(page.getByLabel('No, only I use it')).toBeChecked()
    const asked = new Date()
    await page.getByRole('button', { name: 'Send another code' }).click()
    await expect(page.getByText('We sent a new code.')).toBeVisible()
    await page.getByLabel('Code from the mail').fill(await codeFor(address, asked))
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.waitForURL('**/en/learn')
    expect((await cookiesOf(context)).has('__Host-session')).toBe(true)

    await page.goto('/en/sign-in')
    await expect(page.locator('#signed-out')).toBeHidden()
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(page.locator('#signed-out')).toBeVisible()
    expect((await cookiesOf(context)).has('__Host-session')).toBe(false)
    expect(await me(page)).toBe(401)
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(page.locator('.summary')).toContainText('You are not signed in any more')
  })
})
