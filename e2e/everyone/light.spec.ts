import { expect, test } from '@playwright/test'
import { course } from '../routes'

const budget = 150_000

// First load without fonts and media, as it travels: care.md and the vision promise 150 KB.
for (const lesson of ['1.1', '2.1', '3.2', '6.3'])
  test(`lesson ${lesson} weighs at most 150 KB on first load, and asks no third party`, async ({ page, baseURL }) => {
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    const kinds = new Map<string, { url: string; type: string }>()
    const sizes = new Map<string, number>()
    client.on('Network.responseReceived', ({ requestId, response, type }) => kinds.set(requestId, { url: response.url, type }))
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength))
    await page.goto(`/en${course}/${lesson}`, { waitUntil: 'networkidle' })
    const loaded = [...kinds].map(([id, kind]) => ({ ...kind, bytes: sizes.get(id) ?? 0 }))
    expect(loaded.length).toBeGreaterThan(3)
    for (const { url } of loaded) expect(url.startsWith(baseURL ?? '') || url.startsWith('data:'), url).toBe(true)
    const counted = loaded.filter(({ type }) => !['Font', 'Media', 'Image'].includes(type))
    const sum = counted.reduce((total, { bytes }) => total + bytes, 0)
    console.log(`lesson ${lesson}: ${sum} bytes`, counted.map(({ url, bytes }) => `${bytes} ${url.split('/').at(-1)}`).join(', '))
    expect(sum).toBeLessThanOrEqual(budget)
  })
