import { expect, test } from '@playwright/test'
import { routes } from '../routes'

// The header is measured where it matters: in the browser, against what an attacker would try.
for (const route of routes)
  test(`${route || '/'} runs no script that somebody put into it`, async ({ page }) => {
    const refused: string[] = []
    await page.exposeFunction('refused', (directive: string) => refused.push(directive))
    await page.addInitScript(() => {
      const { refused: report } = window as unknown as { refused: (directive: string) => void }
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => report(effectiveDirective))
    })
    const answer = await page.goto(`/en${route}`)
    const policy = answer!.headers()['content-security-policy']!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(refused).toEqual([])
    await page.evaluate(() => {
      const inline = document.createElement('script')
      inline.textContent = 'window.attacked = true'
      const foreign = document.createElement('script')
      foreign.src = 'https://elsewhere.example/x.js'
      document.body.append(inline, foreign)
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.attacked = true">')
    })
    await expect.poll(() => refused.filter((directive) => directive === 'script-src-elem').length).toBe(2)
    await expect.poll(() => refused).toContain('script-src-attr')
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false)
  })
