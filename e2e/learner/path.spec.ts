import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { codeFor, newAddress } from '../outbox'
import { course } from '../routes'
import { handIn } from './bank'
import { Lesson, sentences } from './lesson'

interface Manifest {
  paths: { id: string; lessons: string[] }[]
}
const { paths } = JSON.parse(readFileSync('prisma/content/safer-spaces/course.json', 'utf8')) as Manifest

type Locale = 'en' | 'nl'

// A whole path without an account: every lesson with every part tried, the check, the commitment. Then the account, and
// the certificate that needs one.
for (const [locale, role, by] of [['en', 'health', 'keyboard'], ['nl', 'reception', 'touch']] as const)
  test(`the path ${role} is walked to its end in ${locale}, by ${by}`, async ({ page, browser }) => {
    test.setTimeout(300_000)
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
    await expect(page.locator('.mods > li:not([data-s="done"])')).toHaveCount(1)
    await page.getByLabel(words.learn.commitmentLabel).fill('…')
    await page.getByRole('button', { name: words.learn.commitmentSave, exact: true }).click()
    await expect(page.locator('.mods > li:not([data-s="done"])')).toHaveCount(0)
    await expect(page.getByRole('heading', { name: words.learn.complete })).toBeVisible()

    await signIn(page, locale)
    await page.getByRole('button', { name: words.learn.keep.yes, exact: true }).click()
    await expect(page.getByText(words.learn.keep.kept)).toBeVisible()
    await expect(page.getByRole('heading', { name: words.learn.complete })).toBeVisible()
    const code = await claim(page, locale)
    await page.goto(`/${locale}/learn`)
    await expect(page.locator(`a[href="/api/certificates/${code.replaceAll('-', '')}/pdf"]`)).toBeVisible()
    await expect(page.getByRole('link', { name: words.learn.certificateGet })).toHaveCount(0)
    await seenElsewhere(browser, locale, code)
  })

async function signIn(page: Page, locale: Locale) {
  const { signIn: words, code } = sentences(locale, 'people')
  const address = newAddress()
  await page.goto(`/${locale}/sign-in`)
  await page.getByLabel(words.email).fill(address)
  await page.getByRole('button', { name: words.send }).click()
  await page.getByLabel(code.label).fill(await codeFor(address))
  await page.getByText(code.sharedNo, { exact: true }).click()
  await page.getByRole('button', { name: code.enter, exact: true }).click()
  await page.waitForURL(`**/${locale}/learn`)
}

/** @returns the code of the certificate */
async function claim(page: Page, locale: Locale) {
  const { own } = sentences(locale, 'certificates')
  await page.getByRole('link', { name: sentences(locale, 'progress').learn.certificateGet }).click()
  await page.getByLabel(own.name).fill('Noor')
  await page.getByRole('button', { name: own.claim }).click()
  await expect(page.getByText(own.issued)).toBeVisible()
  return (await page.locator('.code').first().innerText()).trim()
}

async function seenElsewhere(browser: Browser, locale: Locale, code: string) {
  const { verify } = sentences(locale, 'certificates')
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`/${locale}/verify/${code.replaceAll('-', '')}`)
  await expect(page.getByRole('heading', { name: verify.verdicts.valid.title })).toBeVisible()
  await expect(page.locator('.facts bdi').first()).toHaveText('Noor')
  await context.close()
}
