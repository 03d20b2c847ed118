import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { locales, routes } from '../routes'

// Every page × language × theme × width: WCAG 2.2 AA as far as a machine can tell, no sideways scrolling,
// and nothing that the browser complains about (a blocked script, a missing file).
for (const locale of locales)
  for (const route of routes)
    test(`${locale}${route} can be used by everyone`, async ({ page }) => {
      test.slow()
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && !/status of 404/.test(message.text()) && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`/${locale}${route}`, { waitUntil: 'load' })
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr')
      for (const details of await page.locator('main details:not([open]) > summary').all()) await details.click()
      for (const width of [320, 1280])
        for (const theme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme: theme })
          const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
          expect(violations.map(({ id, nodes }) => `${theme} ${width}: ${id} ${nodes.map(({ html }) => html).join(' ').slice(0, 400)}`)).toEqual([])
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(sideways, `${theme} ${width}: scrolls sideways`).toBeLessThanOrEqual(0)
        }
      expect(complaints).toEqual([])
    })
