import { expect, test } from '@playwright/test'
import { course } from '../routes'

/** 150 KB without fonts and media: what a browser has to fetch before a lesson can be read and worked with. */
const budget = 150 * 1024
const lessons = ['1.1', '1.3', '2.1', '2.2', '3.1', '3.2', '4.1', '4.4', '5.3', '6.3', '7.1', '7.2', '7.3', '7.4', '7.5', '8.4']

for (const lesson of lessons)
  test(`lesson ${lesson} weighs at most 150 KB on first load, and asks no third party`, async ({ page, baseURL }) => {
    await page.goto(`/en${course}/${lesson}`, { waitUntil: 'networkidle' })
    const loaded = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => {
        const { name, encodedBodySize } = entry as PerformanceResourceTiming
        return { url: name, bytes: encodedBodySize }
      }),
    )
    for (const { url } of loaded) expect(new URL(url).origin, url).toBe(new URL(baseURL ?? '').origin)
    const counted = loaded.filter(({ url }) => !/\.(woff2|svg|png)$/.test(url))
    expect(counted.length).toBeGreaterThan(5)
    const sum = counted.reduce((total, { bytes }) => total + bytes, 0)
    test.info().annotations.push({ type: 'bytes', description: String(sum) })
    expect(sum, counted.map(({ url, bytes }) => `${bytes} ${url.split('/').at(-1)}`).join(', ')).toBeLessThanOrEqual(budget)
  })
