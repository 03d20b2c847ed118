import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { locales, routes } from '../routes'

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds, in words. Only colours differ between the themes, so the second theme is asked about colours alone. */
async function faults(page: Page, about: string, coloursOnly: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const { violations } = await (coloursOnly ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe.withTags(standard)).analyze()
  return violations.map(({ id, nodes }) => `${about}: ${id} ${nodes.map(({ html }) => html).join(' ').slice(0, 400)}`)
}

// Every page × language × theme × width: WCAG 2.2 AA as far as a machine can tell, no sideways scrolling,
// and nothing that the browser complains about (a blocked script, a missing file).
for (const locale of locales)
  for (const route of routes)
    test(`${locale}${route} can be used by everyone`, async ({ page }) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 404/.test(message.text())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' })
      await page.goto(`/${locale}${route}`)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr')
      await page.locator('main details').evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)))
      const found: string[] = []
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: theme })
          found.push(...(await faults(page, `${theme} ${width}`, theme === 'dark')))
        }
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (sideways > 0) found.push(`${width}: scrolls sideways by ${sideways} px`)
      }
      expect([...found, ...complaints]).toEqual([])
    })
